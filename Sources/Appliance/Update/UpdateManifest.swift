package import Foundation

/// What an update bundle says of itself, signed: lines of `key=value` (image/make-bundle).
package struct UpdateManifest: Hashable, Sendable {
    package let version: ReleaseVersion
    /// Of the dm-verity tree, 64 hexadecimal digits; its halves are the PARTUUIDs of the two partitions of the slot.
    package let rootHash: String
    package let expires: Date
    package let parts: [UpdatePart: Content]

    package struct Content: Hashable, Sendable {
        package let size: Int
        /// SHA-256, hexadecimal.
        package let digest: String
    }

    package init(_ text: String) throws(UpdateRefusal) {
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard words.count == 2, values.updateValue(words[1], forKey: words[0]) == nil else {
                throw .unreadable("its manifest")
            }
        }
        guard values["format"] == "1" else { throw .format(values["format"] ?? "none") }
        guard let version = values["version"].flatMap({ ReleaseVersion($0) }), let rootHash = values["roothash"],
            rootHash.count == 64, rootHash.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
            let expires = values["expires"].flatMap({ try? Date($0, strategy: .iso8601) })
        else { throw .unreadable("its manifest") }
        var parts: [UpdatePart: Content] = [:]
        for part in UpdatePart.allCases {
            let words = (values[part.rawValue] ?? "").split(separator: " ")
            guard words.count == 2, let size = Int(words[0]), size > 0, words[1].count == 64 else {
                throw .unreadable("its manifest names no \(part.rawValue)")
            }
            parts[part] = Content(size: size, digest: String(words[1]))
        }
        (self.version, self.rootHash, self.expires, self.parts) = (version, rootHash, expires, parts)
    }

    /// PARTUUIDs of the slot's data and hash partitions.
    package var partitionIdentifiers: (data: String, hashes: String) {
        (Self.identifier(rootHash.prefix(32)), Self.identifier(rootHash.suffix(32)))
    }
}

/// What a bundle brings, by its name in it.
package enum UpdatePart: String, CaseIterable, Sendable {
    case kernel = "kiosk.efi"
    case hashes = "root.verity"
    case root = "root.sqfs"
}
