import Terminal

/// Bytes of a terminal give the same events however they are cut, and the parser always comes back to the ground.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzInputParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var whole = InputParser()
    let events = whole.feed(bytes)
    var cut = InputParser()
    precondition(bytes.flatMap { cut.feed([$0]) } == events)
    _ = whole.flushEscape()
    precondition(!whole.isWaiting)
    return 0
}
