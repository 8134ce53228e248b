import Foundation
import VirtualDevices

@testable import Demo

/// Lends a hall with a kiosk, and closes both in every case.
/// - Parameters:
///   - codeLife: seconds that a code is valid.
///   - prepare: what is done to the hall before its kiosk starts.
func withVisit(
    codeLife: Int = 300, columns: Int = 80, rows: Int = 30, prepare: (Hall) async throws -> Void = { _ in },
    _ body: (Visit) async throws -> Void
) async throws {
    let hall = try Hall(programs: .beside, codeLife: codeLife)
    let folder = URL(fileURLWithPath: hall.directory.path("walk"))
    do {
        try await hall.open()
        try await prepare(hall)
        let kiosk = try KioskTerminal(hall.kioskProgram, columns: columns, rows: rows) {}
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
