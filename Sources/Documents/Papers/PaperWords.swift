import Core

/// What one paper says, by the names that its layout uses.
struct PaperWords {
    let paper: PaperName
    var texts: [String: String] = [:]
    var lists: [String: [[String: String]]] = [:]
    var sections: [ApplicationFormContent.Section] = []
    var statements: [String: ApplicationFormContent.Statement] = [:]
    var photo: Photo?

    init(_ paper: PaperName, _ texts: [String: String] = [:]) {
        self.paper = paper
        self.texts = texts
    }

    func adding(_ texts: [String: String]) -> PaperWords {
        var words = self
        words.texts.merge(texts) { $1 }
        return words
    }

    /// `1. …`, one a line.
    static func numbered(_ items: [String]) -> String {
        items.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }
}
