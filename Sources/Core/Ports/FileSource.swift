package import Foundation

/// What a person has brought on a stick: looked at, never written to.
package protocol FileSource: Sendable {
    /// Whether a stick is in: the present state first, then each change.
    func presence() -> AsyncStream<Bool>
    func list(_ folder: SourcePath) async throws(FileFault) -> SourceFolder
    /// - Parameter limit: bytes; a larger file is not read.
    func read(_ file: SourcePath, limit: Int) async throws(FileFault) -> Data
}

/// The one thing that is ever written to a stick: a paper that its owner takes along.
package protocol PaperTaking: Sendable {
    /// Writes the paper into the stick's root, and is done when it was read back from there, byte for byte. A paper that
    /// lies there already is not written twice; another file of that name is left alone.
    /// - Parameter name: without personal data, with its ending.
    /// - Returns: the name under which it lies there.
    func put(_ paper: Data, named name: String) async throws(FileFault) -> String
}

/// Draws the first page of a PDF that somebody has brought; nil where nothing can draw it.
package protocol PageDrawing: Sendable {
    func firstPage(of pdf: Data, width: Int) async -> DrawnPage?
}

/// Red, green and blue of each dot, row by row.
package struct DrawnPage: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let colours: [UInt8]

    package init(width: Int, height: Int, colours: [UInt8]) {
        self.width = width
        self.height = height
        self.colours = colours
    }
}

/// Where something lies on a stick, from its root. Every part is one name: none leads up, or anywhere else.
package struct SourcePath: Hashable, Sendable {
    package let names: [String]

    package static let root = SourcePath(checked: [])

    private init(checked names: [String]) { self.names = names }

    /// Nil for a name that is none: empty, `.`, `..`, or with a separator in it.
    package func appending(_ name: String) -> SourcePath? {
        guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(where: { $0 == 0 || $0 == 0x2F }),
            names.count < Self.deepest
        else { return nil }
        return SourcePath(checked: names + [name])
    }

    package var parent: SourcePath? { names.isEmpty ? nil : SourcePath(checked: Array(names.dropLast())) }

    /// Deeper than people put their files.
    private static let deepest = 16
}

extension SourcePath: Discreet {
    package var description: String { "path of \(names.count) names" }
}

package struct SourceFolder: Hashable, Sendable {
    /// Folders first, each part by name.
    package let entries: [SourceEntry]
    /// The folder holds more than is shown.
    package let isCutOff: Bool

    package init(entries: [SourceEntry], isCutOff: Bool) {
        self.entries = entries
        self.isCutOff = isCutOff
    }
}

package struct SourceEntry: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case folder
        /// By its first bytes, whatever its name says; nil for anything else.
        case file(FileReference.Format?, byteCount: Int)
    }

    /// As the stick has it; for reading, not for showing.
    package let name: String
    package let content: Content

    package init(name: String, content: Content) {
        self.name = name
        self.content = content
    }

    /// The name as a screen shows it: nothing in it moves a cursor, turns the text around or hides.
    package var label: String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { Self.hidden.contains($0.properties.generalCategory) ? "·" : $0 }))
    }

    private static let hidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
    ]
}

/// Why a file did not come.
package enum FileFault: Error, Hashable, Sendable, CaseIterable {
    /// No stick is in, or it was pulled in the middle.
    case stickGone
    case unreadable
    case tooLarge
    /// Nothing more can be written to it.
    case stickFull
    /// It is write-protected, or the appliance does not open it for writing.
    case stickLocked
    /// What was written is not what is read back, or the stick fails.
    case stickUnwritten
    case scannerMissing
    case scannerBusy
    case scannerEmpty
    case scannerJammed
    /// Its cover or the lid of its feeder.
    case scannerOpen
    case scannerFailed
    /// It had begun, and did not come to the end of its paper.
    case scannerStopped
    /// However coarse: so many pages are more than a file may have.
    case scanTooLarge
    /// A photo is laid on the glass, and this scanner has none.
    case scannerHasNoGlass
    /// Ten minutes are over, or the code was used.
    case uploadExpired
}
