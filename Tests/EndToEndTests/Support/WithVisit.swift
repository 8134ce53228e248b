import Foundation
import VirtualDevices

@testable import Demo

/// Lends a hall with a kiosk, and closes both in every case.
/// - Parameter codeLife: seconds that a code is valid.
func withVisit(codeLife: Int = 300, _ body: (Visit) async throws -> Void) async throws {
    let hall = try Hall(programs: .beside, codeLife: codeLife)
    let folder = URL(fileURLWithPath: hall.directory.path("walk"))
    do {
        try await hall.open()
        let kiosk = try KioskTerminal(hall.kioskProgram, columns: 80, rows: 30) {}
        do { try await body(Visit(hall, kiosk, folder)) } catch {
            await kiosk.close()
            throw error
        }
        await kiosk.close()
        await hall.close()
    } catch {
        await hall.close()
        throw error
    }
}
