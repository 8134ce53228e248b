import CQREncode

/// A QR code as a square of dark and light modules.
struct VerificationCode {
    let side: Int
    let dark: [Bool]

    init(_ text: String) throws(TypesettingFault) {
        // Level M: read with a crease or a stain over 15 % of it.
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { throw .unprintable(field: "二维码") }
        self.init(code)
    }

    /// For a screen, which has neither crease nor stain: of the fewest modules, so that each is as large as can be (level
    /// L; letters and digits in a segment of their own).
    init(onScreen text: String) throws(TypesettingFault) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else {
            throw .unprintable(field: "二维码")
        }
        self.init(code)
    }

    /// Takes the code over.
    private init(_ code: UnsafeMutablePointer<QRcode>) {
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        dark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// Runs of dark modules, row by row.
    func forEachRun(_ body: (_ row: Int, _ column: Int, _ length: Int) -> Void) {
        for row in 0..<side {
            var column = 0
            while column < side {
                var end = column
                while end < side, dark[row * side + end] { end += 1 }
                if end > column { body(row, column, end - column) }
                column = end + 1
            }
        }
    }
}
