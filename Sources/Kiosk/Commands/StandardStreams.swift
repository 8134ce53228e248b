import Foundation

/// What a service of the appliance tells whoever listens on the serial line (image/rootfs/usr/lib/kiosk/announce).
enum Announcement {
    /// At once: the machine may start again before the program ends, and takes a moment that the line needs.
    static func tell(_ words: String, beforeRestart: Bool = false) {
        FileHandle.standardOutput.write(Data((words + "\n").utf8))
        if beforeRestart { Thread.sleep(forTimeInterval: 2) }
    }
}

/// Where a command says what is wrong.
enum StandardError {
    static func tell(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }
}
