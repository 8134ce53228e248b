import Core
import Foundation
import Terminal

@testable import Screens

// The enterprise's way.
extension Walk {
    static func pin(triesLeft: Int = 3, settings: KioskSettings = Samples.settings()) throws -> Walk {
        var walk = Walk(settings: settings)
        walk.card(.placed(.enterprise))
        try walk.answer(.certificate(.success(Samples.certificate(triesLeft: triesLeft))))
        return walk
    }

    static func pending(_ states: [RegistrationState] = [.personallySigned]) throws -> Walk {
        var walk = try pin()
        walk.type("123456") { .pin(.key($0)) }
        walk.act(.pin(.submit))
        try walk.answer(.enterpriseAdmitted(.success(Samples.enterpriseSession(states))))
        return walk
    }

    static func review(isAgreed: Bool = false) throws -> Walk {
        var walk = try pending()
        walk.act(.list(.open(Samples.applicationID)))
        try walk.answer(.registration(.success(Samples.registration(.personallySigned))))
        if isAgreed { walk.act(.review(.agree(true))) }
        return walk
    }

    static func sealPIN(triesLeft: Int = 3) throws -> Walk {
        var walk = try review(isAgreed: true)
        walk.act(.review(.seal))
        try walk.answer(.certificate(.success(Samples.certificate(triesLeft: triesLeft))))
        return walk
    }

    static func sealing() throws -> Walk {
        var walk = try sealPIN()
        walk.type("123456") { .pin(.key($0)) }
        walk.act(.pin(.submit))
        try walk.answer(.filed(.success(Samples.entryID)))
        return walk
    }

    static func sealed(_ state: RegistrationState = .accepted) throws -> Walk {
        var walk = try sealing()
        try walk.applied(state)
        return walk
    }

    static func printing(_ progress: PrintProgress? = nil) throws -> Walk {
        var walk = try sealed()
        walk.act(.sealed(.print))
        guard let progress else { return walk }
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        walk.send(.print(Samples.printToken, progress))
        return walk
    }
}
