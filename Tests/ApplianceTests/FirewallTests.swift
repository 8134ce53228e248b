import Foundation
import Testing

@testable import Appliance

@Suite struct FirewallTests {
    private func rules(_ host: String, _ network: SiteFile.Network = .init()) -> [Substring] {
        Firewall(
            to: [.init(.store, host: host, port: 8443), .init(.printer, host: "10.0.0.9", port: 631)], network
        ).rules.split(separator: "\n")
    }

    @Test func `an address, or a name that the site file knows, is held to address and port`() {
        #expect(rules("10.1.2.3").contains("add rule inet kiosk to_store ip daddr { 10.1.2.3 } tcp dport 8443 accept"))
        let known = rules("store.example", .init(hosts: ["store.example": "10.4.5.6"]))
        #expect(known.contains("add rule inet kiosk to_store ip daddr { 10.4.5.6 } tcp dport 8443 accept"))
        #expect(known.contains("add rule inet kiosk to_printer ip daddr { 10.0.0.9 } tcp dport 631 accept"))
    }

    @Test(arguments: ["store.example", "10.1.2", "10.1.2.3.4", "10.1.2.300", "10.1.2.-3", "10..2.3", "１.2.3.4"])
    func `a name of a name server's is held to the port`(host: String) {
        #expect(rules(host).contains("add rule inet kiosk to_store tcp dport 8443 accept"))
    }

    @Test func `names and time are held to what the site file says, and to their ports where DHCP says it`() {
        let open = rules("10.1.2.3", .init(dns: ["10.0.0.53"]))
        #expect(open.contains("add rule inet kiosk to_names udp dport 53 accept"))
        #expect(open.contains("add rule inet kiosk to_time udp dport 123 accept"))
        let site = SiteFile.Network(
            address: "10.0.0.2/24", dns: ["10.0.0.53", "10.0.0.54"], ntp: ["time.example"],
            hosts: ["time.example": "10.0.0.123"])
        let held = rules("10.1.2.3", site)
        #expect(held.contains("add rule inet kiosk to_names ip daddr { 10.0.0.53, 10.0.0.54 } udp dport 53 accept"))
        #expect(held.contains("add rule inet kiosk to_time ip daddr { 10.0.0.123 } udp dport 123 accept"))
    }

    @Test func `each chain that is filled is emptied first, and is one of the image's`() throws {
        let image = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../image/rootfs/usr/share/kiosk/nftables.conf"), encoding: .utf8)
        for chain in ["to_store", "to_printer", "to_names", "to_time"] {
            let lines = rules("10.1.2.3")
            let filled = try #require(lines.firstIndex { $0.contains("add rule inet kiosk \(chain) ") })
            #expect(try #require(lines.firstIndex(of: "flush chain inet kiosk \(chain)")) < filled)
            #expect(image.contains("chain \(chain) {}") && image.contains("jump \(chain)"))
        }
    }
}

@Suite struct USBRulesTests {
    private let image = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../image/rootfs/usr/share/kiosk/usbguard.rules")

    @Test func `a list holds input devices to it, before any rule that would let one in as something else`() throws {
        let rules = USBRules.limiting(try String(contentsOf: image, encoding: .utf8), to: ["0eef:c002", "1234:abcd"])
        let lines = rules.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
        let barred = try #require(lines.firstIndex(of: "reject with-interface one-of { 03:*:* }"))
        #expect(lines[..<barred].filter { $0.contains("03:*:*") }.count == 2)
        #expect(lines[..<barred].contains("allow id 0eef:c002 with-interface all-of { 03:*:* }"))
        #expect(!lines[(barred + 1)...].contains { $0.contains("03:*:*") })
        #expect(lines[(barred + 1)...].contains("allow with-interface all-of { 0b:*:* }"))
        #expect(lines[(barred + 1)...].contains("allow with-interface equals { 08:06:50 }"))
        // What is never let in is not let in by being listed.
        #expect(try #require(lines.firstIndex { $0.hasPrefix("reject with-interface one-of { 02:") }) < barred - 2)
    }

    @Test(arguments: ["0eef:c002", "0000:ffff"]) func `vendor and product`(text: String) {
        #expect(USBRules.isIdentifier(text))
    }

    @Test(arguments: ["0eef", "0eef:c00", "0EEF:C002", "0eef:c002 }", "0eef:c002:1", "", ":", "xxxx:yyyy"])
    func `anything else is no device`(text: String) { #expect(!USBRules.isIdentifier(text)) }
}
