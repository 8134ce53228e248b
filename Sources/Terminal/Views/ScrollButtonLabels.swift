/// What the two buttons of a scroll area are called, for speech and tests.
package struct ScrollButtonLabels: Hashable, Sendable {
    package var back: String
    package var forth: String

    package init(back: String, forth: String) {
        self.back = back
        self.forth = forth
    }

    package static let pages = ScrollButtonLabels(back: "上一页", forth: "下一页")
}
