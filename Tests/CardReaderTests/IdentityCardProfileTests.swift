import CardReader
import Core
import Testing
import VirtualDevices

@Suite struct IdentityCardProfileTests {
    private func read(_ card: any VirtualCard) throws -> (record: IdentityRecord?, fault: CardFault?, exchanges: Int) {
        let session = CardSession(try DirectTransport(card), role: .identity)
        do throws(CardFault) {
            return (try IdentityCardProfile(session).read(), nil, session.exchanges)
        } catch { return (nil, error, session.exchanges) }
    }

    @Test(arguments: Fixture.allCases)
    func `a card is read in six pages`(_ fixture: Fixture) throws {
        let result = try read(VirtualIdentityCard(text: try fixture.text()))
        #expect(result.record == (try IdentityTextParser.parse(fixture.text())))
        #expect(result.exchanges == 6)
    }

    @Test func `the virtual card shows the answer to reset by which such readers are known`() throws {
        let atr = try #require(VirtualIdentityCard(SamplePeople.applicant.identity).atr)
        #expect(Array(atr[13...14]) == [0x90, 0x00])
        #expect(atr.dropFirst().reduce(0, ^) == 0)
    }

    @Test func `a card with nonsense on it is unreadable`() throws {
        #expect(try read(VirtualIdentityCard(text: [UInt8](repeating: 0, count: 256))).fault == .unreadable(.identity))
    }

    @Test(arguments: [0x6A82, 0x6D00, 0x6E00] as [UInt16])
    func `a card that refuses the first page is an unknown one`(_ status: UInt16) {
        let transport = ScriptedTransport("FFB0000000 > \(StatusWord(status))")
        #expect(
            fault { () throws(CardFault) in
                try IdentityCardProfile(CardSession(transport, role: .identity)).read()
            } == .unknownCard(.identity))
    }

    @Test func `a later page refused is told with its status word`() {
        let page = String(repeating: "00", count: 256)
        let transport = ScriptedTransport("FFB0000000 > \(page) 9000\nFFB0010000 > 6F00")
        #expect(
            fault { () throws(CardFault) in
                try IdentityCardProfile(CardSession(transport, role: .identity)).read()
            } == .refused(.identity, statusWord: 0x6F00))
    }

    @Test(arguments: 0..<6)
    func `a card pulled at any page is a removed one`(_ page: Int) throws {
        let card = TroubledCard(VirtualIdentityCard(SamplePeople.applicant.identity), .pulled(after: page))
        #expect(try read(card).fault == .removed(.identity))
    }
}
