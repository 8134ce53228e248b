/// The registers that a file can fill, each with its columns. docs/import.md has a sample of each.
enum ImportKind: String, CaseIterable, Sendable {
    case enterprises
    /// Issued in Shanghai, with the photo that was taken then.
    case qualifications
    /// Electronic registration certificates that are in force already.
    case registrations
    /// Paper certificates, to be exchanged for electronic ones.
    case paperCertificates = "paper-certificates"

    /// One column; its English name may stand in the header instead.
    enum Column: String, CaseIterable, Sendable {
        case code, enterprise, phone, kind, number, name, qualification, certificate, issued, validThrough, photo

        var chinese: String {
            switch self {
            case .code: "统一社会信用代码"
            case .enterprise: "企业名称"
            case .phone: "联系电话"
            case .kind: "证件类型"
            case .number: "证件号码"
            case .name: "姓名"
            case .qualification: "资格证书编号"
            case .certificate: "注册证书编号"
            case .issued: "签发日期"
            case .validThrough: "有效期至"
            case .photo: "照片文件"
            }
        }

        init?(header: String) {
            guard let column = Self.allCases.first(where: { $0.rawValue == header || $0.chinese == header }) else {
                return nil
            }
            self = column
        }
    }

    /// All must be there, in any order, and no other.
    var columns: [Column] {
        switch self {
        case .enterprises: [.code, .enterprise, .phone]
        case .qualifications: [.kind, .number, .name, .qualification, .issued, .photo]
        case .registrations, .paperCertificates: [.kind, .number, .certificate, .code, .issued, .validThrough]
        }
    }

    var chinese: String {
        switch self {
        case .enterprises: "企业"
        case .qualifications: "资格证书"
        case .registrations: "注册证书"
        case .paperCertificates: "纸质注册证书"
        }
    }
}
