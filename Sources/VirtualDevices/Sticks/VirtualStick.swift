package import Foundation

/// A USB stick on a desk without a socket: a folder that appears under the kiosk's folder of sticks, as the appliance
/// would mount it, and is taken away again.
package struct VirtualStick: Sendable {
    /// What the kiosk is told to look into.
    package let sticks: String
    private let pocket: String

    package init(in directory: RunDirectory) throws {
        sticks = try directory.directory("sticks")
        pocket = try directory.directory("pocket") + "/USB"
        try fill(pocket)
    }

    private var socket: String { sticks + "/USB" }

    package var isIn: Bool { FileManager.default.fileExists(atPath: socket) }

    package func putIn() throws { if !isIn { try FileManager.default.moveItem(atPath: pocket, toPath: socket) } }

    package func takeOut() throws { if isIn { try FileManager.default.moveItem(atPath: socket, toPath: pocket) } }

    /// Of a file in its root, wherever the stick is.
    package func content(of name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: "\(isIn ? socket : pocket)/\(name)"))
    }

    /// Somebody else's stick: the same files, with another photo.
    package func bring(photo: Data) throws {
        try photo.write(to: URL(filePath: "\(isIn ? socket : pocket)/照片.jpg"))
    }

    private func fill(_ folder: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder + "/其他", withIntermediateDirectories: true)
        let files: [(String, Data)] = [
            ("资格证书.pdf", SampleFiles.qualification), ("学时证明.pdf", SampleFiles.education),
            ("照片.jpg", SampleFiles.photo), ("说明.txt", Data("测试\n".utf8)),
            ("图册.pdf", SampleFiles.qualification + Data(count: 3_000_000)),
            ("其他/旧证书.pdf", SampleFiles.qualification),
        ]
        for (name, content) in files { try content.write(to: URL(filePath: "\(folder)/\(name)")) }
    }
}
