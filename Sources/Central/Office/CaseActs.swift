import Core

/// What was typed into an act that was not carried out: it stands there again.
struct EnteredAct: Hashable, Sendable {
    let name: ReviewAct.Name
    let text: String
    let usual: [String]
}

/// The forms of those acts that the state lets happen.
struct CaseActs {
    let registration: Registration
    let token: String
    let entered: EnteredAct?

    /// 补正: what is usually found wrong, to be ticked.
    static let usualItems: [RegistrationKind: [String]] = [
        .initial: ["个人照片不符合要求，请重新上传", "资格证书扫描件不清晰，请重新上传", "继续教育证明不完整，请补充", "企业联系电话有误，请改正"],
        .renewal: ["继续教育学时与记录不符，请核对", "企业联系电话有误，请改正"],
        .cancellation: [],
    ]

    var markup: Markup {
        let names = ReviewAct.Name.allCases.filter { $0.isPossible(in: registration) }
        guard !names.isEmpty else {
            return "<section aria-labelledby=\"acts\"><h2 id=\"acts\">办理</h2><p>这项申请目前没有需要审核人员办理的步骤。</p></section>"
        }
        return """
            <section aria-labelledby="acts"><h2 id="acts">办理</h2><div class="acts">\(names.map(form))</div></section>
            """
    }

    private func form(_ name: ReviewAct.Name) -> Markup {
        let id = name.rawValue
        let style: Markup = name.isFavourable ? " class=\"primary\"" : .nothing
        return """
            <form class="act" method="post" action="/applications/\(registration.id.description)/acts/\(id)"
            aria-labelledby="\(id)-title">
            <h3 id="\(id)-title">\(name.chinese)</h3>
            \(OfficePage.token(token))
            <input type="hidden" name="revision" value="\(registration.revision)">
            \(fields(name))
            <p class="confirm"><input type="checkbox" id="\(id)-sure" name="sure" value="yes" required>
            <label for="\(id)-sure">\(name.confirmation)</label></p>
            <p><button\(style) type="submit">\(name.chinese)</button></p>
            </form>
            """
    }

    private func fields(_ name: ReviewAct.Name) -> Markup {
        let text = entered?.name == name ? entered?.text ?? "" : ""
        switch name {
        case .accept, .beginReview, .approve: return .nothing
        case .decline, .refuse:
            return """
                <p><label for="\(name.rawValue)-text">理由（申请人会看到，并印在通知书上）</label>
                <textarea id="\(name.rawValue)-text" name="text" rows="3" maxlength="\(ActForm.longestReason)" required>\(text)</textarea></p>
                """
        case .requireCorrection:
            let usual = Self.usualItems[registration.kind] ?? []
            let ticks: [Markup] = usual.enumerated().map { index, item in
                let isTicked = entered?.name == name && entered?.usual.contains(item) == true
                let ticked: Markup = isTicked ? " checked" : .nothing
                return """
                    <p class="confirm"><input type="checkbox" id="item-\(index)" name="item" value="\(item)"\(ticked)>
                    <label for="item-\(index)">\(item)</label></p>
                    """
            }
            return """
                <fieldset><legend>需要补正的内容，请一次列全</legend>\(ticks)
                <p><label for="requireCorrection-text">其他（每行一项）</label>
                <textarea id="requireCorrection-text" name="text" rows="4">\(text)</textarea></p></fieldset>
                """
        }
    }
}

extension ReviewAct.Name {
    fileprivate var isFavourable: Bool {
        switch self {
        case .accept, .beginReview, .approve: true
        case .requireCorrection, .decline, .refuse: false
        }
    }

    /// What a reviewer affirms by ticking.
    fileprivate var confirmation: String {
        switch self {
        case .accept: "材料齐全、符合法定形式"
        case .requireCorrection: "补正内容已一次列全"
        case .decline: "已核对理由，不予受理后不能撤回"
        case .beginReview: "由我开始审批"
        case .approve: "已核对全部内容，准予许可并制发注册证书"
        case .refuse: "已核对理由，不予许可后不能撤回"
        }
    }
}
