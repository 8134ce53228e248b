import Foundation

/// The table of a disk that is in use: sfdisk changes it, and the kernel sees it at its next start.
struct PartitionTable {
    let disk: String

    /// Gives a partition the identifier by which a kernel image finds it.
    func name(_ number: Int, _ uuid: String) throws(UpdateRefusal) {
        try change(["--part-uuid", disk, "\(number)", uuid])
    }

    func remove(_ number: Int) throws(UpdateRefusal) { try change(["--delete", disk, "\(number)"]) }

    private func change(_ arguments: [String]) throws(UpdateRefusal) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/sbin/sfdisk")
        process.arguments = ["--quiet", "--no-tell-kernel", "--force"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw .machine("sfdisk: \(error)") }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw .machine("\(disk): its table cannot be changed") }
    }
}
