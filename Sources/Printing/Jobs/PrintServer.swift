import Core
package import Foundation

/// Whoever keeps print jobs and answers for them: cupsd with its queue, or the printer itself.
///
/// Jobs are looked for by their name, because ids start anew when a server restarts.
package protocol PrintServer: Sendable {
    func status() async throws(PrintServerFault) -> ServerStatus
    /// Every job of this name that the server still remembers, finished ones too; the oldest first.
    func jobs(named name: String) async throws(PrintServerFault) -> [ServerJob]
    /// Makes a job without a document: nothing is printed before `send`.
    /// - Returns: the job's id.
    func createJob(named name: String) async throws(PrintServerFault) -> Int
    /// Gives the job its only document.
    func send(_ document: Data, toJob id: Int) async throws(PrintServerFault)
    func cancelJob(_ id: Int) async throws(PrintServerFault)
}

package enum PrintServerFault: Error, Hashable, Sendable {
    /// No connection, or none that lasted to the answer: nobody knows whether the request was carried out.
    case unreachable
    /// Not there: no such queue, no such job.
    case notFound
    /// Can't now; may later.
    case busy
    /// Will never take this request.
    case refused(reason: String)
}
