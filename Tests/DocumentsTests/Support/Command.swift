import Foundation
import Testing

/// Runs a program to its end with files of a directory that is gone afterwards.
struct Command {
    let output: String
    let status: Int32

    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}

/// Writes each file into a new directory, lends their paths in the same order, and removes them.
func withFiles<Result>(_ files: [[UInt8]], _ body: ([String]) throws -> Result) throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appending(path: "documents-\(UUID())")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let paths = try files.enumerated().map { index, bytes in
        let file = directory.appending(path: "\(index)")
        try Data(bytes).write(to: file)
        return file.path
    }
    return try body(paths)
}

/// The paper's text as another program reads it, in the order of the page's content.
func text(of pdf: [UInt8]) throws -> String {
    try withFiles([pdf]) { paths in
        let command = try Command("/usr/bin/pdftotext", ["-raw", paths[0], "-"])
        try #require(command.status == 0, "\(command.output)")
        return command.output
    }
}

extension String {
    /// Without spaces and line ends: a long value may be broken into lines.
    var condensed: String { String(filter { !$0.isWhitespace }) }
}
