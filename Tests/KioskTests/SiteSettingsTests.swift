import Documents
import Foundation
import Framebuffer
import Screens
import Speech
import Terminal
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct SiteSettingsTests {
    @Test func `a complete file is read, relative paths from its own folder`() throws {
        let settings = try Self.read(Self.complete)
        #expect(settings.kiosk == "kiosk-001")
        #expect(settings.hall.machine == "03")
        #expect(settings.store.url.absoluteString == "https://store.example:8443")
        #expect(settings.store.trustRoot == "/etc/pki/root.pem")
        #expect(settings.store.key.hasSuffix("/keys/kiosk.key") && settings.store.key.hasPrefix("/"))
        #expect(settings.readers.socket?.hasSuffix("/run/pcscd.comm") == true)
        #expect(settings.readers.socket?.hasPrefix("/") == true)
        #expect(settings.printer.server == "localhost")
        #expect(settings.trust.personRoots.allSatisfy { $0.hasPrefix("/") })
        #expect(settings.draftDays == 30)
        #expect(settings.creditCodeReader.creditCodeOIDs == ["1.2.156.112570.11.210"])
    }

    @Test func `a machine that enrols is known by what lies beside its database`() throws {
        let enrolling = Self.complete.replacing(
            Self.pair, with: #""enrolment": {"code": "abcd-efgh-jkmn"}"#
        ).replacing("kiosk.sqlite", with: "/var/lib/kiosk/kiosk.sqlite")
        let settings = try Self.read(enrolling)
        #expect(settings.store.enrolment?.code == "abcd-efgh-jkmn")
        #expect(settings.store.certificate == "/var/lib/kiosk/identity/identity.pem")
        #expect(settings.store.key == settings.store.certificate)
    }

    @Test func `a code beside certificate and key, or an empty one, is named`() throws {
        let both = try Self.changing("store.enrolment", to: ["code": "abcd-efgh-jkmn"])
        let problem = #expect(throws: SettingsProblem.self) { try Self.read(both) }
        #expect(problem?.description.contains("store.enrolment: should stand in place of certificate and key") == true)
        let empty = Self.complete.replacing(
            Self.pair, with: #""enrolment": {"code": ""}"#)
        let emptiness = #expect(throws: SettingsProblem.self) { try Self.read(empty) }
        #expect(emptiness?.description.contains("store.enrolment.code: should be") == true)
    }

    @Test func `the site's own periods reach the screens, the others keep theirs`() throws {
        let settings = try Self.read(Self.complete.replacing(#""kiosk":"#, with: #""session": {"idle": 90}, "kiosk":"#))
        #expect(settings.screens.idle == 90)
        #expect(settings.screens.idleOnForms == 120)
        #expect(settings.screens.machine == "03")
    }

    @Test func `a site without a speech section is silent, one with it speaks as it says`() throws {
        #expect(try Self.read(Self.complete).spoken == nil)
        let text = #""speech": {"speed": 150, "player": ["paplay"], "prerendered": "speech"}, "kiosk":"#
        let spoken = try #require(try Self.read(Self.complete.replacing(#""kiosk":"#, with: text)).spoken)
        #expect(spoken.speed == 150)
        #expect(spoken.volume == 100)
        #expect(spoken.player == ["paplay"])
        #expect(spoken.synthesiser == "espeak-ng")
        #expect(spoken.prerendered?.hasPrefix("/") == true)
    }

    @Test func `a display of its own has fonts, whose paths are the file's own too`() throws {
        let section = #""display": {"rotation": 90, "fonts": [{"regular": {"path": "mono.ttf", "face": 2}}]}, "kiosk":"#
        let display = try #require(try Self.read(Self.complete.replacing(#""kiosk":"#, with: section)).display)
        #expect(display.rotation == .quarter)
        #expect(display.fonts.first?.regular.path.hasSuffix("/mono.ttf") == true)
        #expect(display.fonts.first?.regular.face == 2)
        #expect(try Self.read(Self.complete).display == nil)
    }

    @Test(arguments: [
        (#""fonts": []"#, "display.fonts"),
        (#""rowHeight": 3, "fonts": [{"regular": {"path": "a"}}]"#, "display.rowHeight"),
        (#""rotation": 45, "fonts": []"#, "display.rotation"), ("", "display"),
    ])
    func `a display that makes no sense is named`(section: String, field: String) {
        let problem = #expect(throws: SettingsProblem.self) {
            try Self.read(Self.complete.replacing(#""kiosk":"#, with: #""display": {\#(section)}, "kiosk":"#))
        }
        #expect(problem?.description.contains(field) == true, "\(problem?.description ?? "")")
    }

    @Test func `the panel and what visits begin with reach the screens`() throws {
        let own = #""panel": {"width": 345, "height": 194}, "presentation": {"printSize": "large", "isVoiced": true}, "#
        let screens = try Self.read(Self.complete.replacing(#""kiosk":"#, with: own + #""kiosk":"#)).screens
        #expect(screens.panel == Panel(width: 345, height: 194))
        #expect(screens.presentation == Presentation(printSize: .large, isVoiced: true))
        #expect(try Self.read(Self.complete).screens.panel == .standard)
    }

    @Test(arguments: [
        "kiosk", "hall", "hall.name", "hall.machine", "store", "store.url", "store.trustRoot", "store.certificate",
        "store.key", "readers", "readers.identity", "readers.enterprise", "printer", "printer.server", "printer.queue",
        "printer.device", "storage", "storage.database", "storage.deviceKey", "trust", "trust.personRoots",
        "trust.enterpriseRoots", "fonts", "chineseInput",
    ])
    func `a field that is missing or of the wrong type is named`(field: String) throws {
        for value in [nil, 7, NSNull()] as [Any?] {
            let problem = #expect(throws: SettingsProblem.self) {
                try Self.read(try Self.changing(field, to: value))
            }
            for part in field.split(separator: ".") {
                #expect(problem?.description.contains(part) == true, "\(problem?.description ?? "")")
            }
        }
    }

    @Test(arguments: [
        ("store.url", "http://store.example" as any Sendable), ("store.url", "store"),
        ("printer.device", "ftp://printer"),
        ("printer.device", "ipp:///ipp"), ("keepDrafts", 0), ("session.idle", -1),
        ("speech.speed", 5), ("speech.volume", 201), ("speech.player", [String]()),
    ])
    func `a value that makes no sense is named`(field: String, value: any Sendable) throws {
        let problem = #expect(throws: SettingsProblem.self) { try Self.read(try Self.changing(field, to: value)) }
        #expect(problem?.description.contains("\(field): should be") == true)
    }

    @Test(arguments: ["", "[]", "no settings", #"{"kiosk": "#])
    func `what is no settings file is refused with the file's name`(text: String) {
        let problem = #expect(throws: SettingsProblem.self) { try Self.read(text) }
        #expect(problem?.description.contains("kiosk.json") == true)
    }

    @Test func `a file that is not there is named`() {
        let problem = #expect(throws: SettingsProblem.self) {
            try SiteSettings.read(URL(filePath: "/nowhere/kiosk.json"))
        }
        #expect(problem?.description == "/nowhere/kiosk.json: cannot be read")
    }

    private static let pair = "\"certificate\": \"kiosk.pem\",\n    \"key\": \"keys/kiosk.key\""

    private static let complete = """
        {"kiosk": "kiosk-001", "hall": {"name": "示例政务服务大厅", "machine": "03"},
        "store": {"url": "https://store.example:8443", "trustRoot": "/etc/pki/root.pem", "certificate": "kiosk.pem",
            "key": "keys/kiosk.key"},
        "readers": {"identity": "Reader A", "enterprise": "Reader B", "socket": "run/pcscd.comm"},
        "printer": {"server": "localhost", "queue": "kiosk", "device": "ipp://printer.example/ipp/print"},
        "storage": {"database": "kiosk.sqlite", "deviceKey": "device.key"},
        "trust": {"personRoots": ["person.pem"], "enterpriseRoots": ["enterprise.pem"]},
        "fonts": "fonts", "chineseInput": "rime"}
        """

    private static func read(_ text: String) throws -> SiteSettings {
        try withFolder { folder in
            let file = folder.appending(path: "kiosk.json")
            try Data(text.utf8).write(to: file)
            return try SiteSettings.read(file)
        }
    }

    /// The complete file with one field of it another; nil takes it out.
    private static func changing(_ field: String, to value: Any?) throws -> String {
        var root = try #require(try JSONSerialization.jsonObject(with: Data(complete.utf8)) as? [String: Any])
        let path = field.split(separator: ".").map(String.init)
        if path.count == 1 {
            root[path[0]] = value
        } else {
            var inner = root[path[0]] as? [String: Any] ?? [:]
            inner[path[1]] = value
            root[path[0]] = inner
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: root), as: UTF8.self)
    }
}
