package import Foundation

/// The kernel images on the boot partition, one a version: `kiosk_1.2.0.efi` is committed, `kiosk_1.2.0+2-1.efi` has two
/// trials left and one behind it (systemd's Automatic Boot Assessment), `+0-3` has failed.
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

    /// Puts a version on trial. It is there when it is whole.
    package func add(_ version: ReleaseVersion, trials: Int = 3, _ write: (FileHandle) throws -> Void) throws {
        let beside = "\(folder)/next.new"
        try? FileManager.default.removeItem(atPath: beside)
        guard FileManager.default.createFile(atPath: beside, contents: nil),
            let handle = FileHandle(forWritingAtPath: beside)
        else { throw CocoaError(.fileWriteUnknown) }
        try write(handle)
        try handle.synchronize()
        try handle.close()
        try DurableFile.move(beside, to: "\(folder)/kiosk_\(version)+\(trials).efi")
    }

    package func commit(_ version: ReleaseVersion) throws {
        guard let name = name(of: version), Self.standing(name) != .committed else { return }
        try DurableFile.move("\(folder)/\(name)", to: "\(folder)/kiosk_\(version).efi")
    }

    /// The newest committed one before this.
    package func committed(before version: ReleaseVersion) -> ReleaseVersion? {
        names.filter { Self.standing($0) == .committed }.compactMap(Self.version).filter { $0 < version }.max()
    }

    /// As if its trials had been used up: the boot loader takes it last.
    package func retire(_ version: ReleaseVersion) throws {
        guard let name = name(of: version), Self.standing(name) != .failed else { return }
        try DurableFile.move("\(folder)/\(name)", to: "\(folder)/kiosk_\(version)+0-3.efi")
    }

    package func removeAll(but version: ReleaseVersion) throws {
        for name in names where Self.version(name) != version {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        try DurableFile.synchronise(folder: folder)
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { Self.version($0) != nil }
    }

    private func name(of version: ReleaseVersion) -> String? { names.first { Self.version($0) == version } }

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
