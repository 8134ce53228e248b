import Foundation

/// What a site's machine may reach, as rules for the chains in image/rootfs/usr/share/kiosk/nftables.conf. Where the site
/// file names an address (as such, or by its `hosts`) a rule holds to it; a name that only a name server knows is held to
/// its port.
package struct Firewall: Hashable, Sendable {
    /// Goals by chain: `to_store`, `to_printer`.
    package enum Chain: String, Sendable { case store = "to_store", printer = "to_printer" }

    package struct Goal: Hashable, Sendable {
        package let chain: Chain
        package let host: String
        package let port: Int

        package init(_ chain: Chain, host: String, port: Int) {
            (self.chain, self.host, self.port) = (chain, host, port)
        }
    }

    private let goals: [Goal]
    private let network: SiteFile.Network

    package init(to goals: [Goal], _ network: SiteFile.Network) { (self.goals, self.network) = (goals, network) }

    /// For `nft -f`, as often as it likes.
    package var rules: String {
        let chains = ["to_store", "to_printer", "to_names", "to_time"]
        let lines =
            chains.map { "flush chain inet kiosk \($0)" } + goals.map(rule) + [
                rule("to_names", names, "udp dport 53"), rule("to_names", names, "tcp dport 53"),
                rule("to_time", time, "udp dport 123"),
            ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func rule(_ goal: Goal) -> String {
        rule(goal.chain.rawValue, addresses([goal.host]), "tcp dport \(goal.port)")
    }

    private func rule(_ chain: String, _ addresses: [String]?, _ port: String) -> String {
        let to = addresses.map { "ip daddr { \($0.joined(separator: ", ")) } " } ?? ""
        return "add rule inet kiosk \(chain) \(to)\(port) accept"
    }

    /// Name servers; where DHCP names them they can be anywhere.
    private var names: [String]? { network.address == nil ? nil : network.dns.flatMap(addresses) }
    private var time: [String]? { network.ntp.flatMap(addresses) }

    /// Nil unless all are known.
    private func addresses(_ hosts: [String]) -> [String]? {
        let found = hosts.compactMap { Self.isAddress($0) ? $0 : network.hosts?[$0] }.filter(Self.isAddress)
        return found.count == hosts.count && !hosts.isEmpty ? found : nil
    }

    /// IPv4; the appliance speaks no other.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.utf8.allSatisfy { (48...57).contains($0) } && (Int(part).map { $0 < 256 } ?? false)
            }
    }
}
