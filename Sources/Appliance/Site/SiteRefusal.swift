/// Why a site's file is not taken, in words for the technician who brought it.
package enum SiteRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not signed by the site's key, or changed since.
    case signature
    case unreadable
    case format(Int)
    case noSettings
    case fileName(String)
    case networkWord(String)
    case expired
    /// The number of the one that is in force.
    case notNewer(than: Int)
    /// The store could not be reached by it, and the file before it was put back.
    case takenBack(Int)
    /// What the kiosk's own reading of its settings says.
    case settings(String)
    case disk(String)

    package var description: String {
        switch self {
        case .signature: "not signed with this site's key, or changed after signing: ask for a new file"
        case .unreadable: "signed, but not a site file: make it with `kiosk provision`"
        case .format(let number): "made for another version of the kiosk (format \(number)): update the machine first"
        case .noSettings: "holds no \(SiteFile.settings): make it again with `kiosk provision`"
        case .fileName(let name): "names a file that may not be: \(name.debugDescription)"
        case .networkWord(let word): "says something of the network that may not be: \(word.debugDescription)"
        case .expired: "expired: ask for a new file, or set the machine's clock"
        case .notNewer(let version): "not newer than the one in force (version \(version))"
        case .takenBack(let version):
            "version \(version) was taken back, because the store could not be reached by it: ask for a newer file"
        case .settings(let words): "its settings cannot be used: \(words)"
        case .disk(let words): "cannot be kept on this machine's disk: \(words)"
        }
    }
}
