package import Core
import Foundation

/// A scanner that has a driver of SANE alone: `scanimage` as a program of its own scans one page. libsane is not part of
/// the kiosk.
package struct ProgramScanner: DocumentScanner {
    private let program: LimitedProgram
    private let device: String

    private static let resolution = 200
    private static let photoResolution = 300

    /// - Parameters:
    ///   - program: `scanimage`, by name or path.
    ///   - device: as `scanimage -L` lists it.
    ///   - configuration: folder with SANE's configuration; nil is the system's.
    package init(program: String, device: String, configuration: String? = nil) {
        self.program = LimitedProgram(
            path: program.contains("/") ? program : "/usr/bin/\(program)", patience: 90, processorSeconds: 60,
            memory: 1 << 30, mostBytes: 24 << 20,
            environment: configuration.map { ["SANE_CONFIG_DIR": $0] } ?? [:])
        self.device = device
    }

    /// SANE has no common word for what lies in a feeder.
    package func state() async -> ScannerState {
        program.isThere ? .empty(hasGlass: true) : .fault(.scannerMissing)
    }

    package func scan(
        _ subject: ScanSubject, onPage: @escaping @Sendable (Int) -> Void
    ) async throws(FileFault) -> [ScannedPage] {
        guard program.isThere else { throw .scannerMissing }
        let resolution = subject == .photo ? Self.photoResolution : Self.resolution
        let outcome = await program.run(["-d", device, "--format=jpeg"] + options(for: subject, resolution))
        if Task.isCancelled { throw .scannerStopped }
        guard let outcome else { throw .scannerFailed }
        guard outcome.status == 0 else { throw Self.fault(of: outcome.status) }
        guard outcome.output.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .scannerFailed }
        onPage(1)
        return [ScannedPage(jpeg: outcome.output, resolution: resolution)]
    }

    private func options(for subject: ScanSubject, _ resolution: Int) -> [String] {
        let (width, height) = subject == .photo ? (25, 35) : (210, 297)
        return [
            "--mode", "Color", "--resolution", "\(resolution)", "-l", "0", "-t", "0", "-x", "\(width)", "-y",
            "\(height)",
        ]
    }

    /// The status of `sane_start` (sane.h) is what the program ends with; 1 where the device does not open.
    private static func fault(of status: Int32) -> FileFault {
        switch status {
        case 1: .scannerMissing
        case 2, 5: .scannerStopped
        case 3: .scannerBusy
        case 6: .scannerJammed
        case 7: .scannerEmpty
        case 8: .scannerOpen
        default: .scannerFailed
        }
    }
}
