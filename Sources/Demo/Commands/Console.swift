import Foundation

/// Standard output, written at once: whoever follows a long walk through a pipe sees each step when it happens.
enum Console {
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
