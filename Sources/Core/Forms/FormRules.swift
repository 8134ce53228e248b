/// 保存 checks everything at once, in the kiosk and again in the central store, by this one type.
package struct FormRules: Hashable, Sendable, Codable {
    /// Initial registration is overdue this many years after the qualification.
    package var overdueYears: Int
    package var minimumEducationHours: Int
    /// Bytes; 2 MB of the manual is 2,097,152.
    package var largestScan: Int
    package var photoBytes: ClosedRange<Int>
    package var photoMeasure: PhotoMeasure
    /// This person's last registration has expired: an initial one needs education proof however young the
    /// qualification is. The store sets it in the rules of a session by `applying(_:)`.
    package var followsExpiredRegistration: Bool

    package init(
        overdueYears: Int = 3, minimumEducationHours: Int = 40, largestScan: Int = 2_097_152,
        photoBytes: ClosedRange<Int> = 10_240...204_800, photoMeasure: PhotoMeasure = PhotoMeasure(),
        followsExpiredRegistration: Bool = false
    ) {
        self.overdueYears = overdueYears
        self.minimumEducationHours = minimumEducationHours
        self.largestScan = largestScan
        self.photoBytes = photoBytes
        self.photoMeasure = photoMeasure
        self.followsExpiredRegistration = followsExpiredRegistration
    }

    /// The rules for the person to whom these offers are made.
    package func applying(_ offers: [KindOffer]) -> FormRules {
        var rules = self
        rules.followsExpiredRegistration = offers.contains { offer in
            if case .educationProofRequired = offer.notice { true } else { false }
        }
        return rules
    }

    /// What a file of the form must be like.
    package var attachments: AttachmentRules {
        AttachmentRules(photoMeasure: photoMeasure, photoBytes: photoBytes, largestScan: largestScan)
    }

    /// Every problem of the form, in the order of its fields; empty when it may be saved.
    package func problems(in form: ApplicationForm, on today: CivilDate) -> [FormProblem] {
        switch form {
        case .initial(let form): problems(in: form, on: today)
        case .renewal(let form): problems(in: form)
        case .cancellation(let form): problems(in: form)
        }
    }

    /// 逾期: more than `overdueYears` since the qualification, or an earlier registration has expired.
    package func isOverdue(_ qualification: QualificationCertificate, on today: CivilDate) -> Bool {
        followsExpiredRegistration || qualification.issued.adding(years: overdueYears) < today
    }

    private func problems(in form: InitialForm, on today: CivilDate) -> [FormProblem] {
        var found: [FormProblem] = []
        if form.enterpriseName.isBlank {
            found.append(.init(.enterprise, .missing))
        } else if form.enterprise?.name != form.enterpriseName {
            found.append(.init(.enterprise, .notVerified))
        }
        found += phone(form.enterprisePhone) + photo(form.photo, isRequired: true)
        found += qualification(form, on: today) + declaration(form.isDeclared)
        return found
    }

    private func qualification(_ form: InitialForm, on today: CivilDate) -> [FormProblem] {
        guard let qualification = form.qualification else { return incomplete(form) }
        var found: [FormProblem] = []
        if qualification.number.isBlank || qualification.place == .elsewhere && qualification.province == nil {
            found.append(.init(.qualification, .missing))
        }
        if qualification.issued > today { found.append(.init(.qualification, .inFuture)) }
        if qualification.place == .elsewhere {
            found += scan(form.qualificationScan, .qualificationScan)
        }
        if isOverdue(qualification, on: today) {
            found += hours(form.educationHours) + scan(form.educationProof, .educationProof)
        }
        return found
    }

    /// Of a certificate that is being typed the scan is asked for at once.
    private func incomplete(_ form: InitialForm) -> [FormProblem] {
        guard let typed = form.typed else { return [.init(.qualification, .missing)] }
        let rule: FormProblem.Rule = typed.isDateImpossible ? .wrongFormat : .missing
        return [.init(.qualification, rule)] + scan(form.qualificationScan, .qualificationScan)
    }

    private func problems(in form: RenewalForm) -> [FormProblem] {
        (form.enterprise == nil ? [.init(.enterprise, .missing)] : [])
            + phone(form.enterprisePhone) + photo(form.photo, isRequired: false) + hours(form.educationHours)
            + declaration(form.isDeclared)
    }

    private func problems(in form: CancellationForm) -> [FormProblem] {
        var found: [FormProblem] = form.enterprise == nil ? [.init(.enterprise, .missing)] : []
        found += photo(form.photo, isRequired: false)
        switch form.reason {
        case nil: found.append(.init(.reason, .missing))
        case .other where form.reasonText.isBlank: found.append(.init(.reasonText, .missing))
        case .changesEmployer, .leftEmployer, .stopsPractice, .employerEnded, .other: break
        }
        return found + declaration(form.isDeclared)
    }

    private func declaration(_ isDeclared: Bool) -> [FormProblem] {
        isDeclared ? [] : [.init(.declaration, .notTicked)]
    }

    private func hours(_ hours: Int?) -> [FormProblem] {
        guard let hours else { return [.init(.educationHours, .missing)] }
        return hours < minimumEducationHours
            ? [.init(.educationHours, .tooFew(minimum: minimumEducationHours))] : []
    }

    private func scan(_ file: FileReference?, _ field: FormField) -> [FormProblem] {
        guard let file else { return [.init(field, .missing)] }
        guard file.format == .pdf, file.pages != 0 else { return [.init(field, .wrongFormat)] }
        return file.byteCount > largestScan ? [.init(field, .tooLarge(limit: largestScan))] : []
    }

    private func photo(_ file: FileReference?, isRequired: Bool) -> [FormProblem] {
        guard let file else { return isRequired ? [.init(.photo, .missing)] : [] }
        guard file.format == .jpeg else { return [.init(.photo, .wrongFormat)] }
        if file.byteCount < photoBytes.lowerBound {
            return [.init(.photo, .tooSmall(minimum: photoBytes.lowerBound))]
        }
        return file.byteCount > photoBytes.upperBound
            ? [.init(.photo, .tooLarge(limit: photoBytes.upperBound))] : []
    }

    /// A mobile number, or a fixed line with or without its area code: 7 or 8 digits after the code.
    private func phone(_ text: String) -> [FormProblem] {
        if text.isBlank { return [.init(.enterprisePhone, .missing)] }
        if (try? PhoneNumber(text)) != nil { return [] }
        let digits = text.filter { !" -".contains($0) }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return [.init(.enterprisePhone, .wrongFormat)]
        }
        let lengths = digits.hasPrefix("0") ? 10...12 : 7...8
        return lengths.contains(digits.count)
            ? [] : [.init(.enterprisePhone, .wrongLength(found: digits.count))]
    }
}

/// Dots of a photo for the certificate.
package struct PhotoMeasure: Hashable, Sendable, Codable {
    package var width = 295
    package var height = 413

    package init(width: Int = 295, height: Int = 413) {
        self.width = width
        self.height = height
    }
}

package enum FormField: String, Hashable, Sendable, Codable, CaseIterable {
    case enterprise, enterprisePhone, photo, qualification, qualificationScan, educationHours, educationProof
    case reason, reasonText, declaration
}

/// One thing that keeps a form from being saved, beside the field where it is mended.
package struct FormProblem: Hashable, Sendable, Codable {
    package enum Rule: Hashable, Sendable, Codable {
        case missing
        case notVerified
        case notTicked
        case inFuture
        case wrongFormat
        case wrongLength(found: Int)
        case tooFew(minimum: Int)
        case tooLarge(limit: Int)
        case tooSmall(minimum: Int)
        /// The store's record says otherwise (a Shanghai qualification that is not the recorded one).
        case differsFromRecord
    }

    package let field: FormField
    package let rule: Rule

    package init(_ field: FormField, _ rule: Rule) {
        self.field = field
        self.rule = rule
    }
}
