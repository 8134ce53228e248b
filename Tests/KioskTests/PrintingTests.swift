import Core
import Documents
import Foundation
import Screens
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct PrintingTests {
    private let hall: Hall
    private let printOnce = Work.printNotice(Sample.applicationID, again: false, Sample.token)
    private let printAgain = Work.printNotice(Sample.applicationID, again: true, Sample.token)

    init() throws { hall = try Hall() }

    @Test func `a first order stands in the ledger with its paper, and is followed`() async throws {
        let answer = await hall.answer(to: printOnce)
        let order = try #require(await hall.storage.ledger.first)
        #expect(answer == .printing(.success(.ordered(order))))
        #expect(order.copyNumber == 1)
        #expect(order.state == .ready)
        let pdf = try #require(await hall.storage.papers[order.token])
        #expect(order.paper == PaperDigest(of: pdf))
        #expect(order.pages == PaperPress.pageCount(of: Array(pdf)))
        let token = order.token
        _ = await hall.posted.first { if case .print(token, .waiting) = $0 { true } else { nil } }
    }

    @Test func `asked for twice at the same time there is one order`() async {
        let (first, second) = (hall.run(printOnce), hall.run(printAgain))
        #expect(await hall.answer(to: first) == hall.answer(to: second))
        #expect(await hall.storage.ledger.count == 1)
    }

    @Test(arguments: [[], [.submit], [.submit, .lose]] as [[PrintOrder.Event]])
    func `an open or lost order is followed, not doubled`(events: [PrintOrder.Event]) async throws {
        let order = try Sample.order(events)
        try await hall.storage.open(order, pdf: Data())
        for work in [printOnce, printAgain] {
            #expect(await hall.answer(to: work) == .printing(.success(.ordered(order))))
        }
        #expect(await hall.storage.ledger == [order])
        while await hall.printer.followed != [order.token, order.token] { await Task.yield() }
    }

    @Test func `what is printed is printed again only on demand, as the next copy`() async throws {
        try await hall.storage.open(try Sample.order([.submit, .print(at: Sample.now)]), pdf: Data())
        #expect(await hall.answer(to: printOnce) == .printing(.success(.alreadyPrinted(sheets: 1))))
        guard case .printing(.success(.ordered(let order))) = await hall.answer(to: printAgain) else {
            Issue.record("no order")
            return
        }
        #expect(order.copyNumber == 2)
        #expect(await hall.store.ownCopies.map(\.used) == [[1]])
    }

    @Test(arguments: [[.submit, .fail(reason: "jam")], [.cancel]] as [[PrintOrder.Event]])
    func `an order that gave no sheet counts for no copy`(events: [PrintOrder.Event]) async throws {
        try await hall.storage.open(try Sample.order(events), pdf: Data())
        guard case .printing(.success(.ordered(let order))) = await hall.answer(to: printOnce) else {
            Issue.record("no order")
            return
        }
        #expect(order.copyNumber == 1)
    }

    @Test func `without the notice or without the ledger nothing is ordered`() async {
        await hall.store.set(fault: .unreachable)
        #expect(await hall.answer(to: printOnce) == .printing(.failure(.store(.unreachable))))
        await hall.store.set(fault: nil)
        await hall.storage.set(fault: .full)
        #expect(await hall.answer(to: printOnce) == .printing(.failure(.storage(.full))))
        #expect(await hall.storage.ledger.isEmpty)
    }

    @Test(arguments: [true, false]) func `a lost order ends as the person has seen it`(isOut: Bool) async throws {
        try await hall.storage.open(try Sample.order([.submit, .lose]), pdf: Data())
        hall.run(.confirmSheet(Sample.printToken, of: Sample.applicationID, isOut: isOut))
        let expected = try Sample.order([.submit, .lose, isOut ? .confirmOut(at: Sample.now) : .confirmNotOut])
        #expect(await hall.end(of: Sample.printToken) == expected.state)
        #expect(await hall.storage.ledger == [expected])
    }

    @Test func `a confirmation that cannot be noted leaves the order unknown`() async throws {
        try await hall.storage.open(try Sample.order([.submit, .lose]), pdf: Data())
        await hall.storage.set(fault: .full)
        hall.run(.confirmSheet(Sample.printToken, of: Sample.applicationID, isOut: true))
        #expect(await hall.end(of: Sample.printToken) == .unknown)
        #expect(await hall.storage.ledger.first?.state == .unknown)
    }

    @Test func `an order that has ended meanwhile keeps its end`() async throws {
        let printed = try Sample.order([.submit, .print(at: Sample.now)])
        try await hall.storage.open(printed, pdf: Data())
        hall.run(.confirmSheet(Sample.printToken, of: Sample.applicationID, isOut: false))
        #expect(await hall.end(of: Sample.printToken) == printed.state)
        #expect(await hall.storage.ledger == [printed])
    }

    @Test func `an order is cancelled at the printer`() async {
        hall.run(.cancelPrint(Sample.printToken))
        while await hall.printer.cancelled != [Sample.printToken] { await Task.yield() }
    }

    @Test func `open orders of an earlier run are followed, ended ones are not`() async throws {
        try await hall.storage.open(try Sample.order([.submit]), pdf: Data())
        try await hall.storage.open(try Sample.order([.cancel], token: PrintToken(UUID())), pdf: Data())
        await hall.runner.resumePrinting()
        while await hall.printer.followed.isEmpty { await Task.yield() }
        #expect(await hall.printer.followed == [Sample.printToken])
    }
}
