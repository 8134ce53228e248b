import DurableFiles
package import Foundation
package import UpdateFormat

/// The kernel images on the boot partition, one a version: `kiosk_1.2.0.efi` is committed, `kiosk_1.2.0+2-1.efi` has two
/// trials left and one behind it (systemd's Automatic Boot Assessment), `+0-3` has failed.
///
/// FAT has no renaming that a power cut leaves whole or undone: in between there is an empty file, then two names for one
/// content, of which none may ever be removed. So an image is written under its name without its first sector, for
/// which neither boot loader nor firmware takes it for a program, and that one sector comes last.
package struct BootEntries: Sendable {
    private let folder: String

    /// - Parameter partition: where the boot partition is mounted.
    package init(partition: String) { folder = "\(partition)/EFI/Linux" }

    package enum Standing: Hashable, Sendable {
        case committed
        case trial(left: Int)
        case failed
    }

    package func standing(of version: ReleaseVersion) -> Standing? { name(of: version).flatMap(Self.standing) }

    /// Of its kernel image; nil where it has none.
    package func path(of version: ReleaseVersion) -> String? { name(of: version).map { "\(folder)/\($0)" } }

    /// Puts a version on trial. It is there when it is whole.
    /// - Parameter content: hands all bytes over, in order.
    package func add(
        _ version: ReleaseVersion, trials: Int = 3, _ content: ((Data) throws -> Void) throws -> Void
    ) throws {
        try write("kiosk_\(version)+\(trials).efi", content)
    }

    package func commit(_ version: ReleaseVersion) throws { try name(version, "kiosk_\(version).efi") }

    /// As if its trials had been used up: the boot loader takes it last.
    package func retire(_ version: ReleaseVersion) throws {
        guard standing(of: version) != .failed else { return }
        try name(version, "kiosk_\(version)+0-3.efi")
    }

    /// The newest committed one before this.
    package func committed(before version: ReleaseVersion) -> ReleaseVersion? {
        names.filter { Self.standing($0) == .committed }.compactMap(Self.version).filter { $0 < version }.max()
    }

    /// The image under its new name comes first, then the one under the old name goes.
    private func name(_ version: ReleaseVersion, _ new: String) throws {
        guard let old = name(of: version) else { return }
        if old != new {
            let source = try FileHandle(forReadingFrom: URL(filePath: "\(folder)/\(old)"))
            try write(new) { take in
                while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try take(piece) }
            }
        }
        try remove { Self.version($0) == version && $0 != new }
    }

    package func removeAll(but version: ReleaseVersion) throws { try remove { Self.version($0) != version } }

    private func remove(_ isToGo: (String) -> Bool) throws {
        let going = files.filter(isToGo)
        for name in going { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
        if !going.isEmpty { try DurableFile.synchronise(folder: folder) }
    }

    private static let sector = 512

    private func write(_ name: String, _ content: ((Data) throws -> Void) throws -> Void) throws {
        let path = "\(folder)/\(name)"
        try? FileManager.default.removeItem(atPath: path)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        var first = Data()
        try content { bytes in
            let held = bytes.prefix(Self.sector - first.count)
            first += held
            try handle.write(contentsOf: Data(count: held.count) + bytes.dropFirst(held.count))
        }
        try handle.synchronize()
        try DurableFile.synchronise(folder: folder)
        try handle.seek(toOffset: 0)
        try handle.write(contentsOf: first)
        try handle.synchronize()
        try handle.close()
    }

    /// Those that are whole.
    private var names: [String] { files.filter(isWhole) }

    private var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { Self.version($0) != nil }
    }

    private func isWhole(_ name: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: Self.sector))?.contains { $0 != 0 } ?? false
    }

    /// The one without a counter comes last in the alphabet.
    private func name(of version: ReleaseVersion) -> String? { names.filter { Self.version($0) == version }.max() }

    private static func version(_ name: String) -> ReleaseVersion? {
        guard name.hasPrefix("kiosk_"), name.hasSuffix(".efi") else { return nil }
        return ReleaseVersion(name.dropFirst(6).dropLast(4).prefix { $0 != "+" })
    }

    private static func standing(_ name: String) -> Standing {
        guard let counter = name.dropLast(4).split(separator: "+").dropFirst().first,
            let left = Int(counter.prefix { $0 != "-" })
        else { return .committed }
        return left > 0 ? .trial(left: left) : .failed
    }
}
