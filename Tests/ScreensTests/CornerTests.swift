import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Staff's and the technician's corner.
struct CornerTests {
    @Test(arguments: [(StaffRole.hallStaff, "screen.staffHome"), (.technician, "screen.technicianHome")])
    func `a card alone opens the corner of its role`(_ role: StaffRole, _ screen: String) throws {
        var walk = Walk()
        #expect(walk.card(.placed(.enterprise)) == [.readCertificate])
        #expect(try walk.answer(.staffCard(.success(Samples.staffCard(role)))) == [.openCorner])
        #expect(walk.screen == "screen.cornerOpening")
        try walk.answer(.corner(.success(Samples.corner(role))))
        #expect(walk.screen == screen)
        #expect(walk.frame().shows(try Samples.member(role).number))
    }

    @Test(arguments: Scene.corners)
    func `taking the card out closes the corner at once`(scene: Scene) throws {
        var walk = try scene.walk
        #expect(walk.card(.removed(.enterprise)) == [.endVisit])
        #expect(walk.screen == "screen.ended")
        #expect(walk.model.visit == .none)
    }

    @Test(arguments: [(StaffRole.hallStaff, 60), (.technician, 120)])
    func `an idle corner closes too, and asks for the card to be taken`(_ role: StaffRole, _ idle: Int) throws {
        var walk = try Walk.corner(role)
        walk.pass(seconds: idle + 29)
        #expect(walk.model.warningSeconds != nil)
        walk.pass(seconds: 2)
        #expect(walk.screen == "screen.ended")
        #expect(walk.frame().shows("请取回您的卡"))
    }

    @Test func `in somebody's visit a staff card is refused with a word, and the visit goes on`() throws {
        var walk = try Walk.fullForm()
        let (screen, visit) = (walk.model.screen, walk.model.visit)
        #expect(walk.card(.placed(.enterprise)) == [.readCertificate])
        try walk.answer(.staffCard(.success(Samples.staffCard(.technician))))
        #expect(walk.model.notice == .trouble(.staff(.visitOpen)))
        #expect(walk.model.screen == screen && walk.model.visit == visit)
        walk.card(.removed(.enterprise))
        #expect(walk.model.screen == screen && walk.model.visit == visit)
    }

    @Test func `in somebody's visit an enterprise's card is passed over in silence`() throws {
        var walk = try Walk.fullForm()
        let model = walk.model.screen
        walk.card(.placed(.enterprise))
        try walk.answer(.certificate(.success(Samples.certificate())))
        #expect(walk.model.notice == nil && walk.model.screen == model)
    }

    @Test func `in the corner no card of an applicant opens a visit`() throws {
        var walk = try Walk.staffHome()
        #expect(walk.card(.placed(.identity)).isEmpty)
        #expect(walk.screen == "screen.staffHome")
        var technician = try Walk.corner(.technician)
        #expect(technician.card(.placed(.identity)).isEmpty)
        #expect(technician.screen == "screen.technicianHome")
    }

    @Test(arguments: [StaffFault.noRole, .rejected(.expired), .rejected(.keyNotProved), .notSetUp])
    func `a refused card is told why and opens nothing`(_ fault: StaffFault) throws {
        var walk = try Walk.cornerOpening(.technician)
        try walk.answer(.corner(.failure(.staff(fault))))
        #expect(walk.model.visit == .none)
        #expect(walk.frame().shows(fault.advice.applicant.chinese))
        walk.pass(seconds: 31)
        #expect(walk.screen == "screen.welcome")
    }

    @Test func `another card after the reader was away ends the corner`() throws {
        var walk = try Walk.staffHome()
        walk.card(.readerGone(.enterprise))
        walk.card(.readerBack(.enterprise))
        #expect(walk.card(.placed(.enterprise)) == [.readCertificate])
        try walk.answer(.staffCard(.success(Samples.staffCard(.technician))))
        #expect(walk.screen == "screen.ended")
    }

    @Test func `the same card after the reader was away goes on`() throws {
        var walk = try Walk.staffHome()
        walk.card(.serviceDown)
        walk.card(.serviceUp)
        walk.card(.placed(.enterprise))
        try walk.answer(.staffCard(.success(Samples.staffCard(.hallStaff))))
        #expect(walk.screen == "screen.staffHome" && walk.model.cardWatch == .steady)
    }

    @Test func `a session that the store has ended is opened anew by the card, and the errand goes on`() throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byNumber))
        walk.type("1234") { .staff(.key($0)) }
        walk.act(.staff(.find))
        #expect(try walk.answer(.staffFound(.failure(.store(.sessionEnded)))) == [.openCorner])
        let asked = try walk.answer(.corner(.success(Samples.corner(.hallStaff))))
        #expect(asked == [.searchAsStaff(.notice(try Samples.number()), Samples.token)])
    }
}

struct StaffFlowTests {
    @Test func `without the store staff see the printer and are told so`() throws {
        let walk = try Walk.corner(.hallStaff, isAlone: true)
        #expect(walk.frame().shows("连不上业务系统") && walk.frame().shows("S-201"))
        #expect(walk.frame().shows("打印机正常"))
        #expect(!walk.all.contains { $0.work.answerKind == .staffFound })
    }

    @Test(arguments: [PrinterFault.outOfPaper, .jam, .coverOpen, .stopped])
    func `a printer's trouble says what staff do`(_ fault: PrinterFault) throws {
        var walk = try Walk.staffHome()
        walk.send(.printer(fault))
        #expect(walk.frame().shows(fault.advice.staff) && walk.frame().shows(fault.advice.code))
    }

    @Test(arguments: [("1234", 2026, 1234), ("2025000007", 2025, 7)])
    func `a number is looked for as typed`(_ digits: String, _ year: Int, _ serial: Int) throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byNumber))
        walk.type(digits) { .staff(.key($0)) }
        let number = try #require(NoticeNumber(year: year, serial: serial))
        #expect(walk.act(.staff(.find)) == [.searchAsStaff(.notice(number), Samples.token)])
    }

    @Test(arguments: ["", "0", "1234567", "0000000000"])
    func `what is no number is not looked for`(_ digits: String) throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byNumber))
        walk.type(digits) { .staff(.key($0)) }
        #expect(walk.act(.staff(.find)).isEmpty)
    }

    @Test func `an ID number is looked for when its check character is right`() throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byDocument))
        walk.type("310101199001010013") { .staff(.key($0)) }
        #expect(walk.act(.staff(.find)).isEmpty)
        #expect(walk.frame().shows("可能错了一位"))
        walk.act(.staff(.key(.backspace)))
        walk.type("2") { .staff(.key($0)) }
        let number = try Samples.identity().number
        #expect(walk.act(.staff(.find)) == [.searchAsStaff(.person(number), Samples.token)])
        try walk.answer(.staffFound(.success([Samples.staffApplication()])))
        #expect(walk.screen == "screen.staffApplication")
    }

    @Test func `a day is looked for when it is one`() throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byDay))
        walk.type("20260230") { .staff(.key($0)) }
        #expect(walk.act(.staff(.find)).isEmpty)
        #expect(walk.frame().shows("2026年2月只有28天"))
        walk.act(.staff(.key(.clear)))
        walk.type("202611") { .staff(.key($0)) }
        #expect(walk.act(.staff(.find)).isEmpty)
        walk.type("9") { .staff(.key($0)) }
        let day = try Samples.day(2026, 11, 9)
        #expect(walk.act(.staff(.find)) == [.searchAsStaff(.day(day), Samples.token)])
    }

    @Test(arguments: ["screen.staffHome", "screen.staffNumber", "screen.staffScan"], [true, false])
    func `what a hand scanner types at once is looked for with its check code`(_ start: String, _ isShouted: Bool)
        throws
    {
        var walk = try Walk.staffHome()
        if start == "screen.staffNumber" { walk.act(.staff(.byNumber)) }
        if start == "screen.staffScan" { walk.act(.staff(.byScan)) }
        #expect(walk.screen == start)
        // All keys meet the screen that stands: nothing is drawn between them.
        let text = isShouted ? Samples.scan.uppercased() : Samples.scan
        let tree = walk.frame().tree
        var interaction = Interaction<Action>()
        for key in text.map({ Key.character($0) }) + [.enter] {
            let response = interaction.handle(.key(key), in: tree)
            for action in response.actions + response.unhandled.compactMap({ walk.model.action(for: $0) }) {
                walk.act(action)
            }
        }
        let reference = NoticeReference(number: try Samples.number(), checkCode: "7K4Q92AB")
        #expect(walk.open.last?.work == .searchAsStaff(.sheet(reference), Samples.token))
        try walk.answer(.staffFound(.success([Samples.staffApplication()])))
        #expect(walk.screen == "screen.staffApplication")
    }

    @Test func `a sheet that the store does not know, and another code, are told`() throws {
        #expect(try Scene.staffScanUnknown.walk.frame().shows("不是本系统打印的通知书"))
        var walk = try Scene.staffScanNoNotice.walk
        #expect(walk.frame().shows("不是受理通知书的二维码"))
        #expect(
            !walk.all.contains { $0.work.answerKind == .staffFound && $0.work != .searchAsStaff(.today, Samples.token) }
        )
        for character in Samples.scan { walk.act(.staff(.scanned(character))) }
        #expect(walk.act(.staff(.find)).count == 1)
    }

    @Test func `the applicant's card is read when it is laid on, and never shown`() throws {
        var walk = try Walk.staffHome()
        #expect(walk.act(.staff(.byCard)).isEmpty)
        #expect(walk.card(.placed(.identity)) == [.searchByCard(Samples.token)])
        try walk.answer(.staffFound(.success([Samples.staffApplication()])))
        #expect(walk.screen == "screen.staffApplication")
        #expect(!walk.frame().text.contains("测试员甲"))
    }

    @Test func `a copy is printed with a reason, once, and the ledger's word is shown`() throws {
        var walk = try Walk.copyChoice()
        #expect(walk.act(.staff(.print)).isEmpty)
        walk.act(.staff(.choose(.lost)))
        #expect(
            walk.act(.staff(.print)) == [.printCopy(Samples.applicationID, .acceptanceNotice, .lost, Samples.token)])
        #expect(walk.act(.staff(.print)).isEmpty)
        try walk.answer(.printing(.success(.ordered(Samples.order(copy: 3)))))
        walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        #expect(walk.frame().shows("第3次打印"))
        #expect(walk.act(.printing(.done)) == [.searchAsStaff(.today, Samples.token)])
        #expect(walk.screen == "screen.staffHome")
    }

    @Test(arguments: [
        (RegistrationState.correctionRequired, PaperName.correctionNotice, "打印补正告知书（第1次）", "正在打印补正告知书"),
        (.notAccepted, .nonAcceptanceNotice, "打印不予受理通知书（第1次）", "正在打印不予受理通知书"),
        (.sealed, .filingReceipt, "打印收件凭证（第1次）", "正在打印收件凭证"),
    ])
    func `what the office has decided, or has only received, is printed with a reason too`(
        _ state: RegistrationState, _ paper: PaperName, _ title: String, _ printing: String
    ) throws {
        var walk = try Walk.staffHome()
        walk.act(.staff(.byCard))
        walk.card(.placed(.identity))
        try walk.answer(.staffFound(.success([Samples.undecided(state)])))
        #expect(walk.screen == "screen.staffApplication" && walk.frame().shows(title))
        #expect(walk.act(.staff(.print)).isEmpty)
        walk.act(.staff(.choose(.onRequest)))
        #expect(walk.act(.staff(.print)) == [.printCopy(Samples.applicationID, paper, .onRequest, Samples.token)])
        try walk.answer(.printing(.success(.ordered(Samples.order(copy: 1)))))
        #expect(walk.frame().shows(printing) && walk.frame().shows("第1次打印"))
        walk.send(.print(Samples.printToken, .ended(.failed(reason: "x"))))
        #expect(walk.act(.printing(.again)) == [.printCopy(Samples.applicationID, paper, .onRequest, Samples.token)])
    }

    @Test(arguments: [Scene.staffHome, .staffAlone, .staffPrinterOut])
    func `on the smallest screen staff's home does not scroll, and every way is there`(_ scene: Scene) throws {
        let walk = try scene.walk
        let frame = walk.frame(Layout.smallest)
        #expect(!frame.grid.lines.contains { $0.contains("▲") || $0.contains("▼") })
        guard scene != .staffAlone else { return }
        var next = walk
        #expect(next.act(.staff(.today)).isEmpty && next.screen == "screen.staffResults")
        for action in [Action.Staff.byDocument, .byDay, .byScan, .handOver, .today, .batch] {
            #expect(frame.tree.targets.contains { $0.action == .staff(action) }, "\(action)")
        }
    }

    @Test func `a print that failed is asked for again with its reason`() throws {
        var walk = try Walk.copyChoice()
        walk.act(.staff(.choose(.jammed)))
        walk.act(.staff(.print))
        try walk.answer(.printing(.failure(.store(.unreachable))))
        #expect(
            walk.act(.printing(.retry)) == [
                .printCopy(Samples.applicationID, .acceptanceNotice, .jammed, Samples.token)
            ])
    }
}

struct TechnicianFlowTests {
    @Test func `all parts are tested one after the other, but for the sheet`() throws {
        var walk = try Walk.corner(.technician, isAlone: true)
        walk.act(.technician(.selfTest))
        #expect(walk.act(.technician(.testAll)) == [.selfTest(.identityReader)])
        var asked: [SelfTestPart] = [.identityReader]
        while let part = asked.last {
            let works = try walk.answer(.selfTest(part, .well(.storageWhole)))
            guard case .selfTest(let next) = works.first else { break }
            asked.append(next)
        }
        #expect(asked == SelfTestPart.all)
        #expect(!asked.contains(.testSheet))
        #expect(walk.act(.technician(.test(.testSheet))) == [.selfTest(.testSheet)])
    }

    @Test func `what came out stays, with its code`() throws {
        let walk = try Scene.selfTestDone.walk
        #expect(walk.frame(Size(width: 80, height: 60)).shows("S-201查看其他自助机"))
    }

    @Test func `where it was touched it is painted`() throws {
        var walk = try Walk.corner(.technician)
        walk.act(.technician(.touch))
        let tiles = walk.frame().tree.targets.compactMap(\.action).filter {
            if case .technician(.paint) = $0 { true } else { false }
        }
        for tile in tiles { walk.act(tile) }
        #expect(walk.frame().shows("已点\(tiles.count)/\(tiles.count)格"))
        #expect(tiles.count == 56)
    }

    @Test func `the survey and the log are asked for and shown`() throws {
        for action in [Action.Technician.survey, .log] {
            var walk = try Walk.corner(.technician)
            #expect(walk.act(.technician(action)) == [.surveyKiosk])
            try walk.answer(.survey(Samples.survey))
            #expect(walk.frame().shows(action == .survey ? "S-201" : "kioskstarted"))
        }
    }
}

extension Scene {
    /// Those in which a staff card opens or has opened something.
    static let corners: [Scene] = [
        .cornerOpening, .staffHome, .staffAlone, .staffNumberTyped, .staffCard, .staffResults, .staffCopyChosen,
        .staffPrinted, .technicianHome, .selfTestRunning, .survey, .log, .touchTest,
        .machine, .machineReset, .machineDone,
    ]
}
