import Foundation
import Framebuffer
import Terminal

/// How long painting takes, and how much memory: on 1920×1080, 106×30 cells full of Chinese.
struct Measuring {
    private let panel = PixelSize(width: 1920, height: 1080)
    private let geometry: GridGeometry
    private let rasterizer: GlyphRasterizer
    private var canvas: Canvas

    init(_ settings: FramebufferSettings) throws {
        let cell = settings.cell(on: panel, .normal)
        geometry = GridGeometry(canvas: panel, cell: cell)
        rasterizer = try GlyphRasterizer(settings.fonts, cell: cell)
        canvas = Canvas(panel)
    }

    /// One measurement a line: name, median and 95th percentile in microseconds.
    func lines() throws -> [String] {
        var measuring = self
        let size = geometry.size
        var painter = GridPainter(geometry: geometry, rasterizer: rasterizer)
        let first = measuring.time { painter.paint(ScreenContent(Self.page(0, size)), theme: .standard, on: &$0) }
        let full = (1...60).map { number in
            let page = ScreenContent(Self.page(number, size))
            return measuring.time { painter.paint(page, theme: .standard, on: &$0) }
        }
        let keys = (0..<200).map { number in
            var page = Self.page(60, size)
            page.write(number % 2 == 0 ? "国" : "家", at: Point(x: 40, y: 12), style: .field)
            return measuring.time { painter.paint(ScreenContent(page), theme: .standard, on: &$0) }
        }
        return [
            "cells \(size.width)x\(size.height), cell \(geometry.cell.width)x\(geometry.cell.height) pixels",
            "first \(first) us (glyphs are drawn from the font)", Self.line("full", full), Self.line("key", keys),
            "resident \(Self.resident()) kB",
        ]
    }

    private mutating func time(_ paint: (inout Canvas) -> [PixelRect]) -> Int {
        let start = ContinuousClock.now
        _ = paint(&canvas)
        return Int((ContinuousClock.now - start) / .microseconds(1))
    }

    private static func line(_ name: String, _ times: [Int]) -> String {
        let sorted = times.sorted()
        return "\(name) p50 \(sorted[sorted.count / 2]) us, p95 \(sorted[sorted.count * 95 / 100]) us"
    }

    /// Every cell differs from the page before; some 300 different ideographs, as on a long form.
    private static func page(_ number: Int, _ size: Size) -> Grid {
        var grid = Grid(size)
        for y in 0..<size.height {
            var line = String.UnicodeScalarView()
            for x in 0..<size.width / 2 {
                if let scalar = Unicode.Scalar(UInt32(0x4E00 + (number * 7 + y * 53 + x) % 300)) { line.append(scalar) }
            }
            grid.write(String(line), at: Point(x: 0, y: y), style: [.normal, .field, .strong][y % 3])
        }
        return grid
    }

    private static func resident() -> String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.map(String.init) ?? "?"
    }
}
