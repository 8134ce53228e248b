import Foundation
import VirtualDevices

/// The settings file of the hall's kiosk.
enum KioskSettingsFile {
    static func path(in directory: RunDirectory) -> String { directory.path("kiosk.json") }

    static func write(for hall: Hall) throws {
        let directory = hall.directory
        let pki = hall.cards.pki
        var settings: [String: Any] = [
            "kiosk": "kiosk-001",
            "hall": ["name": "示例政务服务大厅", "machine": "03"],
            "store": [
                "url": "https://localhost:\(hall.network.port)", "trustRoot": pki.tlsRoot.path,
                "certificate": pki.kioskCertificate.path, "key": pki.kioskKey.path,
            ],
            "readers": [
                "identity": hall.cards.readerNames.identity, "enterprise": hall.cards.readerNames.enterprise,
                "socket": hall.cards.socket,
            ],
            "printer": [
                "server": hall.printRoom.cups.socket, "queue": hall.printRoom.cups.queue,
                "device": hall.printRoom.printer.uri,
            ],
            "storage": ["database": directory.path("kiosk.sqlite"), "deviceKey": directory.path("device.key")],
            "trust": [
                "personRoots": [hall.store.personRoot], "enterpriseRoots": [pki.enterpriseRoot.path],
                "staffRoots": [pki.staffRoot.path], "officeRoots": [hall.store.officeRoot],
            ],
            "files": ["sticks": hall.stick.sticks, "phone": true, "scanner": hall.scanner.url],
            "speech": hall.player.map { ["player": $0] } ?? [:],
            "fonts": BakedData.fonts,
            "chineseInput": BakedData.chineseInput,
        ]
        if let patience = hall.patience {
            settings["session"] = [
                "idle": patience.idle, "idleOnForms": patience.idle, "warning": patience.warning,
            ]
        }
        try JSONSerialization.data(withJSONObject: settings, options: [.prettyPrinted, .sortedKeys])
            .write(to: URL(fileURLWithPath: path(in: directory)))
    }
}
