import Documents
import Foundation
import Testing

/// The press of this process, on the fonts that `script/bootstrap` has baked.
enum Press {
    static func shared() throws -> PaperPress {
        do {
            return try press.get()
        } catch {
            Issue.record("no fonts in \(fonts.path): run script/bootstrap")
            throw error
        }
    }

    private static let press = Result { () throws(TypesettingFault) in try PaperPress(fonts: fonts) }

    static var fonts: URL {
        ProcessInfo.processInfo.environment["KIOSK_FONTS"].map { URL(filePath: $0) } ?? repositoryFile(".build/fonts")
    }

    static func form(
        _ kind: ApplicationFormSample = .full, photo: [UInt8]? = nil, name: String = "测试员甲"
    ) async throws -> [UInt8] {
        try await shared().applicationForm(
            Sample.content(kind.form(), applicant: Sample.applicant(name: name)), photo: photo ?? Sample.photo(),
            created: Sample.noon)
    }

    static func notice(
        applicant: String = "测试员甲", materials: [String]? = nil, office: String = "上海市示例政务服务中心", copy: Int = 1
    ) async throws -> [UInt8] {
        try await shared().acceptanceNotice(
            Sample.notice(applicant: applicant, materials: materials, office: office), copy: copy, kiosk: "K-001",
            printedAt: Sample.noon)
    }
}
