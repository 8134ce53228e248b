import Foundation
import Synchronization

/// TCP ports that nobody listens on, below the range from which the kernel takes ports of outgoing connections.
package enum FreePort {
    private static let handedOut = Mutex<Set<UInt16>>([])

    /// The first of `count` neighbouring free ports; never the same one twice in this program.
    package static func first(of count: UInt16 = 1) -> UInt16 {
        while true {
            let port = UInt16.random(in: 18_000..<31_000)
            let wanted = Set(port..<port + count)
            let isNew = handedOut.withLock { taken in
                guard taken.isDisjoint(with: wanted) else { return false }
                taken.formUnion(wanted)
                return true
            }
            if isNew, wanted.allSatisfy(isFree) { return port }
        }
    }

    private static func isFree(_ port: UInt16) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
