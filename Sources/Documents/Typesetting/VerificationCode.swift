import CQREncode

/// A QR code as a square of dark and light modules.
struct VerificationCode {
    let side: Int
    let dark: [Bool]

    init(_ text: String) throws(TypesettingFault) {
        // Level M: read with a crease or a stain over 15 % of it.
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { throw .unprintable(field: "二维码") }
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
