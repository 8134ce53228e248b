/// Why a page is not what was asked for.
enum OfficeFault: Error, Hashable, Sendable {
    /// No session, or it has ended.
    case loginNeeded
    /// A form that none of this session's pages has, or from another site.
    case foreignForm
    /// The role does not allow it.
    case notPermitted
    case notFound
    /// A form that does not parse.
    case unreadable
    case tooMany(retryAfter: Int)
    /// The store's own; the reference finds it in its log.
    case internalError(reference: String)

    var status: Int {
        switch self {
        case .loginNeeded: 303
        case .foreignForm, .notPermitted: 403
        case .notFound: 404
        case .unreadable: 400
        case .tooMany: 429
        case .internalError: 500
        }
    }

    var title: String {
        switch self {
        case .loginNeeded: "请先登录"
        case .foreignForm: "页面已过期"
        case .notPermitted: "没有权限"
        case .notFound: "没有找到"
        case .unreadable: "无法识别"
        case .tooMany: "操作太频繁"
        case .internalError: "系统出错"
        }
    }

    var text: String {
        switch self {
        case .loginNeeded: "请先登录。"
        case .foreignForm: "这个表单不属于您当前的登录，没有办理任何事项。请返回列表后重新打开。"
        case .notPermitted: "您的角色不能进行这项操作。需要时请联系主管。"
        case .notFound: "没有这个页面或这项申请。"
        case .unreadable: "提交的内容无法识别，没有办理任何事项。请返回后重试。"
        case .tooMany(let seconds): "请在 \(seconds) 秒后再试。"
        case .internalError(let reference): "没有办理任何事项。请稍后再试；仍不行请把编号 \(reference) 告诉技术人员。"
        }
    }
}
