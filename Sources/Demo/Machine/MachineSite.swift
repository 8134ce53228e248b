import Core
import Foundation
import Framebuffer
import VirtualDevices

/// What a site's file for the machine in QEMU is made of: `kiosk provision` takes the folder.
enum MachineSite {
    /// Where image/machine.py lets the machine reach this desk. ippeveprinter serves no name but its own.
    private static let (store, printer) = ("10.0.2.100", "10.0.2.101")

    static let fonts: [Typeface] = {
        let folder = "/usr/share/fonts/"
        func file(_ path: String, _ face: Int? = nil) -> FontFile { FontFile(folder + path, face: face) }
        return [
            Typeface(
                regular: file("truetype/dejavu/DejaVuSansMono.ttf"),
                bold: file("truetype/dejavu/DejaVuSansMono-Bold.ttf")),
            Typeface(
                regular: file("opentype/noto/NotoSansCJK-Regular.ttc", 2),
                bold: file("opentype/noto/NotoSansCJK-Bold.ttc", 2)),
        ]
    }()

    private static let kiosk = "kiosk-001"

    /// With a new code for the machine to enrol by; the codes of earlier folders are good for nothing then.
    /// - Parameter readers: how the names of the machine's two readers begin.
    static func write(for hall: Hall, readers: (identity: String, enterprise: String), into folder: URL) async throws {
        try? FileManager.default.removeItem(at: folder)
        let site = folder.appending(path: "site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        let pki = hall.cards.pki
        let files = [
            "tls-root.pem": pki.tlsRoot, "person-root.pem": URL(filePath: hall.store.personRoot),
            "enterprise-root.pem": pki.enterpriseRoot, "staff-root.pem": pki.staffRoot,
            "office-root.pem": URL(filePath: hall.store.officeRoot),
        ]
        for (name, file) in files { try FileManager.default.copyItem(at: file, to: site.appending(path: name)) }
        let code = try await hall.store.enrolmentCode(of: kiosk)
        try write(settings(readers, code), to: site.appending(path: "kiosk.json"))
        try write(
            ["hosts": [TestPKI.storeName: store]],
            to: folder.appending(path: "network.json"))
    }

    private static func settings(
        _ readers: (identity: String, enterprise: String), _ code: String
    ) -> [String: Any] {
        let faces = fonts.map { face in
            ["regular": file(face.regular)].merging(face.bold.map { ["bold": file($0)] } ?? [:]) { $1 }
        }
        return [
            "kiosk": kiosk,
            "hall": ["name": "示例政务服务大厅", "machine": "03"],
            "store": [
                "url": "https://\(TestPKI.storeName):8443", "trustRoot": "tls-root.pem",
                "enrolment": ["code": code],
            ],
            "readers": ["identity": readers.identity, "enterprise": readers.enterprise],
            "printer": [
                "server": "/run/cups/cups.sock", "queue": "hall", "device": "ipp://\(printer):631/ipp/print",
            ],
            "storage": ["database": "/var/lib/kiosk/kiosk.sqlite", "deviceKey": "/var/lib/kiosk/device.key"],
            "trust": [
                "personRoots": ["person-root.pem"], "enterpriseRoots": ["enterprise-root.pem"],
                "staffRoots": ["staff-root.pem"], "officeRoots": ["office-root.pem"],
            ],
            "files": [
                "sticks": "/run/sticks", "phone": true, "stickGate": ["/bin/sh", "/usr/lib/kiosk/stick-gate", "ask"],
            ] as [String: Any],
            "display": ["console": "/dev/tty1", "fonts": faces],
            "fonts": "/usr/share/kiosk/fonts",
            "chineseInput": "/usr/share/kiosk/chinese-input",
        ]
    }

    private static func file(_ font: FontFile) -> [String: Any] {
        ["path": font.path].merging(font.face.map { ["face": $0] } ?? [:]) { $1 }
    }

    private static func write(_ object: Any, to file: URL) throws {
        try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys]).write(to: file)
    }
}
