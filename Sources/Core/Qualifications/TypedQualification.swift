/// A qualification certificate from another province as far as it has been typed.
package struct TypedQualification: Hashable, Sendable, Codable {
    package var province: Province?
    package var number: String
    /// Year, month and day as digits, `20240315` when complete.
    package var issued: String

    package init(province: Province? = nil, number: String = "", issued: String = "") {
        self.province = province
        self.number = number
        self.issued = issued
    }

    package static let dateDigits = 8

    /// Eight digits that are no day of the calendar.
    package var isDateImpossible: Bool { issued.utf8.count == Self.dateDigits && day == nil }

    package var day: CivilDate? {
        guard issued.utf8.count == Self.dateDigits, let digits = Int(issued) else { return nil }
        return CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// Nil until all of it is there.
    package var certificate: QualificationCertificate? {
        guard let province, !number.isBlank, let day else { return nil }
        return QualificationCertificate(place: .elsewhere, province: province, number: number, issued: day)
    }
}

extension TypedQualification {
    /// As it was typed before; nil for a certificate of the store's own records.
    package init?(_ certificate: QualificationCertificate) {
        guard certificate.place == .elsewhere else { return nil }
        let day = certificate.issued
        self.init(
            province: certificate.province, number: certificate.number,
            issued: String(day.year * 10_000 + day.month * 100 + day.day))
    }
}

extension TypedQualification: Discreet {
    package var description: String { "typed qualification" }
}

extension QualificationCertificate {
    /// 签发地
    package var placeName: String { province?.chinese ?? place.chinese }
}
