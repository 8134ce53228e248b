import Core
import Foundation

/// Plainly fictitious papers, for trying a layout out: `kiosk paper NAME --sample`.
package enum PaperSamples {
    /// How much the paper has to say: a layout must hold the longest too.
    package enum Length: Hashable, Sendable, CaseIterable { case ordinary, longest }

    static func words(of paper: PaperName, _ length: Length, at instant: Date) throws(TypesettingFault) -> PaperWords {
        guard let words = try words(paper, Sample(length), at: instant) else { throw .engine(status: 0) }
        return words
    }

    /// Nil when a sample's own number is none, which no test lets pass.
    private static func words(_ paper: PaperName, _ sample: Sample?, at instant: Date)
        throws(TypesettingFault) -> PaperWords?
    {
        guard let sample else { return nil }
        let print = PrintNote(copy: 1, kiosk: "K-001", at: instant).words
        switch paper {
        case .initialForm, .renewalForm, .cancellationForm:
            let form = sample.form(of: paper)
            return ApplicationFormContent(applicationID: sample.id, applicant: sample.applicant, form: form)
                .words(photo: try Photo(PackageResources.sample_photo_jpg))
        case .acceptanceNotice: return sample.notice.words.adding(print)
        case .correctionNotice: return sample.correction.words.adding(print)
        case .nonAcceptanceNotice: return sample.nonAcceptance.words.adding(print)
        case .filingReceipt: return sample.receipt(at: instant).words.adding(print)
        case .registrationCertificate:
            return sample.certificate.words(photo: try Photo(PackageResources.sample_photo_jpg))
        case .renameList: return sample.renames.words.adding(print)
        case .handOverList: return sample.handOver.words.adding(print)
        case .testSheet: return PaperWords(.testSheet, ["kiosk": "K-001", "day": sample.day.chinese])
        }
    }
}

/// The people and papers of the samples.
private struct Sample {
    let length: PaperSamples.Length
    let id: ApplicationID
    let applicant: Applicant
    let enterprise: Enterprise
    let number: NoticeNumber
    let digest: PaperDigest
    let day: CivilDate

    init?(_ length: PaperSamples.Length) {
        let isLong = length == .longest
        guard let id = ApplicationID("00000000-0000-4000-8000-000000000001"),
            let document = try? DocumentNumber("310101199003070094", kind: .residentCard),
            let birth = CivilDate(compact: "19900307"), let issued = CivilDate(compact: "20200506"),
            let phone = try? PhoneNumber("13800005678"), let code = try? CreditCode("91350100M000100Y43"),
            let number = NoticeNumber(year: 2026, serial: 1234), let day = CivilDate(compact: "20261123"),
            let digest = PaperDigest(hex: String(repeating: "0a", count: 32))
        else { return nil }
        self.length = length
        self.id = id
        self.number = number
        self.digest = digest
        self.day = day
        applicant = Applicant(
            identity: IdentityRecord(
                number: document, name: isLong ? "测试员古丽巴哈尔·示例江·样例别克" : "测试员甲", sex: .male, birth: birth,
                validFrom: issued, validity: .unlimited), phone: phone)
        enterprise = Enterprise(
            code: code, name: isLong ? "上海示例建筑设计与城市更新研究（集团）股份有限公司华东地区第二分公司" : "上海示例建筑设计有限公司")
    }

    private var isLong: Bool { length == .longest }
    private var identity: IdentityRecord { applicant.identity }

    private var office: AcceptanceNotice.Office {
        .init(
            name: isLong ? "上海市示例新区住房和城乡建设与城市管理委员会行政审批服务处" : "上海市示例政务服务中心", window: "综合窗口12号",
            enquiryPhone: "021-12345000", complaintPhone: "021-12345001",
            verificationURL: "https://hall.example/verify")
    }

    private func file(_ format: FileReference.Format, _ count: Int) -> FileReference {
        FileReference(digest: digest, format: format, byteCount: count)
    }

    func form(of paper: PaperName) -> ApplicationForm {
        switch paper {
        case .renewalForm:
            .renewal(
                RenewalForm(
                    enterprise: enterprise, enterprisePhone: "021-60000000", educationHours: 80, isDeclared: true))
        case .cancellationForm:
            .cancellation(
                CancellationForm(
                    enterprise: enterprise, reason: .other, reasonText: "个人原因，不再从事建筑设计工作。", isDeclared: true))
        default:
            .initial(
                InitialForm(
                    enterpriseName: enterprise.name, enterprise: enterprise, enterprisePhone: "021-60000000",
                    photo: file(.jpeg, 40_960),
                    qualification: QualificationCertificate(place: .elsewhere, number: "示例资2025000001", issued: day),
                    qualificationScan: file(.pdf, 1_000_000), educationHours: 80,
                    educationProof: file(.pdf, 900_000), isDeclared: true))
        }
    }

    private var materials: [String] {
        form(of: .initialForm).materials + (isLong ? (1...2).map { "示例补充材料之\($0)" } : [])
    }

    var notice: AcceptanceNotice {
        AcceptanceNotice(
            applicationID: id, number: number, checkCode: "K7Q2M9XR", kind: .initial, applicantName: identity.name,
            maskedIDNumber: identity.number.masked, enterprise: enterprise, filedOn: day.adding(days: -1),
            acceptedOn: day, dueOn: day.adding(days: 28), workingDays: 20, materials: materials, office: office)
    }

    private func decision(_ decision: DecisionNotice.Decision) -> DecisionNotice {
        DecisionNotice(
            applicationID: id, kind: .initial, applicantName: identity.name,
            maskedIDNumber: identity.number.masked, enterprise: enterprise, issuedOn: day, decision: decision,
            office: office)
    }

    var correction: DecisionNotice {
        let items = ["个人照片不清晰，请重新提供近期一寸免冠白底照片。", "继续教育证明缺少最后一页。"]
        let more = (1...12).map { "示例补正内容之\($0)：所附文件的名称、日期与申请表所填不一致，请逐一核对后重新提供完整、清晰的扫描件。" }
        return decision(.correction(items: items + (isLong ? more : [])))
    }

    var nonAcceptance: DecisionNotice {
        let reason = "申请事项依法不属于本机关职权范围，请向资格证书签发地的注册管理机构提出。"
        return decision(.nonAcceptance(reason: isLong ? String(repeating: reason, count: 5) : reason))
    }

    func receipt(at instant: Date) -> FilingReceipt {
        FilingReceipt(
            applicationID: id, kind: .initial, applicantName: identity.name, maskedIDNumber: identity.number.masked,
            enterprise: enterprise, sealedAt: instant, form: digest, materials: materials, hall: "示例政务服务大厅")
    }

    var certificate: CertificateContent {
        CertificateContent(
            certificateID: CertificateID(id.uuid), number: "沪建二注20260001", holderName: identity.name, sex: identity.sex,
            maskedIDNumber: identity.number.masked, enterprise: enterprise, issuedOn: day,
            validThrough: day.adding(years: RegistrationCertificate.termYears), office: office)
    }

    var renames: RenameList {
        let entries = (1...(isLong ? 70 : 3)).map { index in
            RenameList.Entry(
                number: "沪建二注\(20_260_000 + index)", maskedName: isLong ? "测*************克" : "测**甲",
                maskedIDNumber: "310***********0094")
        }
        return RenameList(
            oldName: "上海样例建筑设计有限公司", enterprise: enterprise, renamedOn: day, entries: entries, office: office)
    }

    var handOver: HandOverList {
        let entries = (1...(isLong ? 70 : 3)).map { index in
            HandOverList.Entry(
                number: number, kind: .initial, maskedName: "测**甲", enterpriseName: enterprise.name, copies: index % 3)
        }
        return HandOverList(day: day, hall: "示例政务服务大厅", staffNumber: "S0001", entries: entries)
    }
}
