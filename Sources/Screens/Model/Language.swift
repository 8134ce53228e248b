/// The language of the screens.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case chinese
    case english
}
