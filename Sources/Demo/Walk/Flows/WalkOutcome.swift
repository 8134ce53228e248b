import Core

/// How a walk must end, by the store's and the printer's word.
struct WalkOutcome: Hashable, Sendable {
    /// Of the one application that there must be; nil where there must be none.
    let state: RegistrationState?
    /// Whether its notice must have been printed, on one sheet, and the sealed form be there.
    let isPrinted: Bool
    /// All that must have come out of the printer.
    let sheets: Int

    init(state: RegistrationState?, isPrinted: Bool = true, sheets: Int? = nil) {
        self.state = state
        self.isPrinted = isPrinted
        self.sheets = sheets ?? (isPrinted ? 1 : 0)
    }

    var papers: [String] { isPrinted ? (state == nil ? ["notice"] : ["form", "notice"]) : [] }
}
