import Documents

/// A file that claims to be a photo is shown or refused.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzPhoto(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let photo = try? PhotoPicture(jpeg: bytes) {
        precondition(photo.colours.count == photo.width * photo.height * 3)
    }
    return 0
}
