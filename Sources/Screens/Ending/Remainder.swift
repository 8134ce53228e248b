/// What goes on, or is kept, after a visit.
package enum Remainder: Hashable, Sendable, CaseIterable {
    case draftKept
    case filingUnderWay
    case sealNotFiled
    case signatureNotFiled
    case printing
}
