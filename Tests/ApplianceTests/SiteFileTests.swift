import Foundation
import Testing

@testable import Appliance

@Suite struct SiteFileTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func file(_ version: Int, files: [String: String] = ["kiosk.json": "{}"]) -> SiteFile {
        SiteFile(version: version, expires: Self.now + 86_400, files: files)
    }

    private func refusal(_ file: SiteFile) throws -> SiteRefusal? {
        let data = try file.encoded()
        do throws(SiteRefusal) { _ = try SiteFile(verified: data) } catch { return error }
        return nil
    }

    @Test func `what the site's key has signed is read back`() throws {
        try withFolder { folder in
            let keys = try SiteKeys(in: folder)
            var file = file(3, files: ["kiosk.json": "{}", "tls-root.pem": "测试"])
            file.network = .init(address: "10.1.2.3/24", hosts: ["store.example": "10.0.0.1"])
            let signed = try #require(
                SignedFile.sign(try file.encoded(), certificate: keys.certificate, key: keys.key))
            let path = folder.appending(path: "kiosk-site.p7m")
            try signed.write(to: path)
            let content = try #require(SignedFile.content(of: path, authority: keys.certificate))
            #expect(try SiteFile(verified: content) == file)
        }
    }

    @Test func `a stranger's signature and a changed byte are no signature`() throws {
        try withFolder { folder in
            let (keys, stranger) = (try SiteKeys(in: folder), try SiteKeys(in: folder, named: "stranger"))
            let signed = try #require(
                SignedFile.sign(try file(1).encoded(), certificate: stranger.certificate, key: stranger.key))
            let path = folder.appending(path: "kiosk-site.p7m")
            try signed.write(to: path)
            #expect(SignedFile.content(of: path, authority: keys.certificate) == nil)
            var changed = signed
            let place = try #require(changed.firstRange(of: Data("\"version\"".utf8))).lowerBound
            changed[place] ^= 1
            try changed.write(to: path)
            #expect(SignedFile.content(of: path, authority: stranger.certificate) == nil)
            try Data("nothing".utf8).write(to: path)
            #expect(SignedFile.content(of: path, authority: keys.certificate) == nil)
        }
    }

    @Test(arguments: ["../etc/passwd", "a/b", ".hidden", "", "a b", "中", "a\nb"])
    func `a name that leaves its folder is refused`(name: String) throws {
        let file = file(1, files: ["kiosk.json": "{}", name: "x"])
        #expect(try refusal(file) == .fileName(name))
    }

    @Test(arguments: ["10.0.0.1\nGateway=6.6.6.6", "a b", "", "\"x\"", "{"])
    func `a word that would be more than a word in another program's settings is refused`(word: String) throws {
        var file = file(1)
        file.network.dns = [word]
        #expect(try refusal(file) == .networkWord(word))
    }

    @Test func `what is no site file, or of a format to come, or without settings says so`() throws {
        #expect(throws: SiteRefusal.unreadable) { try SiteFile(verified: Data("{}".utf8)) }
        var later = file(1)
        later.format = 2
        #expect(try refusal(later) == .format(2))
        #expect(try refusal(file(1, files: [:])) == .noSettings)
    }

    @Test func `a newer file comes into force, the one before it is kept, older ones go`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            #expect(folder.version == nil)
            for version in [1, 4, 5] {
                try folder.take(file(version, files: ["kiosk.json": "\(version)"]), now: Self.now) { _ in }
            }
            #expect(folder.version == 5)
            #expect(try String(contentsOf: folder.current.appending(path: "kiosk.json"), encoding: .utf8) == "5")
            let left = try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
            #expect(left == ["4", "5", "current", "previous"])
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path.path + "/previous") == "4")
        }
    }

    @Test func `an older, an expired and an unusable file leave the one in force`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            try folder.take(file(2), now: Self.now) { _ in }
            #expect(throws: SiteRefusal.notNewer(than: 2)) { try folder.take(file(2), now: Self.now) { _ in } }
            #expect(throws: SiteRefusal.notNewer(than: 2)) { try folder.take(file(1), now: Self.now) { _ in } }
            #expect(throws: SiteRefusal.expired) { try folder.take(file(3), now: Self.now + 86_401) { _ in } }
            #expect(throws: SiteRefusal.settings("no")) {
                try folder.take(file(3), now: Self.now) { _ throws(SiteRefusal) in throw .settings("no") }
            }
            #expect(folder.version == 2)
        }
    }

    @Test func `the network's words become the files of other programs`() {
        let network = SiteFile.Network(
            address: "10.1.2.3/24", gateway: "10.1.2.1", dns: ["10.1.1.1"], ntp: ["10.1.1.2"],
            hosts: ["store.example": "10.9.9.9"])
        #expect(network.hostsFile == "127.0.0.1 localhost kiosk\n10.9.9.9 store.example\n")
        #expect(
            network.networkFile
                == "[Match]\nType=ether\n\n[Network]\nAddress=10.1.2.3/24\nLinkLocalAddressing=no\nGateway=10.1.2.1\nDNS=10.1.1.1\nNTP=10.1.1.2\n"
        )
        #expect(network.timeFile == "[Time]\nNTP=10.1.1.2\n")
        #expect(SiteFile.Network().networkFile == nil)
        #expect(SiteFile.Network().timeFile == nil)
    }
}
