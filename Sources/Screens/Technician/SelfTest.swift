/// A part that the technician may have tested.
package enum SelfTestPart: String, Hashable, Sendable, CaseIterable {
    case identityReader, enterpriseReader, printer, store, storage, chineseInput, typesetting, clock
    /// One sheet that says it is a test; only when asked for, never with the others.
    case testSheet

    static let all = allCases.filter { $0 != .testSheet }
}

package struct SelfTestResult: Hashable, Sendable {
    package let isPassed: Bool
    /// For the technician, in English and without personal data.
    package let detail: String
    /// Of the fault, if it has one.
    package let code: String?

    package init(isPassed: Bool, detail: String, code: String? = nil) {
        self.isPassed = isPassed
        self.detail = detail
        self.code = code
    }
}

/// The tests of one visit: what came out, and what is still to be done, the first of it under way.
package struct SelfTest: Hashable, Sendable {
    package var results: [SelfTestPart: SelfTestResult] = [:]
    package var queue: [SelfTestPart] = []
}
