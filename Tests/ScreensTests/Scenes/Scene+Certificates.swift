import Core
import Terminal

@testable import Screens

// 电子注册证书管理, 企业名称变更, and papers that are no notice.
extension Scene {
    var certifying: Walk {
        get throws {
            switch self {
            case .listRenamed: return try .list([.accepted], certificate: Samples.held(.renamed))
            case .certificatesEmpty: return try .certificates([])
            case .certificatesNotLoaded:
                var walk = try Walk.list()
                walk.act(.list(.showCertificates))
                try walk.answer(.certificates(.failure(.store(.unreachable))))
                return walk
            case .certificateIssued: return try .certificate(.issued)
            case .certificateRenamed: return try .certificate(.renamed)
            case .certificateExchange: return try .certificate(.paper)
            case .certificateNoPhoto: return try .certificate(.paper, hasRecords: false)
            case .certificateExpiredHeld: return try .certificate(.issued, endsInDays: -10)
            case .certificateVoid: return try .certificate(.void)
            case .certificatePreparing: return try .certificate(.collected)
            case .certificateCollected, .certificateEnlarged, .certificatePrinted:
                var walk = try Walk.certificate(.collected)
                try walk.answer(.typeset(.success(Samples.certificatePicture())))
                if self == .certificateEnlarged { walk.act(.certificates(.look(.enlarge(true)))) }
                guard self == .certificatePrinted else { return walk }
                walk.act(.certificates(.print))
                try walk.answer(.printing(.success(.ordered(Samples.order()))))
                walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
                return walk
            case .collecting, .exchanging:
                var walk = try Walk.certificate(self == .collecting ? .issued : .paper)
                walk.act(.certificates(.confirm))
                try walk.answer(.filed(.success(Samples.entryID)))
                return walk
            default: return try .certificates([.paper, .issued, .collected])
            }
        }
    }

    var renames: Walk {
        get throws {
            switch self {
            case .renameNothing: return try .rename(count: 0)
            case .renameNotLoaded:
                var walk = try Walk.pending()
                walk.act(.list(.showRename))
                try walk.answer(.renameOffer(.failure(.store(.unreachable))))
                return walk
            case .rename: return try .rename()
            case .renameQuestion:
                var walk = try Walk.rename()
                walk.act(.rename(.confirm))
                return walk
            case .renamed, .renamesPrinting:
                var walk = try Walk.renaming()
                try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .noted))))
                guard self == .renamesPrinting else { return walk }
                walk.act(.rename(.print))
                try walk.answer(.printing(.success(.ordered(Samples.order()))))
                walk.send(.print(Samples.printToken, .printing(sheet: 1, of: 2)))
                return walk
            case .renameRefused:
                var walk = try Walk.renaming()
                let refusal = EntryReceipt.Outcome.refused(.certificate(.sameName))
                try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: refusal))))
                return walk
            default: return try .renaming()
            }
        }
    }

    var otherPapers: Walk {
        get throws {
            switch self {
            case .correctionAlready:
                var walk = try Walk.detail(.correctionRequired)
                walk.act(.detail(.printDecision))
                try walk.answer(.printing(.success(.alreadyPrinted(sheets: 1))))
                return walk
            default:
                var walk = try Walk.sealing()
                walk.send(.network(isReachable: false))
                guard self == .receiptPrinted else { return walk }
                walk.act(.filing(.printReceipt))
                try walk.answer(.printing(.success(.ordered(Samples.order()))))
                walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
                return walk
            }
        }
    }
}
