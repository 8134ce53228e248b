import Core

extension AcceptanceNotice {
    /// 行政许可法 42: twenty working days; 82: counted in working days.
    var words: PaperWords {
        PaperWords(.acceptanceNotice, office.words)
            .adding(filingWords(applicantName, maskedIDNumber, enterprise, kind))
            .adding([
                "number": "\(number)", "filedOn": filedOn.chinese, "acceptedOn": acceptedOn.chinese,
                "statutoryDays": "\(Self.statutoryWorkingDays)", "workingDays": "\(workingDays)",
                "dueOn": dueOn.chinese, "materials": PaperWords.numbered(materials), "checkCode": checkCode,
                "verificationLink": verificationLink, "addressee": "\(applicantName)、\(enterprise.name)",
            ])
    }
}

extension CorrectionNotice {
    var words: PaperWords {
        var words = PaperWords(.correctionNotice, office.words)
            .adding(filingWords(applicantName, maskedIDNumber, enterprise, kind))
            .adding([
                "issuedOn": issuedOn.chinese, "items": PaperWords.numbered(items), "itemCount": "\(items.count)",
            ])
        words.lists["items"] = items.enumerated().map { ["index": "\($0.offset + 1)", "item": $0.element] }
        return words
    }
}

extension NonAcceptanceNotice {
    var words: PaperWords {
        PaperWords(.nonAcceptanceNotice, office.words)
            .adding(filingWords(applicantName, maskedIDNumber, enterprise, kind))
            .adding(["issuedOn": issuedOn.chinese, "reason": reason])
    }
}

extension FilingReceipt {
    var words: PaperWords {
        PaperWords(.filingReceipt, filingWords(applicantName, maskedIDNumber, enterprise, kind)).adding([
            "applicationID": "\(applicationID)", "sealedAt": PrintNote.minute(sealedAt), "formDigest": form.hex,
            "materials": PaperWords.numbered(materials), "hall": hall,
        ])
    }
}

extension AcceptanceNotice.Office {
    var words: [String: String] {
        ["office": name, "window": window, "enquiryPhone": enquiryPhone, "complaintPhone": complaintPhone]
    }
}

private func filingWords(
    _ applicant: String, _ maskedIDNumber: String, _ enterprise: Enterprise, _ kind: RegistrationKind
) -> [String: String] {
    [
        "applicant": applicant, "idNumber": maskedIDNumber, "enterprise": enterprise.name,
        "creditCode": enterprise.code.text, "matter": kind.matter,
    ]
}
