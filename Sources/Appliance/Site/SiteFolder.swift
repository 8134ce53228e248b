import DurableFiles
package import Foundation
import Glibc

/// Where the site's files lie on the machine: `FOLDER/1`, `FOLDER/2`, …, one a version; `current` and `previous` point
/// to the one in force and the one before it. A power cut leaves the old one or the new one in force, never a mixture.
package struct SiteFolder: Sendable {
    package let path: String
    /// Group that may read the files, beside root.
    private let group: gid_t

    package init(_ path: String, group: gid_t = getgid()) {
        self.path = path
        self.group = group
    }

    package var current: URL { URL(filePath: "\(path)/current") }

    /// Of the file in force; nil before the first.
    package var version: Int? { file?.version }

    /// What is in force.
    package var file: SiteFile? {
        guard let data = try? Data(contentsOf: current.appending(path: Self.name)) else { return nil }
        return try? SiteFile(verified: data)
    }

    private static let name = "site"

    /// Puts a file into force.
    /// - Parameters:
    ///   - isUsable: asked with the folder of the new files before they are in force; throws in words.
    package func take(
        _ file: SiteFile, now: Date, isUsable: (URL) throws(SiteRefusal) -> Void
    ) throws(SiteRefusal) {
        if let version, file.version <= version { throw .notNewer(than: version) }
        guard !standing.failed.contains(file.version) else { throw .takenBack(file.version) }
        guard file.expires > now else { throw .expired }
        let target = "\(path)/\(file.version)"
        let work = "\(path)/new"
        do {
            try write(file, into: work)
        } catch { throw .disk("\(error)") }
        try isUsable(URL(filePath: work))
        do {
            try? FileManager.default.removeItem(atPath: target)
            try FileManager.default.moveItem(atPath: work, toPath: target)
            if let version { try point("previous", to: "\(version)") }
            try point("current", to: "\(file.version)")
            try removeOthers()
        } catch { throw .disk("\(error)") }
    }

    /// Which versions have been found good, and which were taken back.
    package var standing: SiteStanding { SiteStanding.read(in: path) }

    package func keep(_ standing: SiteStanding) throws(SiteRefusal) {
        do { try standing.write(in: path) } catch { throw .disk("\(error)") }
    }

    /// Number of the file before the one in force; nil where there is none.
    package var previousVersion: Int? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/previous")).flatMap { Int($0) }
    }

    /// Puts the file before the one in force into force again.
    package func takeBack(to previous: Int) throws(SiteRefusal) {
        do {
            try point("current", to: "\(previous)")
            try FileManager.default.removeItem(atPath: "\(path)/previous")
            try removeOthers()
        } catch { throw .disk("\(error)") }
    }

    private func write(_ file: SiteFile, into folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try own(folder, mode: 0o750)
        for (name, text) in file.files { try write(Data(text.utf8), to: "\(folder)/\(name)") }
        try write(try file.encoded(), to: "\(folder)/\(Self.name)")
    }

    private func write(_ data: Data, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: data)
        try handle.synchronize()
        try own(path, mode: 0o640)
    }

    private func own(_ path: String, mode: mode_t) throws {
        guard chmod(path, mode) == 0, chown(path, getuid(), group) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
    }

    /// In one step: a link made beside is moved over the old one.
    private func point(_ name: String, to target: String) throws {
        let (link, beside) = ("\(path)/\(name)", "\(path)/\(name).new")
        try? FileManager.default.removeItem(atPath: beside)
        guard symlink(target, beside) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try DurableFile.move(beside, to: link)
    }

    private func removeOthers() throws {
        let kept = ["current", "previous"].compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/\($0)")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: path)
        where Int(name) != nil && !kept.contains(name) {
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }
}
