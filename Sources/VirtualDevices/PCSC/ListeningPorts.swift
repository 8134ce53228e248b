import Foundation

/// Who listens, without knocking: a connection to vpcd's port would be a card.
enum ListeningPorts {
    static func contains(_ port: UInt16) -> Bool {
        ["/proc/net/tcp", "/proc/net/tcp6"].contains { table in
            guard let text = try? String(contentsOfFile: table, encoding: .ascii) else { return false }
            let wanted = String(format: ":%04X", Int(port))
            return text.split(separator: "\n").contains { line in
                let fields = line.split(separator: " ")
                return fields.count > 3 && fields[1].hasSuffix(wanted) && fields[3] == "0A"  // 0A: LISTEN.
            }
        }
    }
}
