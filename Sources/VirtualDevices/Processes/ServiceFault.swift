import Foundation

/// Why a helper process of the hall is not there.
package enum ServiceFault: Error, Hashable, Sendable {
    case cannotStart(name: String, errno: Int32)
    /// It ended before it was ready; `log` holds the end of what it wrote.
    case endedEarly(name: String, exit: ServiceExit, log: String)
    case notReady(name: String, log: String)
}

extension ServiceFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotStart(let name, let number): "\(name) cannot be started: \(String(cString: strerror(number)))"
        case .endedEarly(let name, let exit, let log): "\(name) ended (\(exit)) before it was ready:\n\(log)"
        case .notReady(let name, let log): "\(name) is not ready in time:\n\(log)"
        }
    }
}

/// How a process ended.
package enum ServiceExit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
}
