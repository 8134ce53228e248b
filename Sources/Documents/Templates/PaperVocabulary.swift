import Core

/// What a layout of one paper may name, and what it must.
struct PaperVocabulary: Hashable, Sendable {
    /// Placeholders of texts.
    var texts: Set<String> = []
    /// Lists that a grid shows, each with the placeholders of its columns.
    var lists: [String: Set<String>] = [:]
    /// Parts that only code can set: `sections`, `photo`, a statement, a signature field.
    var parts: Set<String> = []
    /// Of all these: without them the paper would not be what the law or the signatures ask for.
    var required: Set<String> = []

    /// Known in `head` and `foot` of every paper.
    static let pageNumbers: Set<String> = ["page", "pages"]

    init(of paper: PaperName) {
        switch paper {
        case .initialForm, .renewalForm, .cancellationForm:
            texts = ["title", "applicationID"]
            parts = ["sections", "photo", "declaration", "opinion"]
            required = texts.union(parts).subtracting(["photo"])
        case .acceptanceNotice:
            texts = Self.printed.union(Self.office).union(Self.filing).union([
                "number", "filedOn", "acceptedOn", "statutoryDays", "workingDays", "dueOn", "materials", "checkCode",
                "verificationLink", "addressee",
            ])
            required = Self.duties.union([
                "number", "acceptedOn", "workingDays", "dueOn", "materials", "verificationLink", "copyNote",
            ])
        case .correctionNotice:
            texts = Self.printed.union(Self.office).union(Self.filing).union(["issuedOn", "items", "itemCount"])
            lists = ["items": ["index", "item"]]
            required = Self.duties.union(["issuedOn", "copyNote"])
        case .nonAcceptanceNotice:
            texts = Self.printed.union(Self.office).union(Self.filing).union(["issuedOn", "reason"])
            required = Self.duties.union(["issuedOn", "reason", "copyNote"])
        case .filingReceipt:
            texts = Self.printed.union(Self.filing).union([
                "applicationID", "sealedAt", "formDigest", "materials", "hall",
            ])
            required = ["applicant", "idNumber", "matter", "sealedAt", "materials", "applicationID", "copyNote"]
        case .registrationCertificate:
            texts = Self.office.union([
                "number", "holder", "sex", "idNumber", "enterprise", "creditCode", "issuedOn", "validThrough",
                "verificationLink",
            ])
            parts = ["photo", "issuer"]
            required = parts.union([
                "number", "holder", "idNumber", "enterprise", "issuedOn", "validThrough", "office",
                "verificationLink",
            ])
        case .renameList:
            texts = Self.printed.union(Self.office).union([
                "oldName", "enterprise", "creditCode", "renamedOn", "count",
            ])
            lists = ["certificates": ["index", "number", "name", "idNumber"]]
            required = ["oldName", "enterprise", "creditCode", "renamedOn", "certificates"]
        case .handOverList:
            texts = Self.printed.union(["day", "hall", "staff", "count"])
            lists = ["applications": ["index", "number", "matter", "name", "enterprise", "copies"]]
            required = ["day", "staff", "applications"]
        case .testSheet:
            texts = ["kiosk", "day"]
            required = ["kiosk"]
        }
    }

    /// How the sheet came to be.
    private static let printed: Set = ["copyNote", "kiosk", "printedAt"]
    private static let office: Set = ["office", "window", "enquiryPhone", "complaintPhone"]
    private static let filing: Set = ["applicant", "idNumber", "enterprise", "creditCode", "matter"]
    /// 行政许可法 32: who, what, by which office; the phone for complaints.
    private static let duties: Set = ["applicant", "idNumber", "matter", "office", "complaintPhone"]
}
