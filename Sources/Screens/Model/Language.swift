/// The language of the screens.
package enum Language: Hashable, Sendable, CaseIterable {
    case chinese
    case english
}
