import Core
import Foundation

/// The project's own synthetic text blocks, one or two of each kind of card.
enum Fixture: String, CaseIterable {
    case residentUnlimited = "resident_long"
    case residentDated = "resident_dated"
    case permit = "hmt_J"
    case foreigner2017 = "fpr2017_I"
    case foreigner2023 = "fpr2023_Y"

    func text() throws -> [UInt8] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/\(rawValue).text256.bin")
        return [UInt8](try Data(contentsOf: url))
    }
}
