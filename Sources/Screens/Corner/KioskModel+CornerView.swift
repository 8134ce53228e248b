import Core
import Terminal

private typealias Words = CornerText

extension KioskModel {
    func cornerOpeningPage(_ card: StaffCardFound) -> Page {
        Page(
            title: t(Words.openingTitle),
            content: .column(gap: 1) {
                fact(t(Words.number), card.member.number)
                fact(t(Words.role), word(card.member.role))
                ScreenView.note(t(Words.openingText), tone: .active)
            },
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))])
    }

    func word(_ role: StaffRole) -> String {
        switch role {
        case .hallStaff: t(Words.hallStaff)
        case .technician: t(Words.technician)
        }
    }

    /// What stands at the left of the status row.
    func owner(of visit: CornerVisit) -> String { "\(word(visit.member.role)) \(visit.member.number)" }

    /// Said plainly where only the kiosk itself can answer; nothing while the store does.
    func withoutStore(_ role: StaffRole) -> ScreenView {
        guard case .corner(let visit) = visit, visit.admission.token == nil else { return .empty }
        let code = (visit.admission.storeFault ?? .unreachable).advice.code
        let words: Words =
            switch role {
            case .hallStaff: .staffAlone
            case .technician: .technicianAlone
            }
        return .banner(t(words, code), tone: .warning, id: "without store")
    }
}
