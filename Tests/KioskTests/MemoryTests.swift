import Core
import Foundation
import Screens
import Terminal
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct MemoryTests {
    private let hall: Hall

    init() throws { hall = try Hall() }

    @Test func `a draft is begun, kept, found again and dropped`() async throws {
        let number = try Sample.identity().number
        #expect(await hall.answer(to: .openDraft(of: number)) == .draft(.success(nil)))
        guard case .draft(.success(let begun?)) = await hall.answer(to: .beginDraft(try Sample.form(), of: number))
        else {
            Issue.record("not begun")
            return
        }
        var draft = begun
        draft.form = .initial(InitialForm(enterpriseName: "上海"))
        #expect(await hall.answer(to: .keepDraft(draft, of: number)) == .draftKept(.success(draft)))
        #expect(await hall.answer(to: .openDraft(of: number)) == .draft(.success(draft)))
        hall.run(.dropDraft(of: number))
        #expect(await hall.answer(to: .openDraft(of: number)) == .draft(.success(nil)))
    }

    @Test func `drafts are kept in the order in which they were typed`() async throws {
        let number = try Sample.identity().number
        for length in 1...50 {
            let name = String(repeating: "上", count: length)
            hall.run(
                .keepDraft(
                    Draft(applicationID: Sample.applicationID, form: .initial(InitialForm(enterpriseName: name))),
                    of: number))
        }
        guard case .draft(.success(let kept?)) = await hall.answer(to: .openDraft(of: number)) else {
            Issue.record("no draft")
            return
        }
        #expect(kept.form == .initial(InitialForm(enterpriseName: String(repeating: "上", count: 50))))
    }

    @Test(arguments: [StorageFault.full, .damaged, .unavailable, .keyMismatch, .newer])
    func `the memory's fault reaches the screens`(fault: StorageFault) async throws {
        await hall.storage.set(fault: fault)
        let number = try Sample.identity().number
        let trouble = Trouble.storage(fault)
        #expect(await hall.answer(to: .openDraft(of: number)) == .draft(.failure(trouble)))
        #expect(await hall.answer(to: .beginDraft(try Sample.form(), of: number)) == .draft(.failure(trouble)))
        #expect(await hall.answer(to: .keepDraft(try Sample.draft(), of: number)) == .draftKept(.failure(trouble)))
        #expect(
            await hall.answer(to: .save(try Sample.draft(), try Sample.identity())) == .filed(.failure(trouble)))
        #expect(await hall.answer(to: .awaitReceipt(Sample.entryID)) == .receipt(.failure(trouble)))
    }

    @Test func `a receipt that was there before the question is found`() async throws {
        let receipt = Sample.receipt(of: Sample.entryID)
        try await hall.storage.settle(receipt)
        #expect(await hall.answer(to: .awaitReceipt(Sample.entryID)) == .receipt(.success(receipt)))
    }

    @Test func `a receipt that comes after the question is found, another's is not taken for it`() async throws {
        let question = hall.run(.awaitReceipt(Sample.entryID))
        await hall.storage.isListenedTo()
        try await hall.storage.settle(Sample.receipt(of: EntryID(UUID())))
        let receipt = Sample.receipt(of: Sample.entryID)
        try await hall.storage.settle(receipt)
        #expect(await hall.answer(to: question) == .receipt(.success(receipt)))
    }

    @Test func `the end of a visit erases what the store has, and ends its waiting`() async throws {
        hall.run(.awaitReceipt(Sample.entryID))
        await hall.storage.isListenedTo()
        hall.run(.endVisit)
        while await hall.storage.erasures == 0 { await Task.yield() }
        try await hall.storage.settle(Sample.receipt(of: Sample.entryID))
        #expect(await hall.answer(to: .loadApplications(Sample.token)) == .applications(.success([])))
        #expect(hall.posted.all.count == 1, "nobody waits for the receipt any more")
    }

    @Test func `what settles is erased only while nobody is there`() async throws {
        let draft = Work.openDraft(of: try Sample.identity().number)
        _ = await hall.answer(to: draft)
        hall.runner.eraseWhileVacant()
        // The memory works in order: once this is answered, it has been through with the erasing.
        _ = await hall.answer(to: draft)
        #expect(await hall.storage.erasures == 0)
        hall.run(.endVisit)
        while await hall.storage.erasures < 1 { await Task.yield() }
        hall.run(.callStaff)
        hall.run(.readIdentity)
        hall.runner.eraseWhileVacant()
        while await hall.storage.erasures < 2 { await Task.yield() }
    }

    @Test func `staff are called and it is written down`() async throws {
        hall.run(.callStaff)
        while await hall.store.calls.isEmpty { await Task.yield() }
        #expect(await hall.storage.acts == ["staff called"])
    }

    @Test func `names are found by their initials, and an unchanged register makes no new index`() async throws {
        let enterprise = try Sample.enterprise()
        #expect(await hall.answer(to: .searchEnterprises("shsl")) == .matches([]))
        #expect(hall.runner.names.load([enterprise]))
        #expect(hall.runner.names.load([enterprise]) == false)
        #expect(await hall.answer(to: .searchEnterprises("shsl")) == .matches([enterprise]))
    }

    @Test func `without its data the Chinese input offers nothing, and no fault`() async {
        #expect(await hall.answer(to: .compose(.letter("s"))) == .composition(Composition()))
        let stroke = Stroke([.init(x: 100, y: 500), .init(x: 900, y: 500)])
        #expect(await hall.answer(to: .compose(.write([stroke]))) == .composition(Composition()))
    }

    @Test func `what the font has not, and what is denied, is offered neither to fingers nor to pinyin`() async throws {
        try await withHandwriting { data in
            let filter = CandidateFilter(denied: ["兰"]) { $0 != "三" }
            let keyboard = PinyinKeyboard(data, filter: filter)
            let three = [220, 500, 820].map { y in Stroke((1...9).map { Stroke.Point(x: $0 * 100, y: y) }) }
            let offered = await keyboard.take(.write(three)).candidates
            #expect(!offered.isEmpty && !offered.contains("三") && !offered.contains("兰"))
            await keyboard.end()
        }
    }

    @Test func `a written character is offered, chosen once, and forgotten`() async throws {
        try await withHandwriting { data in
            let keyboard = PinyinKeyboard(data)
            let three = [220, 500, 820].map { y in Stroke((1...9).map { Stroke.Point(x: $0 * 100, y: y) }) }
            let offered = await keyboard.take(.write(three)).candidates
            let index = try #require(offered.firstIndex(of: "三"))
            #expect(await keyboard.take(.choose(index)).committed == "三")
            #expect(await keyboard.take(.choose(index)).committed == "")
            _ = await keyboard.take(.write(three))
            await keyboard.end()
            #expect(await keyboard.take(.choose(index)).committed == "")
        }
    }

    private func withHandwriting(_ body: (PinyinData) async throws -> Void) async throws {
        try await withFolder { folder in
            let models = folder.appending(path: "handwriting")
            try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: models.appending(path: "zh_CN.model").path,
                withDestinationPath: "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model")
            try await body(PinyinData(directory: folder.path))
        }
    }
}
