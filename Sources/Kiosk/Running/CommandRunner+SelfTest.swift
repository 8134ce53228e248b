import Core
import Documents
import Foundation
import Screens
import Terminal

// What a technician asks: each part is used as a visit would use it.
extension CommandRunner {
    func test(_ part: SelfTestPart) async -> SelfTestResult {
        do { return SelfTestResult(isPassed: true, detail: try await use(part)) } catch let finding as Finding {
            return SelfTestResult(isPassed: false, detail: finding.words)
        } catch {
            let trouble = Self.trouble(error)
            troubles.note(trouble, at: ports.now())
            let advice = trouble.advice
            return SelfTestResult(isPassed: false, detail: advice.technician, code: advice.code)
        }
    }

    /// A part that answers, and is not well.
    private struct Finding: Error {
        let words: String
    }

    private func use(_ part: SelfTestPart) async throws -> String {
        switch part {
        case .identityReader: try await useIdentityReader()
        case .enterpriseReader: "staff card read, \(try await ports.cards.staffCertificate().count) bytes"
        case .printer: try await usePrinter()
        case .store: try await useStore()
        case .storage: try await useStorage()
        case .chineseInput: try await useChineseInput()
        case .typesetting:
            "one page, \(try await ports.press.testSheet(kiosk: ports.kiosk, at: ports.now()).count) bytes"
        case .clock: try await compareClocks()
        case .testSheet: try await printTestSheet()
        }
    }

    /// An empty reader is well; what lies on it is read and forgotten.
    private func useIdentityReader() async throws -> String {
        do throws(CardFault) {
            _ = try await ports.cards.readIdentity()
            return "card read"
        } catch {
            if error == .noCard(.identity) { return "reader answers, no card on it" }
            throw error
        }
    }

    private func usePrinter() async throws -> String {
        if let fault = await ports.printer.condition() { throw Trouble.printer(fault) }
        return "queue and printer answer"
    }

    private func useStore() async throws -> String {
        let start = ContinuousClock.now
        _ = try await ports.staffDesk.storeTime()
        return "\(ports.site.storeAddress), \(Int((ContinuousClock.now - start) / .milliseconds(1))) ms"
    }

    private func useStorage() async throws -> String {
        try await ports.inspection.checkIntegrity()
        return "database and audit chain whole"
    }

    private func useChineseInput() async throws -> String {
        let keyboard = PinyinKeyboard(ports.pinyin)
        var composition = Composition()
        for letter in "shanghai" { composition = await keyboard.take(.letter(letter)) }
        await keyboard.end()
        guard composition.candidates.contains("上海") else {
            throw Finding(words: "no characters: is its data there?")
        }
        return "shanghai gives 上海"
    }

    /// Certificates are judged by the clock: minutes do not matter, an hour does.
    private func compareClocks() async throws -> String {
        let before = ports.now()
        let store = try await ports.staffDesk.storeTime().now
        let middle = before.addingTimeInterval(ports.now().timeIntervalSince(before) / 2)
        let seconds = Int(middle.timeIntervalSince(store).rounded())
        guard abs(seconds) <= Self.clockTolerance else {
            throw Finding(words: "\(seconds) s from the store's")
        }
        return "\(seconds) s from the store's"
    }

    private static let clockTolerance = 60

    private func printTestSheet() async throws -> String {
        let pdf = try await ports.press.testSheet(kiosk: ports.kiosk, at: ports.now())
        let name = "test-\(ports.newUUID().uuidString.lowercased())"
        try await ports.printer.printTestSheet(Data(pdf), named: name)
        return "handed to the printer"
    }

    // MARK: Survey

    func survey() async -> KioskSurvey {
        let counts = try? await ports.inspection.counts()
        return KioskSurvey(
            facts: ports.site.facts(kiosk: ports.kiosk), counts: counts, troubles: troubles.newest,
            log: ports.site.log.lines())
    }
}
