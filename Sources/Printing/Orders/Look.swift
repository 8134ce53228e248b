package import Core
package import Foundation

/// One look at both places where a job can be.
///
/// The queue is looked at first: what it no longer holds can't reach the printer any more, so a printer looked at
/// afterwards has the last word.
package struct Look: Hashable, Sendable {
    package struct View: Hashable, Sendable {
        /// Jobs that carry the order's token.
        package let jobs: [ServerJob]
        /// Asked after the jobs: a restart in between then shows in the clock.
        package let status: ServerStatus

        package init(jobs: [ServerJob], status: ServerStatus) {
            self.jobs = jobs
            self.status = status
        }
    }

    /// Nil: does not answer.
    package let queue: View?
    package let printer: View?
    /// Right after the printer's answer.
    package let at: Date

    package init(queue: View?, printer: View?, at: Date) {
        self.queue = queue
        self.printer = printer
        self.at = at
    }

    package init(
        at queue: any PrintServer, and printer: any PrintServer, for token: PrintToken, now: () -> Date
    ) async {
        self.queue = await View(of: queue, for: token)
        self.printer = await View(of: printer, for: token)
        at = now()
    }
}

extension Look.View {
    init?(of server: any PrintServer, for token: PrintToken) async {
        guard let jobs = try? await server.jobs(named: token.description), let status = try? await server.status()
        else {
            return nil
        }
        self.init(jobs: jobs, status: status)
    }

    var active: [ServerJob] { jobs.filter(\.isActive) }

    /// Nobody works on a job any more: cupsd says "processing" until the last backend process is gone, even when the
    /// job was cancelled long before.
    var isQuiet: Bool { active.isEmpty && status.state != .processing }
}
