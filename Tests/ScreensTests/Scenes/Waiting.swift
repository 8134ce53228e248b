import Core
import Foundation
import Terminal

@testable import Screens

/// Every place at which the person waits for an answer.
enum Waiting: String, CaseIterable {
    case readingIdentity, openingSession, sendingPhoneCode, registering, openingDraft, beginningDraft, verifying
    case filing, receipt, openingForm, typesetting, sendingSigningCode, signing, signatureReceipt, openingDetail
    case listingStick, readingStick, keepingFile, openingUpload, openingDownload, puttingOnStick, scanning
    case readingCertificate, openingEnterprise, openingReview, readingTries, sealing, sealReceipt, ordering

    var walk: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .readingIdentity, .openingSession, .sendingPhoneCode, .registering, .openingDraft, .beginningDraft:
                walk = try beginning
            case .verifying:
                walk = try .emptyForm()
                walk.act(.form(.editName))
                walk.act(.enterpriseName(.key(.mode(.digits))))
                walk.type("12") { .enterpriseName(.key($0)) }
                walk.act(.enterpriseName(.key(.confirm)))
            case .filing:
                walk = try .fullForm()
                walk.act(.form(.save))
            case .receipt: walk = try .saving()
            case .openingForm:
                walk = try .saving()
                try walk.applied(.saved)
            case .typesetting:
                walk = try .saving()
                try walk.applied(.saved)
                try walk.answer(.registration(.success(Samples.registration(.saved))))
            case .sendingSigningCode:
                walk = try .preview()
                walk.act(.preview(.sign))
            case .signing, .signatureReceipt:
                walk = try .signingCode()
                walk.type("123456") { .code(.key($0)) }
                walk.act(.code(.submit))
                if self == .signatureReceipt { try walk.answer(.filed(.success(Samples.entryID))) }
            case .openingDetail:
                walk = try .list([.accepted])
                walk.act(.list(.open(Samples.applicationID)))
            case .listingStick:
                walk = try .source()
                walk.act(.source(.take(.stick)))
            case .readingStick:
                walk = try .stick()
                walk.act(.stick(.open(1)))
            case .scanning:
                walk = try .scanner(.loaded)
                walk.act(.scan(.start))
            case .keepingFile:
                walk = try .reviewedScan()
                walk.act(.file(.use))
            case .openingUpload:
                walk = try .source()
                walk.act(.source(.take(.phone)))
            case .openingDownload, .puttingOnStick:
                walk = try .takeAlong()
                walk.act(.takeAlong(.take(self == .puttingOnStick ? .stick : .phone)))
            case .readingCertificate, .openingEnterprise, .openingReview, .readingTries, .sealing, .sealReceipt,
                .ordering:
                walk = try enterprise
            }
            return walk
        }
    }

    private var beginning: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .openingSession:
                walk = try .identified()
                walk.act(.identity(.confirm))
            case .sendingPhoneCode:
                walk = try .newUser()
                walk.type("13800005678") { .phone(.key($0)) }
                walk.act(.phone(.send))
            case .registering:
                walk = try .phoneCode()
                walk.type("123456") { .code(.key($0)) }
                walk.act(.code(.submit))
            case .openingDraft:
                walk = try .identified()
                walk.act(.identity(.confirm))
                try walk.answer(.applicantAdmitted(.success(Samples.admission(phone: Samples.phone()))))
            case .beginningDraft:
                walk = try .list()
                walk.act(.list(.new))
                walk.act(.kinds(.choose(.initial)))
            default:
                walk = Walk()
                walk.card(.placed(.identity))
                walk.act(.privacy(.agree))
            }
            return walk
        }
    }

    private var enterprise: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .openingEnterprise:
                walk = try .pin()
                walk.type("123456") { .pin(.key($0)) }
                walk.act(.pin(.submit))
            case .openingReview:
                walk = try .pending()
                walk.act(.list(.open(Samples.applicationID)))
            case .readingTries:
                walk = try .review(isAgreed: true)
                walk.act(.review(.seal))
            case .sealing:
                walk = try .sealPIN()
                walk.type("123456") { .pin(.key($0)) }
                walk.act(.pin(.submit))
            case .sealReceipt: walk = try .sealing()
            case .ordering: walk = try .printing()
            default:
                walk = Walk()
                walk.card(.placed(.enterprise))
            }
            return walk
        }
    }
}
