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
        try walk.answer(.found(.success(.file(Samples.foundScan()))))
        return walk
    }

    static func reviewedPhoto() throws -> Walk {
        var walk = try stick(.photo)
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(.file(Samples.foundPhoto()))))
        return walk
    }

    static func phoneUpload() throws -> Walk {
        var walk = try source(withStick: false)
        walk.act(.source(.take(.phone)))
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        return walk
    }

    // MARK: The scanner

    /// - Parameter state: what the scanner has said; nil before it has.
    static func scanner(_ state: ScannerState?, _ kind: AttachmentKind = .qualificationScan) throws -> Walk {
        var walk = try source(kind)
        walk.act(.source(.take(.scanner)))
        if let state { try walk.answer(.scanner(state)) }
        return walk
    }

    static func scanned(reducedTo resolution: Int? = nil) throws -> Walk {
        var walk = try scanner(.loaded)
        walk.act(.scan(.start))
        try walk.answer(.found(.success(.file(Samples.scanned(reducedTo: resolution)))))
        return walk
    }

    // MARK: Files that belong to no form

    static func signatureSource() throws -> Walk {
        var walk = try signature()
        walk.send(.stick(isIn: true))
        walk.act(.signature(.bring))
        return walk
    }

    static func broughtSignature() throws -> Walk {
        var walk = try signatureSource()
        walk.act(.source(.take(.stick)))
        try walk.answer(.folder(.success(Samples.folder)))
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(.signature(Samples.hand()))))
        return walk
    }

    static func exchangeWithPhoto() throws -> Walk {
        var walk = try certificate(.paper)
        walk.send(.stick(isIn: true))
        walk.act(.certificates(.bringPhoto))
        walk.act(.source(.take(.stick)))
        try walk.answer(.folder(.success(Samples.folder)))
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(.file(Samples.foundPhoto(isCropped: false)))))
        walk.act(.file(.use))
        return walk
    }
}
