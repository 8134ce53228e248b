extension DocumentNumberProblem: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .length(let found, let expected):
            Self.advice(
                901, "证件号码应为 \(expected) 位，现为 \(found) 位，请核对。",
                "The document number needs \(expected) characters, not \(found). Please check it.", "length \(found)")
        case .characters:
            Self.advice(
                902, "证件号码含有不应出现的字符，请核对。", "The document number has a wrong character. Please check it.",
                "characters outside the rule of its kind")
        case .region:
            Self.advice(
                903, "证件号码开头的地区代码不对，请核对。", "The number does not begin with a valid region. Please check it.",
                "province code unknown")
        case .birth:
            Self.advice(
                904, "证件号码中的出生日期不存在，请核对。", "The birth date in the number does not exist. Please check it.",
                "characters 7 to 14 are no date")
        case .check:
            Self.advice(
                905, "证件号码的校验位不对，可能错了一位，请逐位核对。",
                "The check digit is wrong: a digit may be wrong. Please compare each.",
                "GB 11643 check character differs")
        }
    }

    private static func advice(
        _ number: Int, _ chinese: String, _ english: String, _ technician: String
    ) -> FaultAdvice {
        FaultAdvice(
            "N-\(number)", chinese, english, staff: "核对证件；卡面与芯片不一致时引导到人工窗口。",
            technician: "document number: \(technician)")
    }
}

extension PhoneNumberProblem: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .characters:
            FaultAdvice(
                "N-911", "手机号码只能是数字，请改正。", "A mobile number has digits only. Please correct it.",
                staff: FaultAdvice.helpApplicant, technician: "phone number: characters other than digits")
        case .length(let found):
            FaultAdvice(
                "N-912", "手机号码应为 11 位，现为 \(found) 位，请改正。",
                "A mobile number has 11 digits, not \(found). Please correct it.",
                staff: FaultAdvice.helpApplicant, technician: "phone number: \(found) digits")
        case .notMobile:
            FaultAdvice(
                "N-913", "这不是手机号码，请填写能收短信的 11 位手机号码。",
                "This is not a mobile number. Please enter one that receives text messages.",
                staff: FaultAdvice.helpApplicant, technician: "phone number: does not begin with 13 to 19")
        }
    }
}

extension CreditCodeProblem: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .length(let found):
            FaultAdvice(
                "N-921", "统一社会信用代码应为 18 位，现为 \(found) 位，请核对。",
                "A credit code has 18 characters, not \(found). Please check it.",
                staff: "协助核对营业执照。", technician: "credit code: length \(found)")
        case .characters:
            FaultAdvice(
                "N-922", "统一社会信用代码不含字母 I、O、S、V、Z，请核对。",
                "A credit code has digits and letters except I, O, S, V and Z. Please check it.",
                staff: "协助核对营业执照。", technician: "credit code: character outside GB 32100")
        case .check:
            FaultAdvice(
                "N-923", "统一社会信用代码的校验位不对，请核对。", "The check character of the credit code is wrong. Please check it.",
                staff: "协助核对营业执照。", technician: "credit code: GB 32100 check character differs")
        }
    }
}
