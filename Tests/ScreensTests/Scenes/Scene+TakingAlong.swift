import Core
import Terminal

@testable import Screens

// Signed papers as pictures, and taken along.
extension Scene {
    var taking: Walk {
        get throws {
            switch self {
            case .takeAlongNoStick: return try .takeAlong(withStick: false)
            case .takingOnStick, .takenOnStick, .stickFull:
                var walk = try Walk.takeAlong()
                walk.act(.takeAlong(.take(.stick)))
                if self == .takenOnStick { try walk.answer(.onStick(.success("注册证书.pdf"))) }
                if self == .stickFull { try walk.answer(.onStick(.failure(.file(.stickFull)))) }
                return walk
            case .takeByPhone, .takeByPhoneOpened, .takenByPhone:
                var walk = try Walk.takeByPhone()
                if self == .takeByPhoneOpened { try walk.answer(.upload(.success(.opened))) }
                if self == .takenByPhone { try walk.answer(.upload(.success(.fetched))) }
                return walk
            case .takeFormAlong:
                var walk = try Walk.detailPaper()
                walk.send(.stick(isIn: true))
                walk.act(.detail(.takeAlong))
                return walk
            case .detailPaper: return try .detailPaper()
            case .detailPaperEnlarged:
                var walk = try Walk.detailPaper()
                walk.act(.detail(.look(.enlarge(true))))
                return walk
            case .paperNotVerified:
                var walk = try Walk.detail(.accepted)
                try walk.answer(.typeset(.failure(.paper(.notVerified))))
                return walk
            default: return try .takeAlong()
            }
        }
    }
}

extension Walk {
    static func takeAlong(withStick: Bool = true) throws -> Walk {
        var walk = try certificate(.collected)
        try walk.answer(.typeset(.success(Samples.certificatePicture())))
        if withStick { walk.send(.stick(isIn: true)) }
        walk.act(.certificates(.takeAlong))
        return walk
    }

    static func takeByPhone() throws -> Walk {
        var walk = try takeAlong()
        walk.act(.takeAlong(.take(.phone)))
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        return walk
    }

    /// An accepted application with the sealed form as a picture.
    static func detailPaper() throws -> Walk {
        var walk = try detail(.accepted)
        try walk.answer(.typeset(.success(Samples.typeset())))
        return walk
    }
}
