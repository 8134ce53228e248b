import Core
import Foundation

/// What a scanner says it can do (eSCL ScannerCapabilities).
struct ESCLCapabilities: Hashable {
    enum Source: String { case glass = "Platen", feeder = "Feeder" }

    struct Input: Hashable {
        /// Three hundredths of an inch.
        let width: Int
        let height: Int
        let resolutions: Resolutions
        let hasColour: Bool
    }

    enum Resolutions: Hashable {
        case these(Set<Int>)
        case any(ClosedRange<Int>)

        /// The one that is wanted, or else the finest below it, or the coarsest.
        func nearest(to wanted: Int) -> Int {
            switch self {
            case .these(let values): values.filter { $0 <= wanted }.max() ?? values.min() ?? wanted
            case .any(let range): min(max(wanted, range.lowerBound), range.upperBound)
            }
        }
    }

    let version: String
    let glass: Input?
    let feeder: Input?

    /// Nil for what is no such document, and for a scanner that gives no JPEG.
    init?(_ data: Data) {
        guard let root = XMLTree.parse(data), root.name == "ScannerCapabilities" else { return nil }
        version = root.child("Version")?.text ?? "2.0"
        glass = root.child("Platen").flatMap { $0.all("PlatenInputCaps").first }.flatMap { Input($0, in: root) }
        feeder = root.child("Adf").flatMap { $0.all("AdfSimplexInputCaps").first }.flatMap { Input($0, in: root) }
        guard glass != nil || feeder != nil else { return nil }
    }

    /// Where the paper is: in the feeder when it says so, else on the glass, which says nothing.
    func source(for subject: ScanSubject, _ status: ESCLStatus) throws(FileFault) -> (Source, Input) {
        switch subject {
        case .photo:
            guard let glass else { throw .scannerHasNoGlass }
            return (.glass, glass)
        case .document:
            if let feeder, status.hasPaper { return (.feeder, feeder) }
            guard let glass else { throw .scannerEmpty }
            return (.glass, glass)
        }
    }
}

extension ESCLCapabilities.Input {
    /// Profiles may stand here, or once for all inputs.
    fileprivate init?(_ caps: XMLTree, in root: XMLTree) {
        guard let width = caps.number("MaxWidth"), let height = caps.number("MaxHeight"), width > 0, height > 0 else {
            return nil
        }
        let profiles = caps.value("XResolution") != nil || caps.value("XResolutionRange") != nil ? caps : root
        let formats = profiles.all("DocumentFormat") + profiles.all("DocumentFormatExt")
        guard formats.isEmpty || formats.contains(where: { $0.text == "image/jpeg" }) else { return nil }
        let values = profiles.all("XResolution").compactMap { Int($0.text) }.filter { (50...1200).contains($0) }
        if !values.isEmpty {
            resolutions = .these(Set(values))
        } else if let range = profiles.all("XResolutionRange").first, let least = range.number("Min"),
            let most = range.number("Max"), least <= most
        {
            resolutions = .any(least...most)
        } else {
            return nil
        }
        self.width = width
        self.height = height
        hasColour = profiles.all("ColorMode").contains { $0.text == "RGB24" }
    }
}
