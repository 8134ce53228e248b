package import Core

/// 退回修改: why the applicant has to change the form.
package struct FormReturn: Hashable, Sendable {
    package let registration: Registration
    /// Kept for the way back.
    package let review: FormReview
    package var reason: ReturnReason?
    /// The employer's own, after the reason or instead of it.
    package var words = ""

    /// What the applicant reads, in the language of the store's records; nil as long as there is nothing to read.
    package var text: String? {
        let words = words.trimmed
        return switch reason {
        case nil: nil
        case .other: words.isEmpty ? nil : words
        case .some(let reason): words.isEmpty ? reason.chinese : "\(reason.chinese)：\(words)"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
