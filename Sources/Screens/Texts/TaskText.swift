/// The task of a screen in a word or two, to be drawn large. script/bake-big-glyphs takes the glyphs from here.
package enum TaskText: TextKey {
    case registration, welcome, welcomeShort, read, card, check, phone, code, list, kinds, form, employer
    case employerPhone, wait, sign, signed, detail, certificate, pin, pending, seal, sealed, print, printed, ended
    case takeCard, trouble, takeAlong

    package var phrase: Phrase {
        switch self {
        case .registration: Phrase("建筑师注册", "Registration")
        case .welcome: Phrase("自助服务", "Welcome")
        case .welcomeShort: Phrase("办理", "Welcome")
        case .read: Phrase("请先看", "Read")
        case .card: Phrase("请刷卡", "Card")
        case .check: Phrase("请核对", "Check")
        case .phone: Phrase("手机号", "Phone")
        case .code: Phrase("验证码", "Code")
        case .list: Phrase("申请", "List")
        case .kinds: Phrase("选事项", "Choose")
        case .form: Phrase("填表", "Form")
        case .employer: Phrase("填企业", "Firm")
        case .employerPhone: Phrase("填电话", "Phone")
        case .wait: Phrase("请稍候", "Wait")
        case .sign: Phrase("签名", "Sign")
        case .signed: Phrase("已签名", "Signed")
        case .detail: Phrase("详情", "Details")
        case .certificate: Phrase("请插卡", "Card")
        case .pin: Phrase("密码", "PIN")
        case .pending: Phrase("待确认", "Confirm")
        case .seal: Phrase("签章", "Seal")
        case .sealed: Phrase("已签章", "Sealed")
        case .print: Phrase("打印", "Print")
        case .printed: Phrase("请取件", "Done")
        case .ended: Phrase("已退出", "Bye")
        case .takeCard: Phrase("请取卡", "Card!")
        case .trouble: Phrase("请注意", "Note")
        case .takeAlong: Phrase("带走", "Take")
        }
    }
}
