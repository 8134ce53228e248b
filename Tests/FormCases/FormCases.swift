import Core

package enum FormCases {
    /// Of every kind: right ones, and each thing that a person can do wrong.
    package static func all(_ records: KnownRecords) -> [FormCase] {
        initial(records) + elsewhere(records) + renewal(records) + cancellation(records)
    }

    private static func initial(_ records: KnownRecords) -> [FormCase] {
        func form(_ change: (inout InitialForm) -> Void = { _ in }) -> ApplicationForm {
            var form = InitialForm(
                enterpriseName: records.enterprise.name, enterprise: records.enterprise, enterprisePhone: "02164680000",
                photo: records.photo, qualification: records.qualification, isDeclared: true)
            change(&form)
            return .initial(form)
        }
        return [
            FormCase("initial", form()),
            FormCase("initial, mobile number", form { $0.enterprisePhone = "13800005678" }),
            FormCase("initial, no name", form { $0.enterpriseName = "" }, "F-100"),
            FormCase("initial, another name", form { $0.enterpriseName += "二" }, "F-101"),
            FormCase("initial, not verified", form { $0.enterprise = nil }, "F-101"),
            FormCase("initial, no phone", form { $0.enterprisePhone = " " }, "F-110"),
            FormCase("initial, letters as phone", form { $0.enterprisePhone = "0216468o" }, "F-114"),
            FormCase("initial, short phone", form { $0.enterprisePhone = "646800" }, "F-115"),
            FormCase("initial, not declared", form { $0.isDeclared = false }, "F-192"),
            FormCase(
                "initial, nothing entered",
                form {
                    $0 = InitialForm(photo: records.photo, qualification: records.qualification)
                }, "F-100", "F-110", "F-192"),
        ]
    }

    /// A qualification of another province: typed, with its scan, and overdue when it is more than three years old.
    private static func elsewhere(_ records: KnownRecords) -> [FormCase] {
        func form(
            years: Int = 1, days: Int = 0, _ change: (inout InitialForm) -> Void = { _ in }
        ) -> ApplicationForm {
            let issued = records.today.adding(years: -years).adding(days: days)
            let certificate = QualificationCertificate(
                place: .elsewhere, province: .jiangsu, number: "JS20240001", issued: issued)
            var form = InitialForm(
                enterpriseName: records.enterprise.name, enterprise: records.enterprise, enterprisePhone: "02164680000",
                photo: records.photo, qualification: certificate, typed: TypedQualification(certificate),
                qualificationScan: records.scan, isDeclared: true)
            change(&form)
            return .initial(form)
        }
        func typed(_ typed: TypedQualification, _ scan: FileReference?) -> ApplicationForm {
            form {
                $0.typed = typed
                $0.qualification = typed.certificate
                $0.qualificationScan = scan
            }
        }
        let jpeg = FileReference(digest: records.scan.digest, format: .jpeg, byteCount: records.scan.byteCount)
        let large = FileReference(digest: records.scan.digest, format: .pdf, byteCount: 2_097_153, pages: 1)
        let full = TypedQualification(province: .jiangsu, number: "JS20240001", issued: "20240315")
        return [
            FormCase("elsewhere", form()),
            FormCase("elsewhere, nothing typed", typed(TypedQualification(), nil), "F-130", "F-140"),
            FormCase(
                "elsewhere, no province", typed(TypedQualification(number: "1", issued: full.issued), records.scan),
                "F-130"),
            FormCase(
                "elsewhere, blank number",
                typed(TypedQualification(province: .hubei, number: " ", issued: full.issued), records.scan), "F-130"),
            FormCase(
                "elsewhere, half a date",
                typed(TypedQualification(province: .hubei, number: "1", issued: "202403"), records.scan), "F-130"),
            FormCase(
                "elsewhere, no such day",
                typed(TypedQualification(province: .hubei, number: "1", issued: "20240230"), records.scan), "F-134"),
            FormCase("elsewhere, tomorrow's", form(years: 0, days: 1), "F-133"),
            FormCase("elsewhere, no scan", form { $0.qualificationScan = nil }, "F-140"),
            FormCase("elsewhere, a picture as scan", form { $0.qualificationScan = jpeg }, "F-144"),
            FormCase("elsewhere, too large a scan", form { $0.qualificationScan = large }, "F-147"),
            FormCase("three years old to the day", form(years: 3)),
            FormCase("overdue, nothing proved", form(years: 3, days: -1), "F-150", "F-160"),
            FormCase("overdue, no proof", form(years: 4) { $0.educationHours = 40 }, "F-160"),
            FormCase(
                "overdue, too few hours",
                form(years: 4) {
                    $0.educationHours = 39
                    $0.educationProof = records.proof
                }, "F-156"),
            FormCase(
                "overdue, proved",
                form(years: 4) {
                    $0.educationHours = 40
                    $0.educationProof = records.proof
                }),
        ]
    }

    private static func renewal(_ records: KnownRecords) -> [FormCase] {
        func form(_ change: (inout RenewalForm) -> Void = { _ in }) -> ApplicationForm {
            var form = RenewalForm(
                enterprise: records.enterprise, enterprisePhone: "021-64680000", photo: records.photo,
                educationHours: 40, isDeclared: true)
            change(&form)
            return .renewal(form)
        }
        return [
            FormCase("renewal", form()),
            FormCase("renewal, no phone", form { $0.enterprisePhone = "" }, "F-110"),
            FormCase("renewal, no hours", form { $0.educationHours = nil }, "F-150"),
            FormCase("renewal, too few hours", form { $0.educationHours = 39 }, "F-156"),
            FormCase("renewal, not declared", form { $0.isDeclared = false }, "F-192"),
            FormCase(
                "renewal, nothing entered",
                form { $0 = RenewalForm(enterprise: records.enterprise, photo: records.photo) }, "F-110", "F-150",
                "F-192"),
        ]
    }

    private static func cancellation(_ records: KnownRecords) -> [FormCase] {
        func form(_ reason: CancellationForm.Reason?, _ text: String = "", isDeclared: Bool = true) -> ApplicationForm {
            .cancellation(
                CancellationForm(
                    enterprise: records.enterprise, photo: records.photo, reason: reason, reasonText: text,
                    isDeclared: isDeclared))
        }
        let usual = CancellationForm.Reason.allCases.filter { $0 != .other }
        return usual.map { FormCase("cancellation, \($0)", form($0)) } + [
            FormCase("cancellation, in words", form(.other, "出国")),
            FormCase("cancellation, no reason", form(nil), "F-170"),
            FormCase("cancellation, words missing", form(.other), "F-180"),
            FormCase("cancellation, blank words", form(.other, " "), "F-180"),
            FormCase("cancellation, not declared", form(.leftEmployer, isDeclared: false), "F-192"),
            FormCase("cancellation, nothing entered", form(nil, isDeclared: false), "F-170", "F-192"),
        ]
    }
}
