package import Core

/// A part that the technician may have tested.
package enum SelfTestPart: String, Hashable, Sendable, CaseIterable {
    case identityReader, enterpriseReader, printer, store, storage, chineseInput, typesetting, clock, scanner
    /// One sheet that says it is a test; only when asked for, never with the others.
    case testSheet

    static let all = allCases.filter { $0 != .testSheet }
}

/// What came of a test: nothing of it is of a person.
package enum SelfTestResult: Hashable, Sendable {
    case well(SelfTestFinding)
    /// It answers, and is not well.
    case unwell(SelfTestFinding)
    case failed(FaultAdvice)

    package var isPassed: Bool { if case .well = self { true } else { false } }
}

/// What a part said when it was used as a visit would use it.
package enum SelfTestFinding: Hashable, Sendable {
    case staffCardRead(bytes: Int)
    case identityRead
    case readerEmpty
    case printerAnswers
    case storeAnswers(address: String, milliseconds: Int)
    case storageWhole
    case characters(String, of: String)
    case noCharacters
    case pageSet(bytes: Int)
    /// Seconds from the store's clock, ahead of it where positive.
    case clock(seconds: Int, tolerance: Int)
    case sheetHanded
    case scannerAnswers(ScannerState)
    /// The settings name none.
    case noScanner
}

/// The tests of one visit: what came out, and what is still to be done, the first of it under way.
package struct SelfTest: Hashable, Sendable {
    package var results: [SelfTestPart: SelfTestResult] = [:]
    package var queue: [SelfTestPart] = []
}
