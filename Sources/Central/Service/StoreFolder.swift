import Core
import Foundation

/// The files that the store makes for itself.
struct StoreFolder {
    let settings: CentralSettings
    let url: (String) -> URL

    init(settings: CentralSettings, url: @escaping (String) -> URL) {
        self.settings = settings
        self.url = url
    }

    init(_ file: SettingsFile) {
        self.init(settings: file.settings, url: file.url)
    }

    func create(_ world: World) throws {
        let keyFile = url(settings.keyFile)
        let vault = exists(keyFile) ? try KeyVault(file: keyFile) : try KeyVault.create(file: keyFile)
        let root = personRoot(vault)
        if !exists(root.key) { try root.create(world) }
        try createOffice(vault, world)
        try createKioskAuthority(vault, world)
        if let calendarFile = settings.calendarFile, !exists(url(calendarFile)) {
            try Data(PackageResources.holidays_json).write(to: url(calendarFile))
        }
        _ = try SQLiteDatabase(file: url(settings.dataFile))
    }

    /// Once; what is there is left alone.
    func createOffice(_ vault: KeyVault, _ world: World) throws {
        let office = issuingOffice(vault)
        if !exists(office.key) { try office.create(named: settings.office.name, world) }
    }

    /// Where the settings want one; what is there is left alone.
    func createKioskAuthority(_ vault: KeyVault, _ world: World) throws {
        guard let files = kioskAuthority(vault), !(exists(files.key) && exists(files.certificate)) else { return }
        try files.create(world)
    }

    func vault() throws(SettingsFault) -> KeyVault {
        do { return try KeyVault(file: url(settings.keyFile)) } catch {
            throw .file(setting: "keyFile", path: settings.keyFile, reason: "\(error)")
        }
    }

    func personRoot(_ vault: KeyVault) -> PersonRootFiles {
        PersonRootFiles(
            certificate: url(settings.personRoot.certificate), key: url(settings.personRoot.key), vault: vault)
    }

    func issuingOffice(_ vault: KeyVault) -> IssuingOfficeFiles {
        IssuingOfficeFiles(
            root: url(settings.issuingOffice.root), certificate: url(settings.issuingOffice.certificate),
            key: url(settings.issuingOffice.key), vault: vault)
    }

    /// Nil where the settings want none.
    func kioskAuthority(_ vault: KeyVault) -> KioskAuthorityFiles? {
        settings.enrolment.map {
            KioskAuthorityFiles(certificate: url($0.certificate), key: url($0.key), vault: vault)
        }
    }

    private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path()) }
}
