import Foundation

/// Whether somebody takes connections on a port of this machine.
package enum LoopbackPort {
    package static func answers(_ port: UInt16) -> Bool {
        guard let socket = LoopbackSocket.connect(to: port) else { return false }
        close(socket)
        return true
    }
}
