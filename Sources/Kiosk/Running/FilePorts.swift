import Core

/// Where files come from at this machine; nil for each way that it does not have.
struct FilePorts: Sendable {
    var stick: (any FileSource)?
    /// Writes to that stick.
    var taking: (any PaperTaking)?
    var scanner: (any DocumentScanner)?
    var phone: (any PhoneFiles)?
    var pages: (any PageDrawing)?
}
