import Core
import Foundation
import Terminal

@testable import Screens

extension Scene {
    var staff: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .cornerOpening, .cornerRefused:
                walk = try .cornerOpening(.hallStaff)
                if self == .cornerRefused { try walk.answer(.corner(.failure(.staff(.rejected(.expired))))) }
            case .cornerVisitOpen:
                walk = try .list()
                walk.card(.placed(.enterprise))
                try walk.answer(.staffCard(.success(Samples.staffCard(.hallStaff))))
            case .staffAlone: walk = try .corner(.hallStaff, isAlone: true)
            case .staffPrinterOut:
                walk = try .staffHome()
                walk.send(.printer(.outOfPaper))
            case .staffNumber, .staffNumberTyped, .staffNothing, .staffResults:
                walk = try .staffHome()
                walk.act(.staff(.byNumber))
                guard self != .staffNumber else { break }
                walk.type("1234") { .staff(.key($0)) }
                guard self != .staffNumberTyped else { break }
                walk.act(.staff(.find))
                let found = self == .staffNothing ? [] : try [Samples.staffApplication(), Samples.otherApplication()]
                try walk.answer(.staffFound(.success(found)))
            case .staffDocument, .staffDocumentWrong, .staffDocumentRight:
                walk = try .staffHome()
                walk.act(.staff(.byDocument))
                if self == .staffDocumentWrong { walk.type("310101199001010013") { .staff(.key($0)) } }
                if self == .staffDocumentRight { walk.type("31010119900101008X") { .staff(.key($0)) } }
            case .staffDay, .staffDayWrong, .staffDayRight:
                walk = try .staffHome()
                walk.act(.staff(.byDay))
                if self == .staffDayWrong { walk.type("20260230") { .staff(.key($0)) } }
                if self == .staffDayRight { walk.type("2026119") { .staff(.key($0)) } }
            case .staffScan:
                walk = try .staffHome()
                walk.act(.staff(.byScan))
            case .staffScanRunning, .staffScanUnknown, .staffScanNoNotice:
                walk = try .staffHome()
                let text = self == .staffScanNoNotice ? "https://example.org/" : Samples.scan
                for character in text { walk.act(.staff(.scanned(character))) }
                guard self != .staffScanRunning else { break }
                walk.act(.staff(.find))
                if self == .staffScanUnknown { try walk.answer(.staffFound(.success([]))) }
            case .staffBatch: walk = try .batch()
            case .staffBatchRefused:
                walk = try .batch()
                walk.act(.staff(.goOn))
                try walk.answer(.printing(.failure(.store(.unreachable))))
            case .staffBatchPrinting: walk = try .batch(.printing(sheet: 1, of: 1))
            case .staffBatchHeld: walk = try .batch(.held(.outOfPaper))
            case .staffBatchFailed: walk = try .batch(.ended(.failed(reason: "aborted")))
            case .staffBatchUnknown: walk = try .batch(.ended(.unknown))
            case .staffBatchDone:
                walk = try .batch(.ended(.printed(at: Samples.now)))
                try walk.answer(.printing(.success(.alreadyPrinted(sheets: 1))))
            case .staffHandOver, .staffHandOverPrinted:
                walk = try .staffHome()
                walk.act(.staff(.handOver))
                guard self == .staffHandOverPrinted else { break }
                walk.act(.staff(.printHandOver))
                try walk.answer(.handOverPrinted(.success(Kept())))
            case .staffCard:
                walk = try .staffHome()
                walk.act(.staff(.byCard))
            case .staffCorrection, .staffNonAcceptance, .staffReceipt:
                walk = try .staffHome()
                walk.act(.staff(.byCard))
                walk.card(.placed(.identity))
                let state: RegistrationState =
                    switch self {
                    case .staffCorrection: .correctionRequired
                    case .staffNonAcceptance: .notAccepted
                    default: .sealed
                    }
                try walk.answer(.staffFound(.success([Samples.undecided(state)])))
            case .staffCopy: walk = try .copyChoice()
            case .staffCopyChosen:
                walk = try .copyChoice()
                walk.act(.staff(.choose(.damaged)))
            case .staffPrinting: walk = try .staffPrinting(.printing(sheet: 1, of: 1))
            case .staffHeld: walk = try .staffPrinting(.held(.outOfPaper))
            case .staffPrinted: walk = try .staffPrinting(.ended(.printed(at: Samples.now)))
            default: walk = try .staffHome()
            }
            return walk
        }
    }

    var technician: Walk {
        get throws {
            var walk = try Walk.corner(.technician, isAlone: self == .technicianAlone)
            switch self {
            case .selfTest, .selfTestRunning, .selfTestDone:
                walk.act(.technician(.selfTest))
                guard self != .selfTest else { break }
                walk.act(.technician(.testAll))
                try walk.passTests(through: self == .selfTestDone ? .scanner : .enterpriseReader)
            case .survey, .log:
                walk.act(.technician(self == .survey ? .survey : .log))
                try walk.answer(.survey(Samples.survey))
            case .touchTest:
                walk.act(.technician(.touch))
                for column in 0..<3 { walk.act(.technician(.paint(TouchTile(row: 1, column: column)))) }
            case .machineUnknown:
                walk.act(.technician(.machine))
                try walk.answer(.machine(.failure(.machine(.noAppliance))))
            case .machine, .machineReset, .machineOrdering, .machineDone:
                walk.act(.technician(.machine))
                try walk.answer(.machine(.success(Samples.machine)))
                guard self != .machine else { break }
                walk.act(.technician(.order(self == .machineReset ? .factoryReset : .supportToStick)))
                guard self != .machineReset else { break }
                walk.act(.technician(.confirm))
                guard self == .machineDone else { break }
                try walk.answer(.machineObeyed(.success(Kept())))
                try walk.answer(.machine(.success(Samples.machine)))
            default: break
            }
            return walk
        }
    }
}
