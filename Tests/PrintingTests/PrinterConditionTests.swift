import Core
import Printing
import Testing

struct PrinterConditionTests {
    @Test(
        arguments: [
            (["none"], nil),
            ([], nil),
            (["media-empty-report"], .outOfPaper),
            (["media-empty-warning", "media-needed-warning"], .outOfPaper),
            (["media-empty-error"], .outOfPaper),
            (["media-needed"], .outOfPaper),
            (["media-jam-warning"], .jam),
            (["cover-open-report"], .coverOpen),
            (["door-open"], .coverOpen),
            (["interlock-open-error"], .coverOpen),
            (["toner-empty-report"], .outOfInk),
            (["marker-supply-empty-warning"], .outOfInk),
            (["paused"], .stopped),
            (["connecting-to-device"], .unreachable),
            // A person closes the cover and pulls the jam before paper helps.
            (["media-empty", "media-jam", "cover-open"], .coverOpen),
            (["media-empty", "media-jam"], .jam),
            // Nobody need do anything now.
            (["toner-low-warning", "media-low-report", "marker-waste-almost-full-report"], nil),
            (["cups-waiting-for-job-completed"], nil),
            // Sticky since some job long ago.
            (["cups-ipp-missing-job-history-warning", "cups-ipp-conformance-failure-report"], nil),
        ] as [([String], PrinterFault?)])
    func `a working printer's reasons mean`(reasons: [String], fault: PrinterFault?) {
        #expect(PrinterCondition(status(.idle, reasons)).fault == fault)
        #expect(PrinterCondition(status(.processing, reasons)).fault == fault)
    }

    @Test(
        arguments: [
            (["none"], .stopped),
            (["cups-waiting-for-job-completed"], .stopped),
            (["fuser-over-temp-error"], .other(keyword: "fuser-over-temp")),
            (["none", "bander-missing"], .other(keyword: "bander-missing")),
            (["media-empty-error", "fuser-over-temp"], .outOfPaper),
        ] as [([String], PrinterFault)])
    func `a stopped printer's reasons mean`(reasons: [String], fault: PrinterFault) {
        #expect(PrinterCondition(status(.stopped, reasons)).fault == fault)
    }

    @Test func `only the last severity is taken off a keyword`() {
        #expect(PrinterCondition.keyword("media-empty-error") == "media-empty")
        #expect(PrinterCondition.keyword("power-error-report") == "power-error")
        #expect(PrinterCondition.keyword("media-empty") == "media-empty")
    }

    private func status(_ state: ServerStatus.State, _ reasons: [String]) -> ServerStatus {
        ServerStatus(state: state, reasons: reasons, acceptsJobs: true, upTime: 60)
    }
}
