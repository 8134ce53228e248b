/// One fault as people meet it. docs/failures.md is printed from every advice there is.
package struct FaultAdvice: Hashable, Sendable, Codable {
    /// Layer letter and three digits, such as `C-103`, or two where the machine does not serve at all: what a person reads
    /// out on the phone. Never reused.
    package let code: String
    /// What the applicant reads: what to do. At most two lines of 60 cells in either language.
    package let applicant: Bilingual
    /// What hall staff do, in their language.
    package let staff: String
    /// What a technician sees, for the log too: never personal data.
    package let technician: String

    package struct Bilingual: Hashable, Sendable, Codable {
        package let chinese: String
        package let english: String

        package init(_ chinese: String, _ english: String) {
            self.chinese = chinese
            self.english = english
        }
    }

    init(_ code: String, _ chinese: String, _ english: String, staff: String, technician: String) {
        self.code = code
        applicant = Bilingual(chinese, english)
        self.staff = staff
        self.technician = technician
    }
}

/// Has advice for whoever meets it. The switches behind it are exhaustive: a new case needs its advice to compile.
package protocol Advised {
    var advice: FaultAdvice { get }
}

extension FaultAdvice {
    /// What staff do where only the applicant can mend it.
    static let helpApplicant = "协助申请人按提示操作。"
    static let callTechnician = "放置“暂停服务”牌，引导到其他自助机或窗口，通知技术人员。"
    static let offerCounter = "引导申请人到人工窗口办理。"
}
