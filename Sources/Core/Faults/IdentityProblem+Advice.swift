extension IdentityProblem: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .birthDiffersFromNumber:
            Self.contradiction(151, "出生日期", "date of birth", "birth field differs from the number")
        case .sexDiffersFromNumber:
            Self.contradiction(152, "性别", "sex", "sex field differs from the 17th digit")
        case .bornInFuture:
            Self.contradiction(153, "出生日期", "date of birth", "birth after today; compare the kiosk's clock")
        case .termReversed:
            Self.contradiction(154, "有效期限", "period of validity", "valid from is after valid to")
        case .notYetValid:
            FaultAdvice(
                "I-155", "证件尚未生效，请使用有效证件，或到人工窗口办理。",
                "This card is not valid yet. Use a valid one, or go to the counter.",
                staff: "核对证件有效期和本机日期。", technician: "valid from is after today; compare the kiosk's clock")
        case .expired:
            FaultAdvice(
                "I-156", "证件已过有效期，请换领新证后再来，或到人工窗口咨询。",
                "This card has expired. Please come back with a new one, or ask at the counter.",
                staff: "核对证件有效期，告知换领新证。", technician: "valid to is before today; compare the kiosk's clock")
        }
    }

    private static func contradiction(
        _ number: Int, _ chinese: String, _ english: String, _ technician: String
    ) -> FaultAdvice {
        FaultAdvice(
            "I-\(number)", "证件上的\(chinese)与其他内容或今天的日期不符，请到人工窗口核验。",
            "The card's \(english) does not fit the rest of it. Please have it checked at the counter.",
            staff: "人工核验证件真伪。", technician: technician)
    }
}
