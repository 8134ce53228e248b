import Core
import Documents
import Foundation
import Terminal

/// What the runner works with: one adapter for each port, the press, and the outside's time and identifiers.
struct Ports: Sendable {
    /// This kiosk's name, as papers state it.
    let kiosk: String
    let cards: any CardDesk
    let store: any CentralStore
    let signing: any RemoteSigning
    let staff: StaffBell
    let staffDesk: any StaffDesk
    /// Nil: this kiosk takes no staff cards.
    let staffTrust: StaffTrust?
    let storage: any KioskStorage
    let inspection: any KioskInspection
    let printer: any PaperPrinter
    let press: PaperPress
    let certificates: CertificateReader
    /// Judges what the person signed before the enterprise's card seals it.
    let verifier: SignatureVerifier
    /// Judges certificates; nil: this kiosk knows no issuing office, and shows and prints none.
    let office: OfficeVerifier?
    let pinyin: PinyinData
    let files: FilePorts
    /// Sends what waits in the outbox at once.
    let nudge: @Sendable () -> Void
    /// Leaves nothing of what is over in the memory of the process.
    let forget: @Sendable () async -> Void
    let now: @Sendable () -> Date
    let newUUID: @Sendable () -> UUID
    /// So many bytes that nobody can foretell.
    let randomBytes: @Sendable (Int) -> Data
    let site: KioskSite
    let machine: any MachineDesk
}
