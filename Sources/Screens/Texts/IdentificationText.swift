/// Welcome, privacy notice, cards, identity, new user.
package enum IdentificationText: TextKey {
    case welcomeTitle, welcomeHint, personal, personalDetail, enterprise, enterpriseDetail
    case takeCard, stepCard, stepCheck, stepApply, stepFinish, privacyTitle, privacyRead, privacyUse
    case privacyKeep, privacyStay, agree, decline, placeTitle, placeHint, placeHelp, wanted, forgottenTitle
    case forgottenText, readingTitle, readingText, failedTitle, readAgain, homeCountdown, identityTitle
    case identityHint, name, sex, birth, documentKind, number, address, validity, unlimited, reveal, hide
    case confirmIdentity, notMe, identityBarred, keepCard, opening, phoneTitle, phoneHint, phoneLabel
    case phonePlaceholder, sendCode, sending, phoneCodeTitle, codeSent, codeLabel, codeValid, codeExpired
    case resend, resendIn, confirmCode, codeShort, wrongCode, codeUsedUp, codeWaiting, stepPhone, stepCode

    package var phrase: Phrase {
        switch self {
        case .welcomeTitle: Phrase("二级注册建筑师自助服务", "Second-class Architects: Self-service")
        case .welcomeHint: Phrase("请选择办理方式，或直接放卡", "Choose below, or simply present your card")
        case .personal: Phrase("个人办理", "Personal")
        case .personalDetail: Phrase("身份证平放在读卡区", "Lay your ID card on the reader")
        case .enterprise: Phrase("企业办理", "Enterprise")
        case .enterpriseDetail: Phrase("插入“法人一证通”", "Insert the 法人一证通 card")
        case .takeCard: Phrase("离开时请取回证件和打印件。", "Take your card and papers when you leave.")
        case .stepCard: Phrase("刷卡", "Card")
        case .stepCheck: Phrase("核对", "Check")
        case .stepApply: Phrase("办理", "Apply")
        case .stepFinish: Phrase("完成", "Finish")
        case .privacyTitle: Phrase("读卡之前，请先看这几条", "Before your card is read")
        case .privacyRead:
            Phrase(
                "读取身份证上的文字信息，用来确认是您本人。不读指纹。",
                "The text on your ID card is read to know that it is you. No fingerprints.")
        case .privacyUse:
            Phrase(
                "只用于办理二级注册建筑师注册，只交给市住建委。",
                "It serves the registration only, and goes to the city's office only.")
        case .privacyKeep:
            Phrase("市住建委确认收到后，本机不再保留您的个人信息。", "This kiosk erases it once the office has it.")
        case .privacyStay:
            Phrase(
                "取走证件，或长时间不操作，就会退出并清除屏幕。", "Taking the card away, or a long pause, logs you out and clears the screen.")
        case .agree: Phrase("同意并继续", "Agree, go on")
        case .decline: Phrase("不同意", "Decline")
        case .placeTitle: Phrase("请将身份证平放在读卡区", "Lay your ID card flat on the reader")
        case .placeHint: Phrase("办理期间请一直放着，不要拿走", "Leave it there until you have finished")
        case .placeHelp:
            Phrase("请从卡套中取出，远离手机和其他卡片。", "Take it out of its cover, away from phones and other cards.")
        case .wanted:
            Phrase(
                "这一步要用身份证，不用插入的那张卡。请把身份证平放在读卡区。",
                "This step needs your ID card, not the card in the slot. Lay it on the reader.")
        case .forgottenTitle: Phrase("请先取走读卡区上的卡", "Please take away the card on the reader first")
        case .forgottenText:
            Phrase(
                "上一位办理人的卡还在这里。请交给工作人员，再放上您自己的卡。",
                "It belongs to the person before you. Give it to staff, then present your own.")
        case .readingTitle: Phrase("正在读卡，请不要移动", "Reading the card, keep it still")
        case .readingText: Phrase("通常只要一两秒。", "This takes a second or two.")
        case .failedTitle: Phrase("没有读出身份证", "The ID card could not be read")
        case .readAgain: Phrase("重新读卡", "Read again")
        case .homeCountdown: Phrase("{1} 秒内没有读到卡，将返回首页", "Home in {1} s if no card is read")
        case .identityTitle: Phrase("请核对您的身份信息", "Is this you?")
        case .identityHint: Phrase("为保护隐私，只显示一部分", "Partly hidden to protect you")
        case .name: Phrase("姓名", "Name")
        case .sex: Phrase("性别", "Sex")
        case .birth: Phrase("出生日期", "Born")
        case .documentKind: Phrase("证件类型", "Document")
        case .number: Phrase("证件号码", "Number")
        case .address: Phrase("住址", "Address")
        case .validity: Phrase("有效期至", "Valid to")
        case .unlimited: Phrase("长期", "No limit")
        case .reveal: Phrase("显示完整信息", "Show in full")
        case .hide: Phrase("隐藏", "Hide")
        case .confirmIdentity: Phrase("是我本人，继续", "This is me, go on")
        case .notMe: Phrase("不是我", "Not me")
        case .identityBarred: Phrase("这张证件不能用于办理。", "This card cannot be used.")
        case .keepCard: Phrase("请让身份证一直放在读卡区。", "Please leave the card on the reader.")
        case .opening: Phrase("正在打开您的申请，请稍候…", "Opening your applications…")
        case .phoneTitle: Phrase("新用户注册：请输入手机号码", "New user: your mobile number")
        case .phoneHint: Phrase("第一次使用，需要用短信确认手机号码", "First visit: your number is proved by a text message")
        case .phoneLabel: Phrase("手机号码", "Mobile number")
        case .phonePlaceholder: Phrase("11 位数字", "11 digits")
        case .sendCode: Phrase("获取验证码", "Send the code")
        case .sending: Phrase("正在发送验证码…", "Sending the code…")
        case .phoneCodeTitle: Phrase("新用户注册：请输入短信验证码", "New user: enter the code")
        case .codeSent: Phrase("验证码已发送到 {1}", "A code was sent to {1}")
        case .codeLabel: Phrase("6 位验证码", "Code of 6 digits")
        case .codeValid: Phrase("还有 {1} 秒有效", "Valid for {1} s")
        case .codeExpired: Phrase("验证码已过期，请重新获取。", "The code has expired. Please ask for a new one.")
        case .resend: Phrase("重新发送", "Send again")
        case .resendIn: Phrase("{1} 秒后可以重新发送", "Send again in {1} s")
        case .confirmCode: Phrase("确定", "Confirm")
        case .codeShort: Phrase("请输入 6 位数字", "Enter all 6 digits")
        case .wrongCode: Phrase("验证码不正确，还可以试 {1} 次。", "Wrong code, {1} tries left.")
        case .codeUsedUp: Phrase("试的次数用完了，请重新获取验证码。", "No tries left. Please ask for a new code.")
        case .codeWaiting: Phrase("正在等待验证码…", "Waiting for the code…")
        case .stepPhone: Phrase("手机号码", "Number")
        case .stepCode: Phrase("验证码", "Code")
        }
    }
}
