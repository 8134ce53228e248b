import Foundation

/// What one job has asked for, and how a sheet looks by it.
struct VirtualScan: Hashable, Sendable {
    let isFromFeeder: Bool
    let isGrey: Bool
    let resolution: Int
    /// Three hundredths of an inch.
    let region: Region

    struct Region: Hashable, Sendable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    /// Nil for settings that the device does not have.
    init?(_ xml: Data) {
        let text = String(decoding: xml, as: UTF8.self)
        func value(_ name: String) -> String? {
            guard let start = text.range(of: ":\(name)>") else { return nil }
            return String(text[start.upperBound...].prefix { $0 != "<" })
        }
        func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
        guard let source = value("InputSource"), ["Platen", "Feeder"].contains(source),
            let resolution = number("XResolution"), [100, 200, 300].contains(resolution),
            let mode = value("ColorMode"), ["Grayscale8", "RGB24"].contains(mode),
            (value("DocumentFormatExt") ?? value("DocumentFormat") ?? "image/jpeg") == "image/jpeg"
        else { return nil }
        isFromFeeder = source == "Feeder"
        isGrey = mode == "Grayscale8"
        self.resolution = resolution
        region = Region(
            x: number("XOffset") ?? 0, y: number("YOffset") ?? 0, width: number("Width") ?? 2550,
            height: number("Height") ?? 3508)
        guard region.x >= 0, region.y >= 0, region.width > 0, region.height > 0, region.x + region.width <= 2550,
            region.y + region.height <= 3508
        else { return nil }
    }

    /// The sheet drawn at these dots, by poppler.
    func scan(_ sheet: Data) -> Data? {
        func dots(_ units: Int) -> String { "\(units * resolution / 300)" }
        let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? sheet.write(to: file)) != nil else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftoppm")
        process.arguments =
            [
                "-jpeg", "-singlefile", "-r", "\(resolution)", "-x", dots(region.x), "-y", dots(region.y), "-W",
                dots(region.width), "-H", dots(region.height),
            ] + (isGrey ? ["-gray"] : []) + [file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let jpeg = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? jpeg : nil
    }
}
