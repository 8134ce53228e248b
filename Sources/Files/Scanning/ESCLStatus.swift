import Core
import Foundation

/// What a scanner says of itself at this moment (eSCL ScannerStatus).
struct ESCLStatus: Hashable {
    let state: String
    /// Of the feeder; nil where there is none.
    let feeder: String?

    /// Nil for what is no such document.
    init?(_ data: Data) {
        guard let root = XMLTree.parse(data), root.name == "ScannerStatus", let state = root.child("State") else {
            return nil
        }
        self.state = state.text
        feeder = root.child("AdfState")?.text
    }

    var hasPaper: Bool { feeder == "ScannerAdfLoaded" }

    /// What must be mended first.
    var fault: FileFault? {
        switch feeder {
        case "ScannerAdfJam", "ScannerAdfMispick", "ScannerAdfMultipickDetected": return .scannerJammed
        case "ScannerAdfHatchOpen": return .scannerOpen
        default: break
        }
        switch state {
        case "Processing", "Testing": return .scannerBusy
        case "Stopped", "Down": return .scannerFailed
        default: return nil
        }
    }
}
