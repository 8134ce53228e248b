import Core
import Crypto
import DurableFiles
package import Foundation
import Glibc
import X509

/// What makes a machine known to the store: `identity.pem` with certificate and key in one file, so that one renaming
/// exchanges both; `identity-old.pem`, the one before it until the store has taken the new one; `next.key`, a key that
/// waits for its certificate and is asked for again after a power cut. All mode 0600.
package struct IdentityFolder: Sendable {
    private let path: String

    package init(_ path: String) { self.path = path }

    /// For both certificate and key.
    package var file: String { "\(path)/identity.pem" }
    private var old: String { "\(path)/identity-old.pem" }
    private var next: String { "\(path)/next.key" }
    /// SHA-256 of the code that was used last, hexadecimal.
    private var used: String { "\(path)/used-code" }

    /// What is in force.
    package struct Standing: Hashable, Sendable {
        package let name: String
        package let from: Date
        package let until: Date
        /// The store has not seen it yet.
        package let isUntried: Bool

        /// Two thirds of its life have passed.
        package func isDue(at now: Date) -> Bool {
            now >= from.addingTimeInterval(until.timeIntervalSince(from) * 2 / 3)
        }
    }

    /// Nil when there is none for this name, or it is not in force now.
    package func standing(of kiosk: String, at now: Date) -> Standing? {
        guard let own = certificate, let name = own.subject.commonName, name == kiosk, own.notValidBefore <= now,
            now < own.notValidAfter
        else { return nil }
        return Standing(
            name: name, from: own.notValidBefore, until: own.notValidAfter,
            isUntried: FileManager.default.fileExists(atPath: old))
    }

    private var certificate: Certificate? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8), let key = IdentityKey(pem: text),
            let own = try? PEMFile.certificates(in: text).first, key.isKey(of: own)
        else { return nil }
        return own
    }

    /// The key for the next certificate: the one that waits, or a new one, which is on the disk when this returns.
    package func nextKey() throws(EnrolmentFault) -> IdentityKey {
        if let text = try? String(contentsOfFile: next, encoding: .utf8), let key = IdentityKey(pem: text),
            certificate.map({ !key.isKey(of: $0) }) ?? true
        {
            return key
        }
        let key = IdentityKey()
        try write(key.pem, to: next)
        return key
    }

    /// Whether this code has brought the certificate that is there: it brings no other.
    package func hasUsed(_ code: String) -> Bool {
        (try? String(contentsOfFile: used, encoding: .utf8)) == Self.digest(of: code)
    }

    package func note(used code: String) throws(EnrolmentFault) { try write(Self.digest(of: code), to: used) }

    private static func digest(of code: String) -> String {
        SHA256.hash(data: Data(code.utf8)).hex
    }

    /// Puts a certificate into force; the one before it is kept until the store has taken this one.
    package func keep(_ certificates: String, for key: IdentityKey) throws(EnrolmentFault) {
        if certificate != nil {
            try? FileManager.default.removeItem(atPath: old)
            guard link(file, old) == 0 else { throw .disk("\(old): \(String(cString: strerror(errno)))") }
        }
        try write(certificates + key.pem, to: file)
        try? FileManager.default.removeItem(atPath: next)
    }

    /// The store has taken what is in force.
    package func confirm() { try? FileManager.default.removeItem(atPath: old) }

    /// The store knows nothing of what is in force: the one before it again, where there is one.
    /// - Returns: whether there was.
    package func takeBack() -> Bool { rename(old, file) == 0 }

    /// Whole and on the disk, or not at all.
    private func write(_ text: String, to target: String) throws(EnrolmentFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)]
            )
            try DurableFile.write(Data(text.utf8), to: target)
        } catch { throw .disk("\(target): \(error.localizedDescription)") }
    }
}

extension DistinguishedName {
    fileprivate var commonName: String? {
        for part in self {
            for attribute in part where attribute.type == .RDNAttributeType.commonName {
                return String(attribute.value)
            }
        }
        return nil
    }
}
