import Core
import Terminal

@testable import Screens

// A qualification from another province, and the files of a form.
extension Scene {
    var files: Walk {
        get throws {
            switch self {
            case .elsewhereProblems:
                var walk = try Walk.elsewhere()
                walk.act(.form(.save))
                return walk
            case .elsewhereOverdue: return try .typedElsewhere(issued: "20210315")
            case .province:
                var walk = try Walk.elsewhere()
                walk.act(.form(.editProvince))
                return walk
            case .qualificationNumber:
                var walk = try Walk.elsewhere()
                walk.act(.form(.editQualificationNumber))
                walk.type("JS20") { .words(.key($0)) }
                return walk
            case .qualificationDate:
                var walk = try Walk.elsewhere()
                walk.act(.form(.editQualificationDate))
                walk.type("20240230") { .qualificationDate(.key($0)) }
                return walk
            case .source: return try .source()
            case .sourceNoStick: return try .source(.photo, withStick: false)
            case .stickReading:
                var walk = try Walk.source()
                walk.act(.source(.take(.stick)))
                return walk
            case .stick: return try .stick()
            case .stickGone:
                var walk = try Walk.stick()
                walk.send(.stick(isIn: false))
                return walk
            case .fileReview: return try .reviewedScan()
            case .photoReview: return try .reviewedPhoto()
            case .photoAgreed:
                var walk = try Walk.reviewedPhoto()
                walk.act(.file(.agree(true)))
                return walk
            case .phoneUpload: return try .phoneUpload()
            case .phoneOpened:
                var walk = try Walk.phoneUpload()
                try walk.answer(.upload(.success(.opened)))
                return walk
            case .signatureSource, .signatureBrought, .exchangeSource, .exchangeBrought: return try otherFiles
            default: return try scans
            }
        }
    }

    /// Files that belong to no form.
    private var otherFiles: Walk {
        get throws {
            switch self {
            case .signatureSource: return try .signatureSource()
            case .signatureBrought: return try .broughtSignature()
            case .exchangeSource:
                var walk = try Walk.certificate(.paper)
                walk.act(.certificates(.bringPhoto))
                return walk
            default: return try .exchangeWithPhoto()
            }
        }
    }

    private var scans: Walk {
        get throws {
            switch self {
            case .scanAsking: return try .scanner(nil)
            case .scanLoaded: return try .scanner(.loaded)
            case .scanGlass: return try .scanner(.empty(hasGlass: true))
            case .scanEmpty: return try .scanner(.empty(hasGlass: false))
            case .scanOpen: return try .scanner(.fault(.scannerOpen))
            case .scanRunning:
                var walk = try Walk.scanner(.loaded)
                walk.act(.scan(.start))
                walk.send(.scanned(pages: 2))
                return walk
            case .scanJammed:
                var walk = try Walk.scanner(.loaded)
                walk.act(.scan(.start))
                try walk.answer(.found(.failure(.file(.scannerJammed))))
                return walk
            case .scanReview: return try .scanned()
            case .scanMore:
                var walk = try Walk.scanned()
                walk.act(.file(.addPages))
                try walk.answer(.scanner(.loaded))
                return walk
            case .scanReduced: return try .scanned(reducedTo: 150)
            case .scanPhoto: return try .scanner(.empty(hasGlass: true), .photo)
            default: return try .elsewhere()
            }
        }
    }
}
