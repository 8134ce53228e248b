import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// What is said of the kiosk's screens.
struct SpeechTests {
    @Test func `a whole registration is spoken as recorded`() throws {
        var listener = Listener(Walk())
        try listener.choose("个人办理")
        try listener.choose("同意并继续")
        listener.happens("the card is laid on the reader") { $0.card(.placed(.identity)) }
        try listener.happens("it is read") { try $0.answer(.identity(.success(Samples.identity()))) }
        try listener.choose("是我本人，继续")
        try listener.happens("the store admits") {
            try $0.answer(.applicantAdmitted(.success(Samples.admission(phone: nil))))
        }
        for digit in ["1", "3", "8"] { try listener.choose(digit) }
        try listener.choose("退格")
        listener.happens("the rest is typed") { $0.type("800005678") { .phone(.key($0)) } }
        try listener.choose("获取验证码")
        try listener.happens("the code is sent") { try $0.answer(.codeSent(.success(Samples.ticket()))) }
        listener.happens("the code is typed") { $0.type("12345") { .code(.key($0)) } }
        try listener.choose("6")
        try listener.choose("确定")
        try listener.happens("the store admits") {
            try $0.answer(.applicantAdmitted(.success(Samples.admission(phone: Samples.phone()))))
            try $0.answer(.draft(.success(nil)))
        }
        try fill(&listener)
        try sign(&listener)
        try expectGolden(listener.text, "speech/registration")
    }

    private func fill(_ listener: inout Listener) throws {
        try listener.choose("新增注册申请")
        try listener.choose("初始注册")
        try listener.happens("a draft is begun") { walk in
            guard case .beginDraft(let form, _) = walk.open.last?.work else { return }
            try walk.answer(.draft(.success(Draft(applicationID: Samples.applicationID, form: form))))
        }
        try listener.choose("企业名称")
        try listener.choose("S")
        listener.happens("more letters are typed") { $0.type("hsl") { .enterpriseName(.key($0)) } }
        try listener.happens("the register answers") {
            try $0.answer(.matches([Samples.enterprise(), Samples.longEnterprise()]))
        }
        try listener.choose("上海示例建筑设计有限公司")
        try listener.happens("the store knows it") { try $0.answer(.enterprise(.success(Samples.enterprise()))) }
        try listener.choose("企业电话")
        listener.happens("the phone is typed") { $0.type("02164680000") { .enterprisePhone(.key($0)) } }
        try listener.choose("完成")
        listener.press(.down)
        listener.press(.enter)
        try listener.choose("保存")
    }

    private func sign(_ listener: inout Listener) throws {
        try listener.happens("the entry is filed") { try $0.answer(.filed(.success(Samples.entryID))) }
        try listener.happens("the store has saved it") { try $0.applied(.saved) }
        try listener.happens("it is typeset") {
            try $0.answer(.registration(.success(Samples.registration(.saved))))
            try $0.answer(.typeset(.success(TypesetForm(digest: Samples.digest(1), pages: 1))))
        }
        try listener.choose("个人数字签名")
        try listener.happens("a code is sent and typed") {
            try $0.answer(.codeSent(.success(Samples.ticket())))
            $0.type("123456") { .code(.key($0)) }
        }
        try listener.choose("确定")
        try listener.happens("the store has signed") {
            try $0.answer(.filed(.success(Samples.entryID)))
            try $0.applied(.personallySigned)
        }
        listener.happens("the card is taken") { $0.card(.removed(.identity)) }
    }

    @Test(arguments: [Scene.pinTyped, .sealPIN, .phoneCode, .signingCode], FiveKeyTests.sizes)
    func `a secret's digits are said to headphones only`(scene: Scene, size: Size) throws {
        for hasHeadphones in [false, true] {
            var listener = Listener(try scene.walk, size: size, hasHeadphones: hasHeadphones)
            let before = listener.heard.count
            for digit in 0...9 { try listener.choose("\(digit)") }
            let phrases = listener.heard[before...].filter { $0.topic != .screen }.flatMap(\.phrases)
            let digits = Set(phrases.filter { Int($0) != nil })
            #expect(digits == (hasHeadphones ? Set((0...9).map { "\($0)" }) : []), "\(scene)")
            #expect(phrases.contains("一位"))
            #expect(phrases.contains("数字键") == !hasHeadphones)
            #expect(phrases.count { $0 == SpeechLabels.chinese.needsHeadphones } <= 1)
        }
    }

    @Test func `digits typed openly are said one by one, wiped ones are not repeated`() throws {
        var listener = Listener(try Walk.newUser())
        for digit in ["1", "3"] { try listener.choose(digit) }
        let values = listener.heard.filter { $0.topic == .value }
        #expect(values.map(\.phrases) == [["1"], ["3"]])
        try listener.choose("清空")
        #expect(listener.lastWords == "已清空")
    }

    @Test(arguments: Scene.allCases)
    func `every screen is spoken, in both languages, without marks that are drawn for the eye`(scene: Scene) throws {
        for language in Language.allCases {
            var walk = try scene.walk
            walk.act(.anywhere(.speak(language)))
            let listener = Listener(walk)
            let text = listener.heard.flatMap(\.phrases).joined(separator: "\n")
            #expect(listener.heard.contains { $0.topic == .screen && $0.phrases.count > 1 }, "\(scene)")
            #expect(!text.contains { "✓✕●○▶│*▏".contains($0) }, "\(scene): \(text)")
            #expect(text.firstMatch(of: /[0-9]{6}/) == nil, "\(scene): \(text)")
            #expect(listener.heard.allSatisfy { $0.language == walk.model.speechLabels.language })
        }
    }

    @Test func `a countdown is said at its thresholds alone`() throws {
        var listener = Listener(try Walk.fullForm())
        for _ in 0..<149 { listener.happens("a second") { $0.pass(seconds: 1) } }
        let said = listener.heard.filter { $0.topic == .countdown }.map { $0.phrases.joined() }
        #expect(said.count == 3, "\(said)")
        #expect(said.first?.contains("20 秒") == true)
    }

    @Test func `an enterprise's way to the seal is spoken as recorded, without one digit of its PIN`() throws {
        var listener = Listener(Walk())
        listener.happens("the card is inserted") { $0.card(.placed(.enterprise)) }
        try listener.happens("it is read") { try $0.answer(.certificate(.success(Samples.certificate()))) }
        for digit in ["4", "7", "9"] { try listener.choose(digit) }
        listener.happens("the rest is typed") { $0.type("135") { .pin(.key($0)) } }
        try listener.choose("登录")
        try listener.happens("the PIN is wrong") {
            try $0.answer(.enterpriseAdmitted(.failure(.card(.wrongPIN(triesLeft: 2)))))
        }
        listener.happens("it is typed again") { $0.type("123456") { .pin(.key($0)) } }
        try listener.choose("登录")
        try listener.happens("the store admits") {
            try $0.answer(.enterpriseAdmitted(.success(Samples.enterpriseSession([.personallySigned]))))
        }
        let open = try #require(listener.tree.focused?.label)
        try listener.choose(open)
        try listener.happens("the form comes") {
            try $0.answer(.registration(.success(Samples.registration(.personallySigned))))
        }
        let opinion = try #require(listener.tree.focused?.label)
        try listener.choose("去签章")
        try listener.choose(opinion)
        try expectGolden(listener.text, "speech/enterprise")
    }

    @Test func `English is spoken as recorded`() throws {
        var listener = Listener(Walk())
        try listener.choose("English")
        try listener.choose("Personal")
        try listener.choose("Agree, go on")
        listener.happens("the card is laid on the reader") { $0.card(.placed(.identity)) }
        try listener.happens("it is read") { try $0.answer(.identity(.success(Samples.identity()))) }
        try listener.choose("Show in full")
        try expectGolden(listener.text, "speech/english")
    }

    @Test func `the same trouble once more is said once more`() throws {
        var listener = Listener(try Walk.emptyForm())
        for _ in 0..<2 {
            try listener.choose("保存")
            #expect(listener.lastWords.contains("处需要修改"))
            #expect(listener.heard.last?.urgency == .assertive)
        }
    }

    @Test func `at the end of the way the screen is read once more`() throws {
        var listener = Listener(try Walk.list())
        let opening = try #require(listener.heard.first { $0.phrases.first == "我的注册申请" })
        let before = listener.heard.count
        listener.press(.down)
        listener.press(.down)
        #expect(listener.heard[before...].contains(opening))
    }

    @Test func `trouble interrupts, news waits its turn`() throws {
        var listener = Listener(try Walk.list())
        listener.happens("staff is called") { $0.act(.anywhere(.callStaff)) }
        #expect(listener.heard.last?.urgency == .assertive)
        var printing = Listener(try Scene.printWaiting.walk)
        printing.happens("it prints") { $0.send(.print(Samples.printToken, .printing(sheet: 1, of: 1))) }
        #expect(printing.heard.last?.urgency == .polite)
        printing.happens("paper is out") { $0.send(.print(Samples.printToken, .held(.outOfPaper))) }
        #expect(printing.heard.contains { $0.urgency == .assertive && $0.topic == .alert })
    }
}
