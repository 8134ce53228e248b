import Foundation

/// Standard output, line by line: nothing waits in a buffer when the line is a serial one or a pipe.
enum Lines {
    static func write(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
