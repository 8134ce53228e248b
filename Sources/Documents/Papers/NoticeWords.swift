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

extension DecisionNotice {
    var words: PaperWords {
        var words = PaperWords(name, office.words)
            .adding(filingWords(applicantName, maskedIDNumber, enterprise, kind))
            .adding(["issuedOn": issuedOn.chinese])
        switch decision {
        case .correction(let items):
            words.texts["items"] = PaperWords.numbered(items)
            words.texts["itemCount"] = "\(items.count)"
            words.lists["items"] = items.enumerated().map { ["index": "\($0.offset + 1)", "item": $0.element] }
        case .nonAcceptance(let reason): words.texts["reason"] = reason
        }
        return words
    }
}

extension IssuedPaper {
    var words: PaperWords {
        switch self {
        case .acceptance(let notice): notice.words
        case .decision(let notice): notice.words
        case .receipt(let receipt): receipt.words
        }
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
