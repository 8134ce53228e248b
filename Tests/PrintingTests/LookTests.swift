import Core
import Foundation
import Printing
import Synchronization
import Testing

struct LookTests {
    /// The other way round, a job could slip from queue to printer between two questions and be found nowhere.
    @Test func `the queue is asked before the printer, and each for its jobs before its clock`() async {
        let questions = Questions()
        _ = await Look(
            at: Server(name: "queue", questions: questions), and: Server(name: "printer", questions: questions),
            for: PrintToken(UUID()), now: { Date() })
        #expect(questions.all == ["queue jobs", "queue status", "printer jobs", "printer status"])
    }

    private final class Questions: Sendable {
        private let list = Mutex<[String]>([])
        var all: [String] { list.withLock { $0 } }
        func ask(_ question: String) { list.withLock { $0.append(question) } }
    }

    private struct Server: PrintServer {
        let name: String
        let questions: Questions

        func status() -> ServerStatus {
            questions.ask("\(name) status")
            return ServerStatus(state: .idle, reasons: [], acceptsJobs: true, upTime: 100)
        }

        func jobs(named: String) -> [ServerJob] {
            questions.ask("\(name) jobs")
            return []
        }

        func createJob(named: String) throws(PrintServerFault) -> Int { throw .unreachable }
        func send(_ document: Data, toJob id: Int) throws(PrintServerFault) { throw .unreachable }
        func cancelJob(_ id: Int) throws(PrintServerFault) { throw .unreachable }
    }
}
