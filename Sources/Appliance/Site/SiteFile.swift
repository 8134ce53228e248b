package import Foundation

/// All that makes a machine the one of its hall: settings, certificates, how it reaches the network. It comes signed
/// with the site's key (`kiosk provision`), on a stick or as a credential of the machine.
package struct SiteFile: Codable, Hashable, Sendable {
    /// Of this format.
    package var format = 1
    /// Grows with each file for a site; an older one is not taken after a newer one.
    package var version: Int
    /// Not taken after this moment; what was taken stays in force.
    package var expires: Date
    /// Files by name: `kiosk.json` (the settings) and what it names beside itself.
    package var files: [String: String]
    package var network: Network

    package init(version: Int, expires: Date, files: [String: String], network: Network = Network()) {
        self.version = version
        self.expires = expires
        self.files = files
        self.network = network
    }

    /// Nil is the usual: an address by DHCP, names and time as DHCP says.
    package struct Network: Codable, Hashable, Sendable {
        /// `10.1.2.3/24`
        package var address: String?
        package var gateway: String?
        package var dns: [String]?
        package var ntp: [String]?
        /// Addresses of names that no name server knows.
        package var hosts: [String: String]?

        package init(
            address: String? = nil, gateway: String? = nil, dns: [String]? = nil, ntp: [String]? = nil,
            hosts: [String: String]? = nil
        ) {
            self.address = address
            self.gateway = gateway
            self.dns = dns
            self.ntp = ntp
            self.hosts = hosts
        }
    }

    /// The settings' name among the files.
    package static let settings = "kiosk.json"
}

extension SiteFile {
    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(self)
    }

    /// Reads a file whose signature has been checked; the refusal says what is wrong with it.
    package init(verified data: Data) throws(SiteRefusal) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do { self = try decoder.decode(SiteFile.self, from: data) } catch { throw .unreadable }
        guard format == 1 else { throw .format(format) }
        guard files[Self.settings] != nil else { throw .noSettings }
        if let name = files.keys.sorted().first(where: { !Self.isPlain($0) }) { throw .fileName(name) }
        if let word = network.words.first(where: { !Self.isWord($0) }) { throw .networkWord(word) }
    }

    /// A name that stays in its folder: letters, digits, `.`, `-`, `_`, not beginning with a dot.
    private static func isPlain(_ name: String) -> Bool {
        name.first != "." && name.utf8.count <= 64 && isWord(name) && !name.contains { "/:".contains($0) }
    }

    /// What is written into other programs' settings holds no blank, line end or quote.
    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "./:-_".contains($0)) }
    }
}

extension SiteFile.Network {
    fileprivate var words: [String] {
        let hosts = (hosts ?? [:]).flatMap { [$0.key, $0.value] }
        return [address, gateway].compactMap { $0 } + (dns ?? []) + (ntp ?? []) + hosts
    }

    /// hosts(5)
    package var hostsFile: String {
        let own = (hosts ?? [:]).sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        return "127.0.0.1 localhost kiosk\n" + own.joined()
    }

    /// systemd.network(5); nil leaves it to DHCP.
    package var networkFile: String? {
        guard let address else { return nil }
        var lines = ["[Match]", "Type=ether", "", "[Network]", "Address=\(address)", "LinkLocalAddressing=no"]
        if let gateway { lines.append("Gateway=\(gateway)") }
        lines += (dns ?? []).map { "DNS=\($0)" } + (ntp ?? []).map { "NTP=\($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// timesyncd.conf(5); nil leaves it to DHCP.
    package var timeFile: String? { ntp.map { "[Time]\nNTP=\($0.joined(separator: " "))\n" } }
}
