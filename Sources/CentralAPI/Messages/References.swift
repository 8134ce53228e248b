package import Core
import Foundation

// Requests that travel in the URL: identifiers, digests and cursors only.

package struct ApplicationReference: Hashable, URLParameters {
    package let application: ApplicationID

    package init(_ application: ApplicationID) { self.application = application }

    package init?(parameters: [String: String]) {
        guard let application = parameters["application"].flatMap({ ApplicationID($0) }) else { return nil }
        self.init(application)
    }

    package var parameters: [(name: String, value: String)] { [("application", application.description)] }
}

package struct PaperReference: Hashable, URLParameters {
    package let application: ApplicationID
    package let digest: PaperDigest

    package init(application: ApplicationID, digest: PaperDigest) {
        self.application = application
        self.digest = digest
    }

    package init?(parameters: [String: String]) {
        guard let application = parameters["application"].flatMap({ ApplicationID($0) }),
            let digest = parameters["digest"].flatMap({ PaperDigest(hex: $0) })
        else { return nil }
        self.init(application: application, digest: digest)
    }

    package var parameters: [(name: String, value: String)] {
        [("application", application.description), ("digest", digest.hex)]
    }
}

package struct RegisterCursor: Hashable, URLParameters {
    package let after: Int

    package init(after: Int) { self.after = after }

    package init?(parameters: [String: String]) {
        guard let after = parameters["after"].flatMap({ Int($0) }), after >= 0 else { return nil }
        self.init(after: after)
    }

    package var parameters: [(name: String, value: String)] { [("after", String(after))] }
}

package struct ChangeCursor: Hashable, URLParameters {
    package let after: Int
    /// Seconds to wait for a change when there is none; the store waits at most 60.
    package let wait: Int

    package init(after: Int, wait: Int) {
        self.after = after
        self.wait = wait
    }

    package init?(parameters: [String: String]) {
        guard let after = parameters["after"].flatMap({ Int($0) }), after >= 0,
            let wait = parameters["wait"].flatMap({ Int($0) }), wait >= 0
        else { return nil }
        self.init(after: after, wait: wait)
    }

    package var parameters: [(name: String, value: String)] { [("after", String(after)), ("wait", String(wait))] }
}

package struct UploadReference: Hashable, URLParameters {
    package let upload: UploadTicket.ID
    /// Seconds to wait for news; the store waits at most 60.
    package let wait: Int

    package init(upload: UploadTicket.ID, wait: Int) {
        self.upload = upload
        self.wait = wait
    }

    package init?(parameters: [String: String]) {
        guard let upload = parameters["upload"].flatMap({ UUID(uuidString: $0) }),
            let wait = parameters["wait"].flatMap({ Int($0) }), wait >= 0
        else { return nil }
        self.init(upload: upload, wait: wait)
    }

    package var parameters: [(name: String, value: String)] {
        [("upload", upload.uuidString.lowercased()), ("wait", String(wait))]
    }
}

package struct CertificateReference: Hashable, URLParameters {
    package let certificate: CertificateID

    package init(_ certificate: CertificateID) { self.certificate = certificate }

    package init?(parameters: [String: String]) {
        guard let certificate = parameters["certificate"].flatMap({ CertificateID($0) }) else { return nil }
        self.init(certificate)
    }

    package var parameters: [(name: String, value: String)] { [("certificate", certificate.description)] }
}

package struct RenameReference: Hashable, URLParameters {
    package let entry: EntryID

    package init(_ entry: EntryID) { self.entry = entry }

    package init?(parameters: [String: String]) {
        guard let entry = parameters["entry"].flatMap({ EntryID($0) }) else { return nil }
        self.init(entry)
    }

    package var parameters: [(name: String, value: String)] { [("entry", entry.description)] }
}

/// One piece of an update's file.
package struct ReleaseReference: Hashable, URLParameters {
    /// SHA-256 of the whole file, 64 lower-case hexadecimal digits.
    package let digest: String
    /// The first byte that is asked for.
    package let from: Int

    package init(digest: String, from: Int) {
        self.digest = digest
        self.from = from
    }

    package init?(parameters: [String: String]) {
        guard let digest = parameters["digest"], digest.wholeMatch(of: /[0-9a-f]{64}/) != nil,
            let from = parameters["from"].flatMap({ Int($0) }), from >= 0
        else { return nil }
        self.init(digest: digest, from: from)
    }

    package var parameters: [(name: String, value: String)] { [("digest", digest), ("from", String(from))] }
}
