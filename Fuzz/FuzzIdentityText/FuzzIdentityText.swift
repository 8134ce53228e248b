import CardReader
import Core

/// Any block that a card may hold is decoded or refused; what is decoded can be masked.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzIdentityText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let block = Array(
        (bytes + Array(repeating: 0x20, count: IdentityTextParser.length)).prefix(IdentityTextParser.length))
    for input in [bytes, block] {
        guard let record = try? IdentityTextParser.parse(input) else { continue }
        precondition(!record.name.isEmpty && !record.number.masked.isEmpty)
    }
    return 0
}
