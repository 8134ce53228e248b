/// 资格证书: the person passed the examination.
package struct QualificationCertificate: Hashable, Sendable, Codable {
    package enum IssuingPlace: String, Hashable, Sendable, Codable, CaseIterable {
        /// 上海市: the store knows the certificate, the kiosk only shows it.
        case shanghai
        /// 外省市: typed by the applicant, with a scan.
        case elsewhere

        package var chinese: String {
            switch self {
            case .shanghai: "上海市"
            case .elsewhere: "外省市"
            }
        }
    }

    package let place: IssuingPlace
    /// Of a certificate issued elsewhere.
    package let province: Province?
    package let number: String
    package let issued: CivilDate

    package init(place: IssuingPlace, province: Province? = nil, number: String, issued: CivilDate) {
        self.place = place
        self.province = province
        self.number = number
        self.issued = issued
    }
}

extension QualificationCertificate: Discreet {
    package var description: String { "\(place.rawValue) \(Masking.number(number)) \(issued)" }
}
