import Core
import Foundation

/// netpbm's P6: three numbers in text, then red, green and blue of each dot.
enum PortablePixmap {
    static func read(_ data: Data) -> DrawnPage? {
        let bytes = [UInt8](data)
        var position = 2
        guard bytes.starts(with: Array("P6".utf8)), let width = number(bytes, &position),
            let height = number(bytes, &position), number(bytes, &position) == 255, width > 0, height > 0,
            width <= 8_192, height <= 8_192, bytes.count - position - 1 == width * height * 3
        else { return nil }
        return DrawnPage(width: width, height: height, colours: Array(bytes[(position + 1)...]))
    }

    private static func number(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]), position - start < 6 { position += 1 }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self))
    }
}
