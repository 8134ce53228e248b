import Core
import Terminal

@testable import Screens

// 延续注册, 注销注册, 变更注册, 企业已确认查询.
extension Scene {
    var choosing: Walk {
        get throws {
            switch self {
            case .kindsClosing: return try .registered(endsInDays: 20)
            case .kindsNotYet: return try .registered(endsInDays: 400)
            case .kindsExpired: return try .registered(endsInDays: -5)
            case .replaceQuestion:
                let form = ApplicationForm.renewal(try Samples.renewalForm(isDeclared: false))
                var walk = try Walk.list(
                    draft: Draft(applicationID: Samples.applicationID, form: form), certificate: Samples.registered())
                walk.act(.list(.new))
                walk.act(.kinds(.choose(.cancellation)))
                return walk
            case .changeGuide, .changeGuideBarred:
                var walk = try Walk.registered()
                if self == .changeGuideBarred {
                    walk = try .list()
                    walk.act(.list(.new))
                }
                walk.act(.kinds(.change))
                return walk
            default: return try .registered()
            }
        }
    }

    var renewing: Walk {
        get throws {
            switch self {
            case .renewalProblems:
                var walk = try Walk.form(.renewal, endsInDays: 20)
                walk.act(.form(.editHours))
                walk.type("39") { .educationHours(.key($0)) }
                walk.act(.educationHours(.done))
                walk.act(.form(.save))
                return walk
            case .renewalFull: return try .fullRenewal()
            case .hours:
                var walk = try Walk.form(.renewal)
                walk.act(.form(.editHours))
                walk.type("6") { .educationHours(.key($0)) }
                return walk
            default: return try .form(.renewal)
            }
        }
    }

    var cancelling: Walk {
        get throws {
            switch self {
            case .cancellationProblems:
                var walk = try Walk.form(.cancellation)
                walk.act(.form(.save))
                return walk
            case .cancellationFull: return try .fullCancellation()
            case .cancellationWords:
                var walk = try Walk.form(.cancellation)
                walk.act(.form(.chooseReason(.other)))
                walk.act(.form(.editReason))
                return walk
            case .cancellationReview: return try .cancellationReview()
            case .cancellationSealed: return try .cancellationSealed()
            case .cancellationPrinted:
                var walk = try Walk.cancellationSealed()
                walk.act(.sealed(.print))
                try walk.answer(.printing(.success(.ordered(Samples.order()))))
                walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
                return walk
            default: return try .form(.cancellation)
            }
        }
    }

    var confirming: Walk {
        get throws {
            var walk = try Walk.confirmed(self == .confirmedEmpty ? [.personallySigned] : [.accepted])
            guard self == .confirmedSearch || self == .confirmedFound || self == .confirmedNotFound else { return walk }
            walk.act(.confirmed(.search))
            walk.type(self == .confirmedNotFound ? "xyz" : "csy") { .words(.key($0)) }
            if self != .confirmedSearch { walk.act(.words(.key(.confirm))) }
            return walk
        }
    }
}
