import Foundation
import Sync

extension SiteSettings {
    /// What a machine that enrols is known by, beside its database.
    var identity: IdentityFolder {
        let folder = URL(fileURLWithPath: storage.database).deletingLastPathComponent()
        return IdentityFolder(folder.appending(path: "identity").path)
    }

    var identityFile: String { identity.file }
}

extension SiteSettings.Store {
    private enum Key: CodingKey { case url, trustRoot, certificate, key, enrolment }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        url = try fields.decode(URL.self, forKey: .url)
        trustRoot = try fields.decode(String.self, forKey: .trustRoot)
        enrolment = try fields.decodeIfPresent(Enrolment.self, forKey: .enrolment)
        guard enrolment != nil else {
            certificate = try fields.decode(String.self, forKey: .certificate)
            key = try fields.decode(String.self, forKey: .key)
            return
        }
        guard !fields.contains(.certificate), !fields.contains(.key) else {
            throw DecodingError.dataCorruptedError(
                forKey: .enrolment, in: fields, debugDescription: "should stand in place of certificate and key")
        }
        (certificate, key) = ("", "")
    }
}
