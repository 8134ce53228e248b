import Foundation
import VirtualDevices

/// A person's own phone in the hall: its camera reads the code off the kiosk's screen, its browser opens the page over
/// TLS, and a touch on the button fetches the file.
struct OwnPhone: Sendable {
    private let hall: Hall

    init(_ hall: Hall) { self.hall = hall }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameter dots: of the screen, row by row.
    /// - Returns: nil while no code is on it.
    func scan(_ dots: [[Bool]]) async throws -> String? {
        let scale = 6
        let (width, height) = ((dots.first?.count ?? 0) * scale, dots.count * scale)
        var image = Data("P5 \(width) \(height) 255\n".utf8)
        for row in dots {
            let line = row.flatMap { Array(repeating: UInt8($0 ? 0 : 255), count: scale) }
            for _ in 0..<scale { image += line }
        }
        let file = hall.directory.path("camera.pgm")
        try image.write(to: URL(filePath: file))
        let text = try? await run("/usr/bin/zbarimg", ["--nodbus", "--quiet", "--raw", file], "zbarimg")
        return text?.split(whereSeparator: \.isNewline).last { $0.hasPrefix("https://") }.map(String.init)
    }

    /// Opens the page, which spends nothing, fetches the file, and finds the code spent after that.
    func fetch(_ address: String) async throws -> Data {
        let page = try await curl([address])
        guard page.contains("下载 PDF") else { throw Failure(description: "no page for a phone:\n\(page)") }
        let file = hall.directory.path("phone.pdf")
        _ = try await curl(["--output", file, "--data", "", address])
        let again = try await curl(["--data", "", "--write-out", "%{http_code}", address])
        guard again.hasSuffix("410") else { throw Failure(description: "the code is good twice:\n\(again)") }
        return try Data(contentsOf: URL(filePath: file))
    }

    private func curl(_ arguments: [String]) async throws -> String {
        let usual = [
            "--silent", "--show-error", "--max-time", "30", "--cacert", hall.cards.pki.tlsRoot.path,
        ]
        return try await run("/usr/bin/curl", usual + arguments, "curl")
    }

    private func run(_ program: String, _ arguments: [String], _ name: String) async throws -> String {
        let log = hall.directory.path("phone-\(name)-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(atPath: log) }
        return try await ServiceProcess.Once(program, arguments, log: log).output()
    }
}
