package import Core
package import Foundation

/// The layouts of all papers: those that come with the program, and over them a site's own.
package struct TemplateLibrary: Sendable {
    private let templates: [PaperName: PaperTemplate]

    /// - Parameter folder: a site's own files, `acceptance-notice.json`; nil or a paper without a file there: ours.
    /// - Throws: every mistake of every file.
    package init(overriddenBy folder: URL? = nil) throws(TemplateFaults) {
        var templates: [PaperName: PaperTemplate] = [:]
        var faults = try Self.strays(in: folder)
        for paper in PaperName.allCases {
            do throws(TemplateFaults) {
                templates[paper] = try Self.template(of: paper, in: folder)
            } catch { faults += error.faults.filter { !faults.contains($0) } }
        }
        guard faults.isEmpty else { throw TemplateFaults(faults: faults) }
        self.templates = templates
    }

    /// The layout of a paper. Every paper has one.
    func template(of paper: PaperName) throws(TypesettingFault) -> PaperTemplate {
        guard let template = templates[paper] else { throw .engine(status: 0) }
        return template
    }

    /// Whether the site has a layout of its own for this paper.
    package static func isOverridden(_ paper: PaperName, in folder: URL?) -> Bool {
        guard let folder else { return false }
        return paper.files.contains { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    }

    /// The layout that comes with the program, to begin one's own with.
    package static func shipped(_ paper: PaperName) -> Data { Data(paper.shipped) }

    private static func template(of paper: PaperName, in folder: URL?) throws(TemplateFaults) -> PaperTemplate {
        for name in folder == nil ? [] : paper.files {
            guard let file = folder?.appending(path: name), FileManager.default.fileExists(atPath: file.path) else {
                continue
            }
            guard let bytes = try? Data(contentsOf: file) else {
                throw TemplateFaults(faults: [
                    TemplateFault(
                        file: name, place: "", problem: "cannot be read", remedy: "let the program's user read it")
                ])
            }
            return try TemplateReading.template(bytes, file: name, for: paper)
        }
        let name = paper.files.last ?? paper.rawValue
        return try TemplateReading.template(Data(paper.shipped), file: name, for: paper)
    }

    /// A file under a wrong name would change nothing, and nobody would know why.
    private static func strays(in folder: URL?) throws(TemplateFaults) -> [TemplateFault] {
        guard let folder else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw TemplateFaults(faults: [
                TemplateFault(
                    file: folder.path, place: "", problem: "is no folder that can be read",
                    remedy: "make it, or take it out of the settings")
            ])
        }
        let known = Set(PaperName.allCases.flatMap(\.files))
        return names.sorted().filter { $0.hasSuffix(".json") && !known.contains($0) }.map {
            TemplateFault(
                file: $0, place: "", problem: "is the layout of no paper",
                remedy: "name it one of \(known.sorted().joined(separator: ", "))")
        }
    }
}

extension PaperName {
    /// Where a site's layout may stand, the closest name first. The three forms share one layout unless a site
    /// tells them apart.
    var files: [String] {
        switch self {
        case .initialForm, .renewalForm, .cancellationForm: ["\(rawValue).json", "application-form.json"]
        case .acceptanceNotice, .correctionNotice, .nonAcceptanceNotice, .filingReceipt, .registrationCertificate,
            .renameList, .handOverList, .testSheet:
            ["\(rawValue).json"]
        }
    }

    fileprivate var shipped: [UInt8] {
        switch self {
        case .initialForm, .renewalForm, .cancellationForm: PackageResources.application_form_json
        case .acceptanceNotice: PackageResources.acceptance_notice_json
        case .correctionNotice: PackageResources.correction_notice_json
        case .nonAcceptanceNotice: PackageResources.non_acceptance_notice_json
        case .filingReceipt: PackageResources.filing_receipt_json
        case .registrationCertificate: PackageResources.registration_certificate_json
        case .renameList: PackageResources.rename_list_json
        case .handOverList: PackageResources.hand_over_list_json
        case .testSheet: PackageResources.test_sheet_json
        }
    }
}
