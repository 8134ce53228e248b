import Core
import Foundation
import Terminal
import Testing

@testable import Screens

struct TakingAlongTests {
    private let certificate: TakenPaper

    init() throws { certificate = .certificate(try Samples.held(.collected).id) }

    @Test func `a certificate goes onto the stick, and its name there is told`() throws {
        var walk = try Walk.takeAlong()
        #expect(walk.act(.takeAlong(.take(.stick))) == [.putOnStick(certificate, Samples.token)])
        #expect(walk.frame().shows("请不要拔出U盘"))
        // Nothing else happens meanwhile: no second copy, no way out under the stick.
        for action in [Action.TakeAlong.take(.stick), .take(.phone), .back, .again] {
            #expect(walk.act(.takeAlong(action)).isEmpty)
        }
        #expect(walk.screen == "screen.takeAlong")
        try walk.answer(.onStick(.success("注册证书-2.pdf")))
        #expect(walk.frame().shows("注册证书-2.pdf") && walk.frame().shows("请拔下U盘"))
        walk.act(.takeAlong(.back))
        #expect(walk.screen == "screen.certificate" && walk.frame().shows("打印证书"))
    }

    @Test(arguments: [FileFault.stickFull, .stickLocked, .stickUnwritten, .stickGone])
    func `what keeps it off the stick is told with what to do, and it can be tried again`(_ fault: FileFault) throws {
        var walk = try Walk.takeAlong()
        walk.act(.takeAlong(.take(.stick)))
        try walk.answer(.onStick(.failure(.file(fault))))
        #expect(walk.frame().shows(fault.advice.code) && walk.screen == "screen.takeAlong")
        #expect(walk.act(.takeAlong(.take(.stick))) == [.putOnStick(certificate, Samples.token)])
    }

    @Test func `without a stick or a network the way says so and does nothing`() throws {
        var walk = try Walk.takeAlong(withStick: false)
        #expect(walk.frame().shows("请先把U盘插好") && walk.act(.takeAlong(.take(.stick))).isEmpty)
        walk.send(.network(isReachable: false))
        #expect(walk.act(.takeAlong(.take(.phone))).isEmpty && walk.act(.takeAlong(.take(.scanner))).isEmpty)
    }

    @Test func `the phone's code is shown, its opening and its fetching told`() throws {
        var walk = try Walk.takeAlong()
        #expect(walk.act(.takeAlong(.take(.phone))) == [.openDownload(certificate, Samples.token)])
        let wait = Work.awaitDownload(Samples.ticket.id, Samples.token)
        #expect(try walk.answer(.uploadOpened(.success(Samples.openedUpload))) == [wait])
        #expect(walk.screen == "screen.takeByPhone")
        #expect(try walk.answer(.upload(.success(.waiting))) == [wait])
        #expect(try walk.answer(.upload(.success(.opened))) == [wait])
        #expect(walk.frame(Size(width: 80, height: 60)).shows("手机已打开"))
        #expect(try walk.answer(.upload(.success(.fetched))).isEmpty)
        #expect(walk.screen == "screen.takeAlong" && walk.frame().shows("手机已经下载"))
    }

    @Test func `a code that is over, or a store that is away, leads back to the choice`() throws {
        var walk = try Walk.takeByPhone()
        try walk.answer(.upload(.failure(.file(.uploadExpired))))
        #expect(walk.screen == "screen.takeAlong" && walk.frame().shows("A-971"))
        walk = try .takeAlong()
        walk.act(.takeAlong(.take(.phone)))
        try walk.answer(.uploadOpened(.failure(.store(.unreachable))))
        #expect(walk.screen == "screen.takeAlong" && walk.frame().shows("S-201"))
    }

    @Test func `another code takes the place of the first, and news of a code that was left is nobody's`() throws {
        var walk = try Walk.takeByPhone()
        #expect(walk.act(.takeAlong(.again)) == [.openDownload(certificate, Samples.token)])
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        walk.act(.takeAlong(.back))
        try walk.answer(.upload(.success(.fetched)))
        #expect(walk.screen == "screen.takeAlong" && !walk.frame().shows("手机已经下载"))
    }

    @Test func `nothing is taken along before the office's signature is verified`() throws {
        var walk = try Walk.certificate(.collected)
        #expect(walk.act(.certificates(.takeAlong)).isEmpty)
        try walk.answer(.typeset(.failure(.paper(.notVerified))))
        #expect(walk.frame().shows("G-654") && walk.act(.certificates(.takeAlong)).isEmpty)
        #expect(walk.screen == "screen.certificate")
    }

    @Test func `an application shows its newest signed form, and the sealed one is taken along`() throws {
        var walk = try Walk.list([.accepted])
        walk.act(.list(.open(Samples.applicationID)))
        let registration = try Samples.registration(.accepted)
        let work = try walk.answer(.registration(.success(registration)))
        #expect(work == [.showPaper(registration, Samples.token)] && registration.shownPaper?.kind == .sealedForm)
        try walk.answer(.typeset(.success(Samples.typeset())))
        #expect(walk.frame().shows("看打印出来的样子"))
        #expect(walk.act(.detail(.takeAlong)).isEmpty && walk.screen == "screen.takeAlong")
        let form = TakenPaper.form(Samples.applicationID, try Samples.digest(2))
        walk.send(.stick(isIn: true))
        #expect(walk.act(.takeAlong(.take(.stick))) == [.putOnStick(form, Samples.token)])
        try walk.answer(.onStick(.success("注册申请表.pdf")))
        #expect(walk.act(.takeAlong(.back)).isEmpty && walk.screen == "screen.detail")
    }

    @Test func `a seal that does not verify is told, and no picture stands there`() throws {
        let walk = try Scene.paperNotVerified.walk
        #expect(walk.frame().shows("G-654") && !walk.frame().shows("看打印出来的样子"))
    }

    @Test(arguments: [Scene.certificates, .certificateCollected, .takeAlong, .takeByPhone])
    func `taking the ID card away ends the visit from here too`(_ scene: Scene) throws {
        var walk = try scene.walk
        walk.card(.removed(.identity))
        #expect(walk.screen == "screen.ended")
    }
}
