import Core
import Foundation
import Terminal

@testable import Screens

// Staff's and the technician's way.
extension Walk {
    static func cornerOpening(_ role: StaffRole) throws -> Walk {
        var walk = Walk()
        walk.card(.placed(.enterprise))
        try walk.answer(.staffCard(.success(Samples.staffCard(role))))
        return walk
    }

    /// - Parameter isAlone: the store does not answer.
    static func corner(_ role: StaffRole, isAlone: Bool = false) throws -> Walk {
        var walk = try cornerOpening(role)
        try walk.answer(.corner(.success(Samples.corner(role, isAlone: isAlone))))
        return walk
    }

    static func staffHome() throws -> Walk {
        var walk = try corner(.hallStaff)
        try walk.answer(.staffFound(.success([Samples.staffApplication(), Samples.otherApplication()])))
        return walk
    }

    /// Two notices that nobody has printed, and one that somebody has.
    static func batch(_ progress: PrintProgress? = nil) throws -> Walk {
        var walk = try corner(.hallStaff)
        let found = [
            try Samples.otherApplication(), try Samples.staffApplication(), try Samples.unprintedApplication(),
        ]
        try walk.answer(.staffFound(.success(found)))
        walk.act(.staff(.batch))
        guard let progress else { return walk }
        walk.act(.staff(.goOn))
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        walk.send(.print(Samples.printToken, progress))
        return walk
    }

    static func copyChoice() throws -> Walk {
        var walk = try staffHome()
        walk.act(.staff(.open(Samples.applicationID)))
        return walk
    }

    static func staffPrinting(_ progress: PrintProgress) throws -> Walk {
        var walk = try copyChoice()
        walk.act(.staff(.choose(.damaged)))
        walk.act(.staff(.print))
        try walk.answer(.printing(.success(.ordered(Samples.order(copy: 3)))))
        walk.send(.print(Samples.printToken, progress))
        return walk
    }

    /// Every test up to this one passes, but for the store's.
    mutating func passTests(through last: SelfTestPart) throws {
        for part in SelfTestPart.all {
            let result: SelfTestResult =
                switch part {
                case .identityReader: .well(.readerEmpty)
                case .enterpriseReader: .well(.staffCardRead(bytes: 934))
                case .printer: .well(.printerAnswers)
                case .store: .failed(StoreFault.unreachable.advice)
                case .storage: .well(.storageWhole)
                case .chineseInput: .well(.characters("上海", of: "shanghai"))
                case .typesetting: .well(.pageSet(bytes: 40_118))
                case .clock: .unwell(.clock(seconds: 75, tolerance: 60))
                case .scanner: .well(.noScanner)
                case .testSheet: .well(.sheetHanded)
                }
            try answer(.selfTest(part, result))
            if part == last { return }
        }
    }
}
