import CentralAPI
import Core
import Foundation

/// What decodes is written as bytes that decode to the same again, so that kiosk and store never disagree about it.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzWire(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let data = Data(UnsafeBufferPointer(start: start, count: count))
    check(OutboxEntry.self, data)
    check(EntryReceipt.self, data)
    check(Registration.self, data)
    check(ApplicantSession.self, data)
    check(EnterpriseSession.self, data)
    check(AcceptanceNotice.self, data)
    check(EnterpriseRegisterPage.self, data)
    check(ChangePage.self, data)
    check(CodeTicket.self, data)
    check(Problem.self, data)
    return 0
}

private func check<Value: Codable>(_ type: Value.Type, _ data: Data) {
    guard let value = try? WireCoding.decode(type, from: data) else { return }
    guard let written = try? WireCoding.encode(value) else { preconditionFailure("read, and cannot be written") }
    guard let again = try? WireCoding.decode(type, from: written), let rewritten = try? WireCoding.encode(again) else {
        preconditionFailure("written, and cannot be read")
    }
    precondition(rewritten == written)
}
