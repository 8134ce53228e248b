import Core
import Documents
import Foundation
import Screens
import Terminal

// What a technician asks: each part is used as a visit would use it.
extension CommandRunner {
    func test(_ part: SelfTestPart) async -> SelfTestResult {
        do { return .well(try await use(part)) } catch let ailment as Ailment { return .unwell(ailment.finding) } catch
        {
            let trouble = Self.trouble(error)
            troubles.note(trouble, at: ports.now())
            return .failed(trouble.advice)
        }
    }

    /// A part that answers, and is not well.
    private struct Ailment: Error {
        let finding: SelfTestFinding
    }

    private func use(_ part: SelfTestPart) async throws -> SelfTestFinding {
        switch part {
        case .identityReader: try await useIdentityReader()
        case .enterpriseReader: .staffCardRead(bytes: try await ports.cards.staffCertificate().count)
        case .printer: try await usePrinter()
        case .store: try await useStore()
        case .storage: try await useStorage()
        case .chineseInput: try await useChineseInput()
        case .typesetting:
            .pageSet(bytes: try await ports.press.testSheet(kiosk: ports.kiosk, at: ports.now()).count)
        case .clock: try await compareClocks()
        case .scanner: try await useScanner()
        case .testSheet: try await printTestSheet()
        }
    }

    /// An empty reader is well; what lies on it is read and forgotten.
    private func useIdentityReader() async throws -> SelfTestFinding {
        do throws(CardFault) {
            _ = try await ports.cards.readIdentity()
            return .identityRead
        } catch {
            if error == .noCard(.identity) { return .readerEmpty }
            throw error
        }
    }

    private func usePrinter() async throws -> SelfTestFinding {
        if let fault = await ports.printer.condition() { throw Trouble.printer(fault) }
        return .printerAnswers
    }

    private func useScanner() async throws -> SelfTestFinding {
        guard let scanner = ports.files.scanner else { return .noScanner }
        let state = await scanner.state()
        if case .fault(let fault) = state { throw fault }
        return .scannerAnswers(state)
    }

    private func useStore() async throws -> SelfTestFinding {
        let start = ContinuousClock.now
        _ = try await ports.staffDesk.storeTime()
        let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        return .storeAnswers(address: ports.site.storeAddress, milliseconds: milliseconds)
    }

    private func useStorage() async throws -> SelfTestFinding {
        try await ports.inspection.checkIntegrity()
        return .storageWhole
    }

    private func useChineseInput() async throws -> SelfTestFinding {
        let keyboard = PinyinKeyboard(ports.pinyin)
        var composition = Composition()
        for letter in "shanghai" { composition = await keyboard.take(.letter(letter)) }
        await keyboard.end()
        guard composition.candidates.contains("上海") else { throw Ailment(finding: .noCharacters) }
        return .characters("上海", of: "shanghai")
    }

    /// Certificates are judged by the clock: minutes do not matter, an hour does.
    private func compareClocks() async throws -> SelfTestFinding {
        let before = ports.now()
        let store = try await ports.staffDesk.storeTime().now
        let middle = before.addingTimeInterval(ports.now().timeIntervalSince(before) / 2)
        let seconds = Int(middle.timeIntervalSince(store).rounded())
        let finding = SelfTestFinding.clock(seconds: seconds, tolerance: Self.clockTolerance)
        guard abs(seconds) <= Self.clockTolerance else { throw Ailment(finding: finding) }
        return finding
    }

    private static let clockTolerance = 60

    private func printTestSheet() async throws -> SelfTestFinding {
        let pdf = try await ports.press.testSheet(kiosk: ports.kiosk, at: ports.now())
        let name = "test-\(ports.newUUID().uuidString.lowercased())"
        try await ports.printer.printTestSheet(Data(pdf), named: name)
        return .sheetHanded
    }

    // MARK: Survey

    func survey() async -> KioskSurvey {
        let counts = try? await ports.inspection.counts()
        return KioskSurvey(
            facts: ports.site.facts(kiosk: ports.kiosk), counts: counts, troubles: troubles.newest,
            log: ports.site.log.lines())
    }
}
