import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Nothing of one person reaches the next.
struct PrivacyTests {
    static let traces = [
        "测试员甲", "测**甲", "310101199001010012", "310***********0012", "13800005678", "138****5678", "示例路", "上海示例建筑",
        "02164680000",
    ]

    @Test(arguments: Scene.allCases)
    func `the end of a visit leaves no trace in the model or on the screen`(scene: Scene) throws {
        var walk = try scene.walk
        guard walk.model.boundReader != nil else { return }
        walk.act(.anywhere(.leave))
        #expect(walk.screen == "screen.ended")
        #expect(walk.model.visit == .none)
        expectNoTrace(walk)
        walk.act(.ended(.home))
        expectNoTrace(walk)
    }

    @Test(arguments: Waiting.allCases)
    func `an answer that comes after the end is dropped`(place: Waiting) throws {
        var walk = try place.walk
        let open = walk.open
        walk.act(.anywhere(.leave))
        walk.act(.ended(.home))
        let model = walk.model
        for command in open {
            for trouble in command.work.troubles.prefix(2) {
                guard let answer = command.work.failure(trouble) else { continue }
                #expect(walk.send(.answer(command.id, answer)).isEmpty)
            }
            if let success = try command.work.success { walk.send(.answer(command.id, success)) }
        }
        #expect(walk.model == model)
        expectNoTrace(walk)
    }

    @Test func `the change feed tells a person nothing of others`() throws {
        var walk = try Walk.list()
        walk.send(.changed([try Samples.status(.accepted)]))
        #expect(walk.model.visit.applications.isEmpty)
        var enterprise = try Walk.pending([])
        enterprise.send(.changed([try Samples.status(.saved)]))
        #expect(enterprise.model.visit.applications.isEmpty)
        enterprise.send(.changed([try Samples.status(.personallySigned)]))
        #expect(enterprise.model.visit.applications.count == 1)
    }

    @Test func `secrets are erased when their screen is left`() throws {
        var walk = try Walk.pin()
        walk.type("123456") { .pin(.key($0)) }
        guard case .pinEntry(let entry) = walk.model.screen else { return }
        walk.card(.removed(.enterprise))
        #expect(entry.pin.isEmpty)
        var code = try Walk.signingCode()
        code.type("123456") { .code(.key($0)) }
        guard case .codeEntry(let other) = code.model.screen else { return }
        code.act(.code(.back))
        #expect(other.code.isEmpty)
    }

    @Test func `number and name are masked until their owner shows them`() throws {
        var walk = try Walk.identified()
        #expect(!walk.frame().shows("310101199001010012"))
        walk.act(.identity(.reveal(true)))
        #expect(walk.frame().shows("310101199001010012"))
    }

    private func expectNoTrace(_ walk: Walk) {
        for size in [Size(width: 80, height: 30), Size(width: 40, height: 22)] {
            let text = walk.frame(size).text
            for trace in Self.traces { #expect(!text.contains(trace), "\(trace)") }
        }
        var dumped = ""
        dump(walk.model, to: &dumped)
        for trace in Self.traces { #expect(!dumped.contains(trace), "\(trace) in the model") }
    }
}

extension Work {
    /// What the world would say if all went well.
    var success: Answer? {
        get throws {
            switch answerKind {
            case .identity: .identity(.success(try Samples.identity()))
            case .certificate: .certificate(.success(try Samples.certificate()))
            case .applicantAdmitted: .applicantAdmitted(.success(try Samples.admission(phone: Samples.phone())))
            case .enterpriseAdmitted: .enterpriseAdmitted(.success(try Samples.enterpriseSession([.personallySigned])))
            case .codeSent: .codeSent(.success(Samples.ticket()))
            case .signatureKept: .signatureKept(.success(Kept()))
            case .applications: .applications(.success([try Samples.status(.personallySigned)]))
            case .registration: .registration(.success(try Samples.registration(.personallySigned)))
            case .enterprise: .enterprise(.success(try Samples.enterprise()))
            case .certificates: .certificates(.success(try CertificateState.allCases.map { try Samples.held($0) }))
            case .renameOffer: .renameOffer(.success(try Samples.renameOffer(count: 3)))
            case .draft: try draftSuccess
            case .draftKept: nil
            case .matches: .matches([try Samples.enterprise(), try Samples.longEnterprise()])
            case .composition: .composition(Composition(preedit: "shang hai", candidates: ["上海"]))
            case .typeset: .typeset(.success(try Samples.typeset()))
            case .photo: .photo(.success(Samples.page))
            case .filed: .filed(.success(Samples.entryID))
            case .receipt:
                .receipt(
                    .success(
                        EntryReceipt(entryID: Samples.entryID, outcome: .applied(try Samples.status(.personallySigned)))
                    ))
            case .printing: .printing(.success(.ordered(try Samples.order())))
            case .staffCard: .staffCard(.success(try Samples.staffCard(.hallStaff)))
            case .corner: .corner(.success(try Samples.corner(.hallStaff)))
            case .staffFound: .staffFound(.success([try Samples.staffApplication()]))
            case .handOverPrinted: .handOverPrinted(.success(Kept()))
            case .selfTest: selfTestSuccess
            case .survey: .survey(Samples.survey)
            case .machine: .machine(.success(Samples.machine))
            case .machineObeyed: .machineObeyed(.success(Kept()))
            case .folder: .folder(.success(Samples.folder))
            case .found: .found(.success(try found))
            case .scanner: .scanner(.loaded)
            case .uploadOpened: .uploadOpened(.success(Samples.openedUpload))
            case .upload: .upload(.success(.opened))
            case .fileKept: .fileKept(.success(try Samples.scan()))
            case .onStick: .onStick(.success("注册证书.pdf"))
            case nil: nil
            }
        }
    }

    private var found: Found {
        get throws {
            switch self {
            case .readStick(_, .signature, _), .scan(.signature, _, _): .signature(try Samples.hand())
            default: .file(try Samples.foundScan())
            }
        }
    }

    private var selfTestSuccess: Answer? {
        guard case .selfTest(let part) = self else { return nil }
        return .selfTest(part, .well(.printerAnswers))
    }

    private var draftSuccess: Answer {
        get throws {
            guard case .beginDraft(let form, _) = self else { return .draft(.success(nil)) }
            return .draft(.success(Draft(applicationID: Samples.applicationID, form: form)))
        }
    }
}
