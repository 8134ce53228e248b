package import Foundation

/// What an update bundle says of itself, signed: lines of `key=value` (image/make-bundle). Format 1 brings all parts whole;
/// format 2 brings patches over a version that the machine runs.
package struct UpdateManifest: Hashable, Sendable {
    package let version: ReleaseVersion
    /// Of the dm-verity tree, 64 hexadecimal digits; its halves are the PARTUUIDs of the two partitions of the slot.
    package let rootHash: String
    package let expires: Date
    /// What the slot and the boot partition hold after it.
    package let parts: [UpdatePart: Content]
    /// Nil where the bundle brings everything whole.
    package let base: Base?

    /// What a small bundle was made against: `base=1.0.0`, `base.roothash=…`, and for each part that comes as a patch
    /// `base.PART=size digest` (the old one) and `PART.patch=size digest` (what the bundle brings).
    package struct Base: Hashable, Sendable {
        package let version: ReleaseVersion
        package let rootHash: String
        package let parts: [UpdatePart: Content]
        package let patches: [UpdatePart: Content]
    }

    package struct Content: Hashable, Sendable {
        package let size: Int
        /// SHA-256, hexadecimal.
        package let digest: String
    }

    package init(_ text: String) throws(UpdateFormatFault) {
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard words.count == 2, values.updateValue(words[1], forKey: words[0]) == nil else {
                throw .unreadable("its manifest cannot be read")
            }
        }
        guard let format = values["format"], ["1", "2"].contains(format) else {
            throw .format(values["format"] ?? "none")
        }
        guard let version = values["version"].flatMap({ ReleaseVersion($0) }),
            let rootHash = values["roothash"], Self.isRootHash(rootHash),
            let expires = values["expires"].flatMap({ try? Date($0, strategy: .iso8601) })
        else { throw .unreadable("its manifest lacks version, roothash or expires") }
        (self.version, self.rootHash, self.expires) = (version, rootHash, expires)
        parts = try Self.contents(of: UpdatePart.allCases, in: values) { $0 }
        base = format == "2" ? try Self.base(values) : nil
    }

    private static func base(_ values: [String: String]) throws(UpdateFormatFault) -> Base {
        guard let version = values["base"].flatMap({ ReleaseVersion($0) }),
            let rootHash = values["base.roothash"], isRootHash(rootHash)
        else { throw .unreadable("its manifest names no version to start from") }
        return Base(
            version: version, rootHash: rootHash,
            parts: try contents(of: UpdatePart.patched, in: values) { "base.\($0)" },
            patches: try contents(of: UpdatePart.patched, in: values) { "\($0).patch" })
    }

    private static func contents(
        of parts: [UpdatePart], in values: [String: String], _ key: (String) -> String
    ) throws(UpdateFormatFault) -> [UpdatePart: Content] {
        var contents: [UpdatePart: Content] = [:]
        for part in parts {
            let words = (values[key(part.rawValue)] ?? "").split(separator: " ")
            guard words.count == 2, let size = Int(words[0]), (1...largest).contains(size), words[1].count == 64 else {
                throw .unreadable("its manifest names no \(key(part.rawValue))")
            }
            contents[part] = Content(size: size, digest: String(words[1]))
        }
        return contents
    }

    private static func isRootHash(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9a-f]{64}/) != nil
    }

    /// Bytes that no part comes near; sums of two stay numbers.
    private static let largest = 1 << 32
}

extension UpdateManifest {
    /// The name under which a bundle holds the part.
    package func member(_ part: UpdatePart) -> String {
        base?.patches[part] == nil ? part.rawValue : "\(part.rawValue).patch"
    }

    /// What a bundle holds of the part.
    package func brought(_ part: UpdatePart) -> Content? { base?.patches[part] ?? parts[part] }
}
