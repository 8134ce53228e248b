import Terminal

extension KioskModel {
    /// A name and its value; the names of both languages fit.
    func fact(_ label: String, _ value: String, width: Int? = nil, style: Style = .strong) -> ScreenView {
        let standard =
            switch language {
            case .chinese: 12
            case .english: 15
            }
        return .detail(label, value, labelWidth: width ?? standard, style: style)
    }
}
