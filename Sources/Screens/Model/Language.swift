/// The language of the screens.
package enum Language: String, Codable, Hashable, Sendable, CaseIterable {
    case chinese
    case english
}
