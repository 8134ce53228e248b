import ArgumentParser
import Foundation

/// Makes what a store needs before its first start; what is there already is left alone.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract:
            "Make a store's folder: key file, person root (person-root.pem), kiosks' authority, holiday tables, database, settings to fill in."
    )

    @Option(help: "Folder of the store.")
    var data: String

    func run() async throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        let settings = CentralSettings.skeleton
        let place = StoreFolder(settings: settings, url: { folder.appending(path: $0) })
        try place.create(.real)
        let file = folder.appending(path: "settings.json")
        if !FileManager.default.fileExists(atPath: file.path()) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try encoder.encode(settings).write(to: file)
        }
        print("store in \(folder.path())")
    }
}

extension CentralSettings {
    /// Every setting with its default; the paths of `tls` and `enterpriseRoots` are for the operator to fill in.
    static let skeleton = CentralSettings(
        tls: TLSFiles(certificate: "tls.pem", key: "tls.key", clientCA: "kiosk-ca.pem"),
        enrolment: EnrolmentFiles(), enterpriseRoots: "enterprise-roots.pem", calendarFile: "holidays.json",
        sms: SMSChannel(spoolDirectory: "sms"))
}
