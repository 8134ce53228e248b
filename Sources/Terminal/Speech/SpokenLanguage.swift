/// A language that a voice speaks.
package enum SpokenLanguage: String, Hashable, Sendable, CaseIterable {
    case chinese
    case english
}
