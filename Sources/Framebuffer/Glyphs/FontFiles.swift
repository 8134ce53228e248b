/// A face in a font file.
package struct FontFile: Codable, Hashable, Sendable {
    package var path: String
    /// Which one of a collection; nil is the first. `NotoSansCJK-Regular.ttc` has simplified Chinese as 2.
    package var face: Int?

    package init(_ path: String, face: Int? = nil) {
        self.path = path
        self.face = face
    }
}

/// A typeface: its regular face and, where it has one, its bold.
package struct Typeface: Codable, Hashable, Sendable {
    package var regular: FontFile
    /// Nil thickens the regular.
    package var bold: FontFile?

    package init(regular: FontFile, bold: FontFile? = nil) {
        self.regular = regular
        self.bold = bold
    }

    /// The same with other paths.
    package func resolved(_ resolve: (String) -> String) -> Typeface {
        Typeface(
            regular: FontFile(resolve(regular.path), face: regular.face),
            bold: bold.map { FontFile(resolve($0.path), face: $0.face) })
    }
}
