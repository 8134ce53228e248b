import Foundation

/// A settings file that was read, with its place: paths inside are relative to it.
struct SettingsFile: Sendable {
    let settings: CentralSettings
    private let folder: URL

    init(at path: String) throws(SettingsFault) {
        let file = URL(filePath: path)
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(path: path) }
        do { settings = try JSONDecoder().decode(CentralSettings.self, from: data) } catch {
            throw SettingsFault(error, path: path)
        }
        folder = file.deletingLastPathComponent()
        try check()
    }

    func url(_ path: String) -> URL {
        path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
    }

    private func check() throws(SettingsFault) {
        guard (0...65_535).contains(settings.port) else { throw .wrong("port", "0 to 65535") }
        guard (settings.sms.spoolDirectory == nil) != (settings.sms.webhookURL == nil) else {
            throw .wrong("sms", "either spoolDirectory or webhookURL")
        }
        if let address = settings.sms.webhookURL, URL(string: address)?.host() == nil {
            throw .wrong("sms.webhookURL", "an absolute URL")
        }
        if let phone = settings.phone {
            guard (0...65_535).contains(phone.port) else { throw .wrong("phone.port", "0 to 65535") }
            guard phone.address.hasPrefix("https://"), URL(string: phone.address)?.host() != nil else {
                throw .wrong("phone.address", "an absolute https URL")
            }
            guard (phone.certificate == nil) == (phone.key == nil) else {
                throw .wrong("phone", "both certificate and key, or neither")
            }
        }
        guard settings.codes.tries > 0, settings.codes.lifeSeconds > 0, settings.codes.resendSeconds >= 0 else {
            throw .wrong("codes", "positive numbers")
        }
        guard settings.decisionDays > 0 else { throw .wrong("decisionDays", "a positive number") }
        guard settings.acceptanceDays > 0 else { throw .wrong("acceptanceDays", "a positive number") }
        if let office = settings.backOffice {
            guard (0...65_535).contains(office.port) else { throw .wrong("backOffice.port", "0 to 65535") }
            guard office.idleMinutes > 0, office.longestHours > 0 else {
                throw .wrong("backOffice", "idleMinutes and longestHours: positive numbers")
            }
            guard (office.certificate == nil) == (office.key == nil) else {
                throw .wrong("backOffice", "certificate and key: both or none")
            }
        }
        if let enrolment = settings.enrolment, !(1...3_650).contains(enrolment.days) {
            throw .wrong("enrolment.days", "1 to 3650")
        }
        guard settings.sessionMinutes > 0 else { throw .wrong("sessionMinutes", "a positive number") }
    }
}

/// Why a store does not start: said once, on standard error, in words that name the setting.
enum SettingsFault: Error, Hashable, CustomStringConvertible {
    case unreadable(path: String)
    case notJSON(path: String)
    case missing(setting: String)
    case wrong(_ setting: String, _ expected: String)
    /// A file that a setting names.
    case file(setting: String, path: String, reason: String)

    init(_ error: any Error, path: String) {
        self =
            switch error {
            case DecodingError.keyNotFound(let key, let context):
                .missing(setting: Self.name(context.codingPath + [key]))
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
                .wrong(Self.name(context.codingPath), context.debugDescription)
            case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
                .wrong(Self.name(context.codingPath), context.debugDescription)
            default: .notJSON(path: path)
            }
    }

    private static func name(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }

    var description: String {
        switch self {
        case .unreadable(let path): "settings file \(path): cannot be read"
        case .notJSON(let path): "settings file \(path): not JSON"
        case .missing(let setting): "settings: “\(setting)” is missing"
        case .wrong(let setting, let expected): "settings: “\(setting)”: \(expected)"
        case .file(let setting, let path, let reason): "settings: “\(setting)”: \(path): \(reason)"
        }
    }
}
