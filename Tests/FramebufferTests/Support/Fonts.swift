import Framebuffer

/// Debian's, as script/packages.txt has them.
enum Fonts {
    static let typefaces = [
        Typeface(
            regular: FontFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
            bold: FontFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf")),
        Typeface(
            regular: FontFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", face: 2),
            bold: FontFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", face: 2)),
    ]
}
