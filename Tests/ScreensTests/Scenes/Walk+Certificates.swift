import Core
import Foundation
import Terminal

@testable import Screens

extension Walk {
    static func certificates(
        _ states: [CertificateState], endsInDays days: Int = 400, hasRecords: Bool = true
    ) throws -> Walk {
        var walk = try list(hasRecords: hasRecords)
        walk.act(.list(.showCertificates))
        let held = try states.map { try Samples.held($0, endsInDays: days) }
        try walk.answer(.certificates(.success(held)))
        return walk
    }

    /// One of them, opened.
    static func certificate(
        _ state: CertificateState, endsInDays days: Int = 400, hasRecords: Bool = true
    ) throws -> Walk {
        var walk = try certificates([state], endsInDays: days, hasRecords: hasRecords)
        walk.act(.certificates(.open(try Samples.held(state).id)))
        return walk
    }

    static func rename(count: Int = 3) throws -> Walk {
        var walk = try pending()
        walk.act(.list(.showRename))
        try walk.answer(.renameOffer(.success(Samples.renameOffer(count: count))))
        return walk
    }

    static func renaming() throws -> Walk {
        var walk = try rename()
        walk.act(.rename(.confirm))
        walk.act(.rename(.answer(true)))
        try walk.answer(.filed(.success(Samples.entryID)))
        return walk
    }
}

extension Samples {
    /// A certificate that has come as far as this state.
    static func held(_ state: CertificateState, endsInDays days: Int = 400) throws -> RegistrationCertificate {
        let (issuedOn, byte) = (
            CivilDate(shanghai: now).adding(days: days).adding(years: -RegistrationCertificate.termYears),
            UInt8(CertificateState.allCases.firstIndex(of: state) ?? 0)
        )
        var certificate = RegistrationCertificate(
            id: CertificateID(UUID(uuid: (5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, byte))),
            number: "沪建二注202400012\(byte)", holder: try identity().number, enterprise: try enterprise(),
            issuedOn: issuedOn, photo: try photo(), isPaper: state == .paper)
        let then = now.addingTimeInterval(-86_400 * 500)
        switch state {
        case .paper, .issued: break
        case .collected: try certificate.apply(.collect, by: .applicant, at: then)
        case .renamed:
            try certificate.apply(.collect, by: .applicant, at: then)
            let renamed = Enterprise(code: try enterprise().code, name: "上海更名示例建筑设计有限公司")
            try certificate.apply(.rename(to: renamed), by: .enterprise(renamed.code), at: then)
        case .void: try certificate.apply(.cancel, by: .store, at: then)
        }
        return certificate
    }

    static func certificatePicture() throws -> TypesetForm {
        TypesetForm(digest: try digest(4), pages: 1, pictures: [page])
    }

    static func renameOffer(count: Int) throws -> RenameOffer {
        let entries = (0..<count).map {
            RenameList.Entry(number: "沪建二注202400\(100 + $0)", maskedName: "测**甲", maskedIDNumber: "310***********0012")
        }
        let old = count == 0 ? [] : [try enterprise().name]
        let name = count == 0 ? try enterprise().name : "上海更名示例建筑设计有限公司"
        return RenameOffer(
            enterprise: Enterprise(code: try enterprise().code, name: name), oldNames: old, entries: entries)
    }
}
