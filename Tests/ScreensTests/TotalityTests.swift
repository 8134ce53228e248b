import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// A touch that was meant for another screen does nothing.
struct TotalityTests {
    @Test(arguments: Scene.allCases)
    func `the actions of other screens change nothing here`(scene: Scene) throws {
        let walk = try scene.walk
        let own = Set(walk.frame().tree.targets.compactMap(\.action))
        let others = try Self.actions.get().filter { action in !own.contains(action) && !action.isFor(walk.model.screen)
        }
        for action in others {
            var touched = walk
            var expected = walk.model
            expected.notice = nil
            expected.lastTouch = expected.now
            #expect(touched.act(action).isEmpty, "\(scene) \(action)")
            #expect(touched.model == expected, "\(scene) \(action)")
        }
    }

    /// Every action that any screen offers.
    static let actions = Result {
        var found: Set<Action> = []
        for scene in Scene.allCases {
            found.formUnion(try scene.walk.frame().tree.targets.compactMap(\.action))
        }
        return found
    }
}

extension Action {
    /// Belongs to this screen, offered at this moment or not.
    func isFor(_ screen: Screen) -> Bool {
        switch (self, screen) {
        case (.anywhere, _), (.welcome, .welcome), (.privacy, .privacyNotice), (.reading, .cardReading),
            (.identity, .identityReview), (.phone, .phoneEntry), (.code, .codeEntry), (.signature, .signaturePad),
            (.list, .applicationList),
            (.list, .pendingList), (.kinds, .kindChoice), (.form, .form), (.enterpriseName, .enterpriseName),
            (.enterprisePhone, .enterprisePhone), (.filing, .filing), (.preview, .preview), (.signed, .signed),
            (.detail, .detail), (.certificate, .certificateReading), (.pin, .pinEntry), (.review, .review),
            (.sealed, .sealed), (.change, .changeGuide), (.educationHours, .educationHours),
            (.words, .wordsEntry), (.confirmed, .confirmedList), (.formReturn, .formReturn), (.printing, .printing),
            (.certificates, .certificateList), (.certificates, .certificate), (.rename, .rename), (.ended, .ended),
            (.staff, .staff), (.technician, .technician), (.province, .province),
            (.qualificationDate, .qualificationDate), (.source, .sourceChoice), (.stick, .stick),
            (.file, .fileReview), (.phoneUpload, .phoneUpload), (.takeAlong, .takeAlong), (.scan, .scan):
            true
        default: false
        }
    }
}
