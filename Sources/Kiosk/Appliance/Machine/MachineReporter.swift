import Appliance
import Core
import Foundation
import Glibc

/// Looks at the machine and writes what it sees where the screen's program reads it.
struct MachineReporter {
    var files = MachineFiles()

    /// - Parameter outcome: of the order that was just carried out; the others of this start stay.
    func write(_ outcome: MachineReport.Outcome? = nil) throws {
        let outcomes = (outcome.map { [$0] } ?? []) + (MachineReport.read(from: files.report)?.outcomes ?? [])
        let slots = try Slots.ofThisMachine()
        let running = try ApplianceFolders.runningVersion()
        let site = ApplianceFolders.siteFolder(ApplianceFolders.site)
        let refusal = try? String(contentsOfFile: ApplianceFolders.siteRefusal, encoding: .utf8)
        let report = MachineReport(
            version: running, rootHash: slots.rootHash, slot: slots.running.name,
            previous: BootEntries(partition: ApplianceFolders.bootPartition).committed(before: running),
            updates: UpdateState.read(in: ApplianceFolders.slots),
            site: MachineReport.Site(
                version: site.version, failed: site.standing.failed,
                refusal: refusal.flatMap { $0.isEmpty ? nil : $0 }),
            addresses: Self.addresses, outcomes: Array(outcomes.prefix(Self.outcomes)), at: Date())
        try keep(report.encoded(), at: files.report, mode: 0o644)
        if !FileManager.default.fileExists(atPath: files.challenge) { try renewChallenge() }
    }

    /// Orders that are remembered.
    private static let outcomes = 10

    /// What was signed over the old one is worth nothing any more.
    func renewChallenge() throws {
        try keep(Live.randomBytes(32), at: files.challenge, mode: 0o644)
    }

    /// In one step: who reads has the old or the new.
    func keep(_ data: Data, at path: String, mode: mode_t) throws {
        try data.write(to: URL(filePath: path), options: .atomic)
        guard chmod(path, mode) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    /// IPv4, without the loopback: the machine has no other.
    private static var addresses: [String] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var entries: [ifaddrs] = []
        var next = first
        while let entry = next?.pointee {
            entries.append(entry)
            next = entry.ifa_next
        }
        return entries.compactMap { entry in
            guard let address = entry.ifa_addr, address.pointee.sa_family == AF_INET,
                entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0
            else { return nil }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            guard getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
                return nil
            }
            return
                "\(String(cString: entry.ifa_name)) \(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))"
        }
    }
}
