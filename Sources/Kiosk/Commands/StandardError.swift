import Foundation

/// Where a command says what is wrong.
enum StandardError {
    static func tell(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }
}
