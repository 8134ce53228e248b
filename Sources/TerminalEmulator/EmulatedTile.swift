/// The part of a picture that lies over one cell.
package struct EmulatedTile: Hashable, Sendable {
    /// Of the cell.
    package let width: Int
    package let height: Int
    /// `0xRRGGBB`, row by row; nil where the cell shows through.
    package internal(set) var pixels: [UInt32?]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = Array(repeating: nil, count: width * height)
    }
}
