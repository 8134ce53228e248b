import Core
import Terminal

@testable import Screens

// A person whose qualification the store does not know.
extension Walk {
    static func elsewhere() throws -> Walk {
        var walk = try list(hasQualification: false)
        walk.act(.list(.new))
        walk.act(.kinds(.choose(.initial)))
        try walk.beginDraft()
        return walk
    }

    /// - Parameter issued: eight digits.
    static func typedElsewhere(issued: String = "20250315") throws -> Walk {
        var walk = try elsewhere()
        walk.act(.form(.editProvince))
        walk.act(.province(.choose(.jiangsu)))
        walk.act(.form(.editQualificationNumber))
        walk.type("js2025001") { .words(.key($0)) }
        walk.act(.words(.key(.confirm)))
        walk.act(.form(.editQualificationDate))
        walk.type(issued) { .qualificationDate(.key($0)) }
        walk.act(.qualificationDate(.done))
        return walk
    }

    static func source(_ kind: AttachmentKind = .qualificationScan, withStick: Bool = true) throws -> Walk {
        var walk = try elsewhere()
        if withStick { walk.send(.stick(isIn: true)) }
        walk.act(.form(.attach(kind)))
        return walk
    }

    static func stick(_ kind: AttachmentKind = .qualificationScan) throws -> Walk {
        var walk = try source(kind)
        walk.act(.source(.take(.stick)))
        try walk.answer(.folder(.success(Samples.folder)))
        return walk
    }

    static func reviewedScan() throws -> Walk {
        var walk = try stick()
        walk.act(.stick(.open(1)))
        try walk.answer(.found(.success(Samples.foundScan())))
        return walk
    }

    static func reviewedPhoto() throws -> Walk {
        var walk = try stick(.photo)
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(Samples.foundPhoto())))
        return walk
    }

    static func phoneUpload() throws -> Walk {
        var walk = try source(withStick: false)
        walk.act(.source(.take(.phone)))
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        return walk
    }
}
