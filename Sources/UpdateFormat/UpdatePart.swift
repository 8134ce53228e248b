/// What a bundle brings, by its name in it.
package enum UpdatePart: String, CaseIterable, Sendable {
    case kernel = "kiosk.efi"
    case hashes = "root.verity"
    case root = "root.sqfs"

    /// Those that a small bundle brings as patches. The tree of hashes is small, and nearly all of it is new.
    package static let patched: [UpdatePart] = [.kernel, .root]
}
