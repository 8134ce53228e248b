/// A page as a screen shows it.
package struct PagePicture: Hashable, Sendable {
    /// Dots.
    package let width: Int
    package let height: Int
    /// 0 is black; `width` × `height` of them, row by row.
    package let grey: [UInt8]
}
