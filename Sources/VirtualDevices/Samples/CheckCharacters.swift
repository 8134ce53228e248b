/// Completes fictitious numbers so that they pass the checks of their standards.
package enum CheckCharacters {
    /// GB 11643: eighteen characters from the first seventeen digits.
    package static func identityNumber(_ digits: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    /// GB 32100: eighteen characters from authority and type, region, and the first eight characters of the
    /// organisation code, whose own check character (GB 11714) comes in between.
    package static func creditCode(prefix: String, organisation: String) -> String {
        let first = prefix + organisation + organisationCheck(organisation)
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let sum = zip(first.compactMap { alphabet.firstIndex(of: $0) }, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return first + String(alphabet[(31 - sum % 31) % 31])
    }

    private static func organisationCheck(_ code: String) -> String {
        let values = code.map { $0.wholeNumberValue ?? Int($0.asciiValue ?? 0) - 55 }
        let check = 11 - zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
        return check == 10 ? "X" : check == 11 ? "0" : String(check)
    }
}
