import Core
import Crypto
import Documents
import Foundation
import SwiftASN1
import Testing
import X509

/// Lists made by openssl, as a site's authority makes them.
struct RevocationTests {
    @Test func `a card on the list is refused, another is not`() async throws {
        try await withSite { site in
            let (lost, kept) = (try site.card("HS-1"), try site.card("HS-2"))
            try site.revoke([lost], for: 30)
            await #expect(throws: StaffFault.rejected(.revoked)) { try await site.member(of: lost) }
            #expect(try await site.member(of: kept).number == "HS-2")
        }
    }

    @Test func `a list that is renewed counts from the next card on`() async throws {
        try await withSite { site in
            let card = try site.card("HS-1")
            try site.revoke([], for: 30)
            #expect(try await site.member(of: card).number == "HS-1")
            try site.revoke([card], for: 30)
            await #expect(throws: StaffFault.rejected(.revoked)) { try await site.member(of: card) }
        }
    }

    @Test func `with an old list, or none, hall staff wait and a technician gets in to mend it`() async throws {
        try await withSite { site in
            let (staff, technician) = (try site.card("HS-1"), try site.card("TC-1", role: "technician"))
            await #expect(throws: StaffFault.listMissing) { try await site.member(of: staff) }
            try site.revoke([], for: 1)
            #expect(try await site.member(of: staff).number == "HS-1")
            let later = Date().addingTimeInterval(3 * 86_400)
            await #expect(throws: StaffFault.listMissing) { try await site.member(of: staff, at: later) }
            #expect(try await site.member(of: technician, at: later).role == .technician)
        }
    }

    @Test func `a list of a stranger is none`() async throws {
        try await withSite { site in
            let card = try site.card("HS-1")
            try await withSite { stranger in
                try stranger.revoke([], for: 30)
                try Data(contentsOf: stranger.list).write(to: site.list)
            }
            await #expect(throws: StaffFault.listMissing) { try await site.member(of: card) }
        }
    }

    private func withSite(_ body: (Site) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "revocation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(try Site(folder))
    }
}

/// A site's staff authority, kept by openssl in a folder.
private struct Site {
    let folder: URL
    let trust: StaffTrust

    struct Card {
        let der: [UInt8]
        let key: P256.Signing.PrivateKey
        let file: String
    }

    var list: URL { folder.appending(path: "staff.crl") }

    init(_ folder: URL) throws {
        self.folder = folder
        let settings = """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            crlnumber = crlnumber
            new_certs_dir = .
            serial = serial
            default_md = sha256
            policy = any
            unique_subject = no
            default_days = 365
            [any]
            commonName = supplied
            organizationalUnitName = optional
            serialNumber = optional
            [req]
            distinguished_name = name
            [name]
            [authority]
            basicConstraints = critical, CA:TRUE
            keyUsage = critical, keyCertSign, cRLSign
            [card]
            basicConstraints = critical, CA:FALSE
            keyUsage = critical, digitalSignature
            """
        for (name, text) in [("ca.cnf", settings), ("index.txt", ""), ("crlnumber", "01\n"), ("serial", "1000\n")] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try Self.openssl(
            folder,
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -days 3650 "
                + "-subj /CN=site -config ca.cnf -extensions authority")
        let pem = try String(contentsOf: folder.appending(path: "root.pem"), encoding: .utf8)
        trust = try StaffTrust(AuthorityFile(pem: pem), revocations: folder.appending(path: "staff.crl"))
    }

    func card(_ number: String, role: String = "hall-staff") throws -> Card {
        try Self.openssl(
            folder,
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout \(number).key -out \(number).csr "
                + "-subj /CN=\(number)/OU=\(role) -config ca.cnf")
        try Self.openssl(
            folder,
            "ca -batch -config ca.cnf -cert root.pem -keyfile root.key -in \(number).csr -out \(number).pem -notext "
                + "-extensions card")
        let pem = try String(contentsOf: folder.appending(path: "\(number).pem"), encoding: .utf8)
        let key = try String(contentsOf: folder.appending(path: "\(number).key"), encoding: .utf8)
        return Card(
            der: try PEMDocument(pemString: pem).derBytes, key: try P256.Signing.PrivateKey(pemRepresentation: key),
            file: "\(number).pem")
    }

    /// - Parameter days: that the list holds for.
    func revoke(_ cards: [Card], for days: Int) throws {
        for card in cards {
            try Self.openssl(folder, "ca -config ca.cnf -cert root.pem -keyfile root.key -revoke \(card.file)")
        }
        try Self.openssl(
            folder, "ca -gencrl -config ca.cnf -cert root.pem -keyfile root.key -crldays \(days) -out staff.crl")
    }

    func member(of card: Card, at now: Date = Date().addingTimeInterval(60)) async throws -> StaffMember {
        let challenge = Data("a challenge".utf8)
        let signature = try card.key.signature(for: challenge).derRepresentation
        return try await trust.member(of: Data(card.der), signature: signature, over: challenge, at: now)
    }

    private static func openssl(_ folder: URL, _ arguments: String) throws {
        let command = Process()
        command.executableURL = URL(filePath: "/usr/bin/openssl")
        command.arguments = arguments.split(separator: " ").map(String.init)
        command.currentDirectoryURL = folder
        let pipe = Pipe()
        command.standardError = pipe
        command.standardOutput = pipe
        try command.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        command.waitUntilExit()
        try #require(command.terminationStatus == 0, "openssl \(arguments): \(output)")
    }
}
