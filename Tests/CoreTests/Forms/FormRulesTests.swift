import Core
import Testing

@Suite struct FormRulesTests {
    private let rules = FormRules()

    private func problems(initial change: (inout InitialForm) throws -> Void) throws -> [FormProblem] {
        var form = try Sample.initialForm()
        try change(&form)
        return rules.problems(in: .initial(form), on: try Sample.date("2026-11-22"))
    }

    private func problems(renewal change: (inout RenewalForm) throws -> Void) throws -> [FormProblem] {
        var form = try Sample.renewalForm()
        try change(&form)
        return rules.problems(in: .renewal(form), on: try Sample.date("2026-11-22"))
    }

    private func problems(cancellation change: (inout CancellationForm) throws -> Void) throws -> [FormProblem] {
        var form = try Sample.cancellationForm()
        try change(&form)
        return rules.problems(in: .cancellation(form), on: try Sample.date("2026-11-22"))
    }

    @Test(arguments: RegistrationKind.allCases) func `a complete form may be saved`(kind: RegistrationKind) throws {
        #expect(rules.problems(in: try Sample.form(kind), on: try Sample.date("2026-11-22")) == [])
    }

    @Test func `an empty form lists everything at once, in the order of its fields`() throws {
        let today = try Sample.date("2026-11-22")
        #expect(
            rules.problems(in: .initial(InitialForm()), on: today) == [
                .init(.enterprise, .missing), .init(.enterprisePhone, .missing), .init(.photo, .missing),
                .init(.qualification, .missing), .init(.declaration, .notTicked),
            ])
        #expect(
            rules.problems(in: .renewal(RenewalForm(enterprise: nil)), on: today) == [
                .init(.enterprise, .missing), .init(.enterprisePhone, .missing), .init(.educationHours, .missing),
                .init(.declaration, .notTicked),
            ])
        #expect(
            rules.problems(in: .cancellation(CancellationForm(enterprise: nil)), on: today) == [
                .init(.enterprise, .missing), .init(.reason, .missing), .init(.declaration, .notTicked),
            ])
    }

    @Test func `the employer's name must be verified as it stands`() throws {
        #expect(try problems(initial: { $0.enterpriseName = " " }) == [.init(.enterprise, .missing)])
        #expect(try problems(initial: { $0.enterpriseName += "分公司" }) == [.init(.enterprise, .notVerified)])
        #expect(try problems(initial: { $0.enterprise = nil }) == [.init(.enterprise, .notVerified)])
        #expect(
            try problems(initial: { $0.enterprise = try Sample.otherEnterprise() }) == [
                .init(.enterprise, .notVerified)
            ])
    }

    @Test(
        arguments: [
            ("13800005678", nil), ("021-60000000", nil), ("02160000000", nil), ("0571 8000 0000", nil),
            ("60000000", nil),
            ("6000000", nil), ("010-6000000", nil), ("", .missing), ("  ", .missing), ("六〇〇", .wrongFormat),
            ("021-6000000a", .wrongFormat), ("600000", .wrongLength(found: 6)), ("600000000", .wrongLength(found: 9)),
            ("021-600000", .wrongLength(found: 9)), ("0571-800000000", .wrongLength(found: 13)),
            ("1380000567", .wrongLength(found: 10)), ("12800005678", .wrongLength(found: 11)),
        ] as [(String, FormProblem.Rule?)])
    func `the employer's phone is a mobile number or a fixed line`(text: String, rule: FormProblem.Rule?) throws {
        let expected = rule.map { [FormProblem(.enterprisePhone, $0)] } ?? []
        #expect(try problems(initial: { $0.enterprisePhone = text }) == expected)
        #expect(try problems(renewal: { $0.enterprisePhone = text }) == expected)
    }

    @Test(
        arguments: [
            (10_239, FileReference.Format.jpeg, .tooSmall(minimum: 10_240)), (10_240, .jpeg, nil),
            (204_800, .jpeg, nil),
            (204_801, .jpeg, .tooLarge(limit: 204_800)), (50_000, .pdf, .wrongFormat),
        ] as [(Int, FileReference.Format, FormProblem.Rule?)])
    func `a photo is a JPEG of the right size, on every form`(
        byteCount: Int, format: FileReference.Format, rule: FormProblem.Rule?
    ) throws {
        let photo = FileReference(digest: try Sample.digest(7), format: format, byteCount: byteCount)
        let expected = rule.map { [FormProblem(.photo, $0)] } ?? []
        #expect(try problems(initial: { $0.photo = photo }) == expected)
        #expect(try problems(renewal: { $0.photo = photo }) == expected)
        #expect(try problems(cancellation: { $0.photo = photo }) == expected)
    }

    @Test func `only the initial form needs a photo`() throws {
        #expect(try problems(initial: { $0.photo = nil }) == [.init(.photo, .missing)])
        #expect(try problems(renewal: { $0.photo = nil }) == [])
        #expect(try problems(cancellation: { $0.photo = nil }) == [])
    }

    @Test func `a qualification has a number and a day that has been`() throws {
        func qualification(_ number: String, _ day: String) throws -> QualificationCertificate {
            QualificationCertificate(place: .shanghai, number: number, issued: try Sample.date(day))
        }
        #expect(try problems(initial: { $0.qualification = nil }) == [.init(.qualification, .missing)])
        #expect(
            try problems(initial: { $0.qualification = try qualification(" ", "2025-06-01") }) == [
                .init(.qualification, .missing)
            ])
        #expect(
            try problems(initial: { $0.qualification = try qualification("1", "2026-11-23") }) == [
                .init(.qualification, .inFuture)
            ])
        #expect(try problems(initial: { $0.qualification = try qualification("1", "2026-11-22") }) == [])
    }

    @Test func `a qualification from elsewhere needs its scan`() throws {
        func problems(_ scan: FileReference?) throws -> [FormProblem] {
            try self.problems(initial: {
                $0.qualification = QualificationCertificate(
                    place: .elsewhere, province: .zhejiang, number: "ZJ1", issued: try Sample.date("2025-06-01"))
                $0.qualificationScan = scan
            })
        }
        #expect(try problems(nil) == [.init(.qualificationScan, .missing)])
        #expect(try problems(Sample.scan(byteCount: 2_097_152)) == [])
        #expect(
            try problems(Sample.scan(byteCount: 2_097_153)) == [.init(.qualificationScan, .tooLarge(limit: 2_097_152))])
        #expect(try problems(Sample.photo()) == [.init(.qualificationScan, .wrongFormat)])
    }

    @Test(arguments: [("2023-11-22", false), ("2023-11-21", true), ("2023-11-23", false), ("2010-01-01", true)])
    func `more than three years after the qualification, education is asked for`(issued: String, overdue: Bool) throws {
        func problems(_ hours: Int?, _ proof: FileReference?) throws -> [FormProblem] {
            try self.problems(initial: {
                $0.qualification = QualificationCertificate(
                    place: .shanghai, number: "SH1", issued: try Sample.date(issued))
                $0.educationHours = hours
                $0.educationProof = proof
            })
        }
        let wanted = overdue ? 1 : 0
        #expect(
            try problems(nil, nil)
                == Array(
                    [[.init(.educationHours, .missing), .init(.educationProof, .missing)]].prefix(wanted).joined()))
        #expect(
            try problems(39, Sample.scan())
                == Array([FormProblem(.educationHours, .tooFew(minimum: 40))].prefix(wanted)))
        #expect(
            try problems(40, Sample.photo()) == Array([FormProblem(.educationProof, .wrongFormat)].prefix(wanted)))
        #expect(
            try problems(40, Sample.scan(byteCount: 3_000_000))
                == Array([FormProblem(.educationProof, .tooLarge(limit: 2_097_152))].prefix(wanted)))
        #expect(try problems(40, Sample.scan()) == [])
    }

    @Test func `a renewal needs its hours and its employer`() throws {
        #expect(try problems(renewal: { $0.educationHours = nil }) == [.init(.educationHours, .missing)])
        #expect(try problems(renewal: { $0.educationHours = 39 }) == [.init(.educationHours, .tooFew(minimum: 40))])
        #expect(try problems(renewal: { $0.educationHours = -1 }) == [.init(.educationHours, .tooFew(minimum: 40))])
        #expect(try problems(renewal: { $0.enterprise = nil }) == [.init(.enterprise, .missing)])
    }

    @Test(arguments: CancellationForm.Reason.allCases) func `only another reason needs words`(
        reason: CancellationForm.Reason
    ) throws {
        let expected: [FormProblem] = reason == .other ? [.init(.reasonText, .missing)] : []
        #expect(try problems(cancellation: { $0.reason = reason }) == expected)
        #expect(try problems(cancellation: { ($0.reason, $0.reasonText) = (reason, " ") }) == expected)
        #expect(try problems(cancellation: { ($0.reason, $0.reasonText) = (reason, "出国") }) == [])
    }

    @Test func `a cancellation needs its reason and employer`() throws {
        #expect(try problems(cancellation: { $0.reason = nil }) == [.init(.reason, .missing)])
        #expect(try problems(cancellation: { $0.enterprise = nil }) == [.init(.enterprise, .missing)])
    }

    @Test func `without the declaration nothing is saved`() throws {
        let expected = [FormProblem(.declaration, .notTicked)]
        #expect(try problems(initial: { $0.isDeclared = false }) == expected)
        #expect(try problems(renewal: { $0.isDeclared = false }) == expected)
        #expect(try problems(cancellation: { $0.isDeclared = false }) == expected)
    }

    @Test func `the limits are settings`() throws {
        let strict = FormRules(overdueYears: 1, minimumEducationHours: 81, largestScan: 10, photoBytes: 1...2)
        let today = try Sample.date("2026-11-22")
        #expect(
            strict.problems(in: try Sample.form(.initial), on: today) == [
                .init(.photo, .tooLarge(limit: 2)), .init(.educationHours, .missing), .init(.educationProof, .missing),
            ])
        #expect(
            strict.problems(in: try Sample.form(.renewal), on: today) == [
                .init(.educationHours, .tooFew(minimum: 81))
            ])
    }
}
