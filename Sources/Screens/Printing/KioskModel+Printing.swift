import Core
import Foundation

// 打印受理通知书. What the screen says is the printer's own word, passed on by the ledger.
extension KioskModel {
    /// Only an application with a number has a notice.
    mutating func startPrinting(_ id: ApplicationID) -> [Command] {
        guard let number = visit.application(id)?.noticeNumber, let token = visit.token, !isBusy else { return [] }
        screen = .printing(Printing(application: id, number: number))
        return begin(.printNotice(id, again: false, token))
    }

    mutating func startPrinting(_ paper: PaperRequest) -> [Command] {
        guard let token = visit.token, !isBusy else { return [] }
        screen = .printing(Printing(application: paper.subject, number: nil, paper: paper))
        return begin(.printPaper(paper, again: false, token))
    }

    mutating func takePrintStart(_ result: Result<PrintStart, Trouble>) -> [Command] {
        if case .staff(.batch(let batch)) = screen { return takeStart(result, batch) }
        guard case .printing(var printing) = screen else { return [] }
        switch result {
        case .success(.ordered(let order)):
            printing.copy = order.copyNumber
            printing.phase = .following(order.token, .waiting)
        case .success(.alreadyPrinted(let sheets)): printing.phase = .alreadyPrinted(sheets: sheets)
        case .failure(let trouble): printing.phase = .failed(trouble)
        }
        screen = .printing(printing)
        return []
    }

    mutating func note(_ progress: PrintProgress, of token: PrintToken) -> [Command] {
        switch screen {
        case .staff(.batch(let batch)): return note(progress, of: token, batch)
        case .printing(var printing):
            guard case .following(token, _) = printing.phase else { return [] }
            printing.phase = .following(token, progress)
            screen = .printing(printing)
        case .ended(var ended):
            guard ended.print == token else { return [] }
            ended.progress = progress
            if progress.isEnd { ended.until = max(ended.until, farewellDeadline) }
            screen = .ended(ended)
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .signaturePad,
            .applicationList,
            .kindChoice, .changeGuide, .form, .enterpriseName, .enterprisePhone, .educationHours, .wordsEntry, .filing,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .preview, .signed, .detail, .certificateReading, .pinEntry, .pendingList, .confirmedList, .certificateList,
            .certificate, .rename, .review,
            .formReturn, .sealed, .cornerOpening, .staff, .technician:
            break
        }
        return []
    }

    mutating func act(_ action: Action.Printing) -> [Command] {
        guard case .printing(var printing) = screen, let session = visit.token else { return [] }
        switch action {
        case .again: return orderAgain(printing, session)
        case .retry:
            guard case .failed = printing.phase, !isBusy else { return [] }
            printing.phase = .ordering
            screen = .printing(printing)
            return begin(printing.work(again: false, session))
        case .sheetIsOut(let isOut):
            guard case .following(let token, .ended(.unknown)) = printing.phase else { return [] }
            return [errands.command(.confirmSheet(token, of: printing.application, isOut: isOut), in: .none)]
        case .cancel:
            guard case .following(let token, let progress) = printing.phase, !progress.isEnd else { return [] }
            return [errands.command(.cancelPrint(token), in: .none)]
        case .done:
            if case .certificate? = printing.paper { return showCertificates() }
            return backToList()
        }
    }

    /// A further copy, or a new order after one that ended without a sheet.
    private mutating func orderAgain(_ printing: Printing, _ session: SessionToken) -> [Command] {
        guard printing.mayOrderAgain, !isBusy else { return [] }
        screen = .printing(
            Printing(
                application: printing.application, number: printing.number, reason: printing.reason,
                paper: printing.paper, staffPaper: printing.staffPaper))
        return begin(printing.work(again: true, session))
    }
}

extension Printing {
    /// Staff print the numbered copy that the store gives out, everybody else the next one.
    fileprivate func work(again: Bool, _ session: SessionToken) -> Work {
        if let paper { return .printPaper(paper, again: again, session) }
        return reason.map { .printCopy(application, name, $0, session) }
            ?? .printNotice(application, again: again, session)
    }

    var mayOrderAgain: Bool {
        switch phase {
        case .alreadyPrinted: true
        case .ordering, .failed: false
        case .following(_, let progress): progress.isEnd
        }
    }
}
