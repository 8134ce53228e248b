package import Core

/// Fictitious people, one with each kind of card and more citizens.
package struct SamplePerson: Hashable, Sendable {
    package let identity: IdentityRecord
    /// 资格证书 issued in Shanghai, as the store knows it; nil for somebody without one.
    package let qualification: QualificationCertificate?
    /// 注册 that the person holds when the hall opens; nil for somebody who is not registered.
    package var registration: SampleRegistration?
}

package struct SampleRegistration: Hashable, Sendable {
    package let number: String
    package let enterprise: Enterprise
    /// Days from today to the last day of the term; negative when it has expired.
    package let endsInDays: Int
    /// Where its certificate stands; collected unless told otherwise.
    package var state: String?
    /// The employer's name on the certificate, where the enterprise has another now.
    package var formerName: String?
}

package enum SamplePeople {
    /// The applicant of the demonstration: qualified in Shanghai, not yet registered.
    package static let applicant = citizen("测试员甲", .male, "19900307", 9, qualified: "沪建二资20260001")

    package static let all = [
        applicant,
        citizen("测试员乙", .female, "19921115", 24, qualified: "沪建二资20260002"),
        citizen("测试员丙", .male, "19850620", 31, qualified: "沪建二资20260003"),
        elsewhere, permitHolder, foreigner2017, foreigner2023, registered, newlyRegistered,
    ]

    /// Without a Shanghai certificate: the form asks for one issued elsewhere.
    package static let elsewhere = citizen("测试员丁", .female, "19951201", 46, qualified: nil)

    /// Registered, and within the renewal window.
    package static let registered = citizen("测试员辛", .male, "19880418", 57, qualified: "沪建二资20260008")
        .holding("沪建二注20240001", endsInDays: 60)

    /// Registered, and long before the renewal window.
    package static let newlyRegistered = citizen("测试员壬", .female, "19910925", 68, qualified: "沪建二资20260009")
        .holding("沪建二注20240002", endsInDays: 400)

    /// Holders of certificates that wait: to be collected, on paper, and under the employer's former name.
    package static let certificateHolders = [collector, exchanger, renamed]

    package static let collector = citizen("测试员癸", .male, "19930214", 71, qualified: "沪建二资20260010")
        .holding("沪建二注20260003", endsInDays: 700, state: "issued")

    package static let exchanger = citizen("测试员子", .female, "19870730", 82, qualified: "沪建二资20260011")
        .holding("沪建二注20250004", endsInDays: 500, state: "paper")

    package static let renamed = citizen("测试员丑", .male, "19900909", 93, qualified: "沪建二资20260012")
        .holding("沪建二注20250005", endsInDays: 600, formerName: "上海旧名示例建筑设计有限公司")

    package static let permitHolder = SamplePerson(
        identity: IdentityRecord(
            number: number("81000019940823002", .residencePermit), name: "测试员戊", sex: .female,
            birth: day("19940823"), address: "上海市徐汇区示例路3号", issuingAuthority: "上海市公安局徐汇分局",
            validFrom: day("20230101"), validity: .until(day("20280101"))),
        qualification: certificate("沪建二资20260005"))

    package static let foreigner2017 = SamplePerson(
        identity: IdentityRecord(
            number: number("CAN110081080310", .foreignerCard2017), name: "测试员己", englishName: "EXAMPLE, PERSON",
            sex: .female, nationality: "CAN", birth: day("19810803"), issuingAuthority: "1500",
            validFrom: day("20170601"), validity: .until(day("20270531"))),
        qualification: certificate("沪建二资20260006"))

    package static let foreigner2023 = SamplePerson(
        identity: IdentityRecord(
            number: number("91112419810803002", .foreignerCard2023), name: "测试员庚",
            englishName: "EXAMPLE, ANOTHER PERSON WITH A LONG NAME", sex: .female, nationality: "CAN",
            birth: day("19810803"), validFrom: day("20231201"), validity: .until(day("20331130"))),
        qualification: certificate("沪建二资20260007"))

    /// Enough different citizens for a hundred visits, all qualified: stems and branches make their names.
    package static let visitors: [SamplePerson] = "甲乙丙丁戊己庚辛壬癸".enumerated().flatMap { row, stem in
        "子丑寅卯辰巳午未申酉戌亥".enumerated().map { column, branch in
            let sequence = row * 12 + column + 101
            return citizen(
                "测试员\(stem)\(branch)", sequence.isMultiple(of: 2) ? .female : .male,
                "\(1960 + sequence % 40)0\(1 + row % 9)1\(column % 10)", sequence,
                qualified: "沪建二资2026\(9000 + sequence)")
        }
    }

    /// - Parameter sequence: the number's sequence, odd for men.
    private static func citizen(
        _ name: String, _ sex: Sex, _ birth: String, _ sequence: Int, qualified: String?
    ) -> SamplePerson {
        let digits = "310101" + birth + String("00\(sequence)".suffix(3))
        return SamplePerson(
            identity: IdentityRecord(
                number: number(digits, .residentCard), name: name, sex: sex, nation: "01", birth: day(birth),
                address: "上海市黄浦区示例路\(sequence)号", issuingAuthority: "上海市公安局黄浦分局",
                validFrom: day("20200307"), validity: .until(day("20400307"))),
            qualification: qualified.map(certificate))
    }

    private static func certificate(_ number: String) -> QualificationCertificate {
        QualificationCertificate(place: .shanghai, number: number, issued: day("20260315"))
    }

    /// Seventeen digits are completed; the card of 2017 has no check character.
    private static func number(_ digits: String, _ kind: IdentityDocumentKind) -> DocumentNumber {
        let text = kind == .foreignerCard2017 ? digits : CheckCharacters.identityNumber(digits)
        do {
            return try DocumentNumber(text, kind: kind)
        } catch {
            preconditionFailure("sample number \(text): \(error)")  // A slip in the tables above.
        }
    }

    private static func day(_ compact: String) -> CivilDate {
        guard let day = CivilDate(compact: compact) else {
            preconditionFailure("sample day \(compact)")  // A slip in the tables above.
        }
        return day
    }
}

extension SamplePerson {
    /// Registered under the employer of the demonstration.
    fileprivate func holding(
        _ number: String, endsInDays days: Int, state: String? = nil, formerName: String? = nil
    ) -> SamplePerson {
        var person = self
        person.registration = SampleRegistration(
            number: number, enterprise: SampleEnterprises.employer, endsInDays: days, state: state,
            formerName: formerName)
        return person
    }
}
