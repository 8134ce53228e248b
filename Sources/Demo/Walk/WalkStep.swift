/// The screens that the walk passes, each known by the words that only it shows.
enum WalkStep: String, CaseIterable, Sendable {
    case welcome, privacyNotice, placeCard, forgottenCard, identity, phone, phoneCode, signature, applications, kinds
    case form, enterpriseName, enterprisePhone, educationHours, filing, preview, signingCode, signed
    case province, qualificationNumber, qualificationDate, source, stick, scan, fileReview, photoReview
    case insertCard, pin, pendingList, confirmedList, review, formReturn, sealPIN, sealed
    case printing, printed, printFailed
    case sheetQuestion, detail, certificates, certificate, takeAlong, takeByPhone, rename
    case cornerOpening, staffHome, staffFind, staffScan, staffBatch, staffHandOver, staffCopy
    case cardNotRead, notDone, ended

    var words: [String] {
        switch self {
        case .welcome: ["二级注册建筑师自助服务"]
        case .privacyNotice: ["读卡之前，请先看这几条"]
        case .placeCard: ["请将身份证平放在读卡区"]
        case .forgottenCard: ["请先取走读卡区上的卡"]
        case .identity: ["请核对您的身份信息"]
        case .phone: ["新用户注册：请输入手机号码"]
        case .phoneCode: ["新用户注册：请输入短信验证码"]
        case .signature: ["登记签名"]
        case .applications: ["我的注册申请"]
        case .kinds: ["新增注册申请：请选择事项"]
        case .form: ["初始注册申请表", "延续注册申请表", "注销注册申请表"]
        case .enterpriseName: ["请输入注册企业全称"]
        case .enterprisePhone: ["请输入企业联系电话"]
        case .educationHours: ["请输入继续教育学时"]
        case .province: ["资格证书是哪里签发的"]
        case .qualificationNumber: ["请输入资格证书编号"]
        case .qualificationDate: ["请输入签发日期"]
        case .source: ["添加资格证书扫描件", "添加继续教育证明", "添加个人照片"]
        case .stick: ["请选文件"]
        case .scan: ["扫描资格证书扫描件", "扫描继续教育证明", "扫描个人照片", "扫描签名图片"]
        case .fileReview: ["请看是不是这个文件"]
        case .photoReview: ["请看是不是这张照片"]
        case .filing:
            [
                "正在保存申请表", "正在提交个人签名", "正在提交企业签章", "正在退回申请", "正在撤回申请", "正在领取证书", "正在换领电子证书",
                "正在变更企业名称", "保存成功",
            ]
        case .preview: ["请核对申请表，无误后签名"]
        case .signingCode: ["个人数字签名：请输入验证码"]
        case .signed: ["个人签名完成"]
        case .insertCard: ["请插入“法人一证通”"]
        case .pin: ["请输入法人一证通密码"]
        case .pendingList: ["待企业确认的申请"]
        case .confirmedList: ["企业已确认查询"]
        case .review: ["核对申请，勾选聘用意见"]
        case .formReturn: ["退回修改：请选择原因"]
        case .sealPIN: ["企业签章：请输入证书密码"]
        case .sealed: ["企业签章完成"]
        case .printing:
            [
                "正在打印受理通知书", "正在打印注册证书", "正在打印变更清单", "正在打印收件凭证", "正在打印补正告知书", "正在打印不予受理通知书", "打印暂停",
            ]
        case .printed: ["打印完成，请取走", "已经打印过"]
        case .printFailed: ["这一次没有打印成功"]
        case .sheetQuestion: ["请看一看：通知书出来了吗"]
        case .detail: ["申请详情"]
        case .certificates: ["电子注册证书管理"]
        case .certificate: ["领证：请核对证书内容", "纸质证书换领电子证书", "电子注册证书"]
        case .takeAlong: ["带走电子证书", "带走申请表"]
        case .takeByPhone: ["请用手机扫码下载"]
        case .rename: ["企业名称变更"]
        case .cornerOpening: ["正在验证工作卡"]
        case .staffHome: ["拔出工作卡即退出"]
        case .staffFind: ["按身份证查找申请"]
        case .staffScan: ["扫描通知书上的二维码"]
        case .staffBatch: ["批量打印今天的通知书"]
        case .staffHandOver: ["今天本厅已出纸的通知书"]
        case .staffCopy: ["选择原因后打印", "打印受理通知书（第", "打印补正告知书（第", "打印不予受理通知书（第"]
        case .cardNotRead: ["没有读出身份证", "没有读出“法人一证通”"]
        case .notDone: ["还没有办成", "没有提交成功"]
        case .ended: ["已安全退出"]
        }
    }

    /// Titles stand in the rows under the status row; words further down belong to buttons and lists.
    static let titleRows = 1...3

    /// The step whose title the screen shows; nil while it shows another.
    static func shown(by rows: [String]) -> WalkStep? {
        let titles = rows.enumerated().filter { titleRows.contains($0.offset) }.map(\.element)
        return allCases.first { step in step.words.contains { words in titles.contains { $0.contains(words) } } }
    }

    /// What a person following along reads.
    var chinese: String { words[0] }
}
