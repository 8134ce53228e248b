import Foundation

/// The checked-out tree, found from this file's own place.
enum Repository {
    static let top = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "../../..").standardized

    static func text(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: top.appending(path: path)), as: UTF8.self)
    }

    /// Names of the folders directly in a folder, sorted.
    static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: top.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent).sorted()
    }

    /// Every Swift file of a top folder, read once.
    static func files(of folder: Folder) throws -> [SourceFile] {
        switch folder {
        case .sources: try sources.get()
        case .tests: try tests.get()
        }
    }

    enum Folder: String, CaseIterable { case sources = "Sources", tests = "Tests" }

    private static let sources = Result { try swiftFiles(in: Folder.sources.rawValue) }
    private static let tests = Result { try swiftFiles(in: Folder.tests.rawValue) }

    private static func swiftFiles(in path: String) throws -> [SourceFile] {
        try files(in: path).filter { $0.hasSuffix(".swift") }.map { try SourceFile(path: $0, text: text($0)) }
    }

    /// Paths from the top of every file under a folder, sorted; none when the folder does not exist.
    static func files(in path: String) -> [String] {
        let folder = top.appending(path: path)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.map { "\(path)/\($0)" }
            .filter { FileManager.default.isRegularFile(atPath: top.appending(path: $0).path) }.sorted()
    }
}

extension FileManager {
    fileprivate func isRegularFile(atPath path: String) -> Bool {
        (try? attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
    }
}
