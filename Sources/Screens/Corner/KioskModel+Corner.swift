import Core
import Foundation

// A staff card opens the corner alone, and taking it out closes it: that is handled with all cards.
extension KioskModel {
    /// The card in the slot is one of staff's; now it must prove it.
    mutating func takeStaffCard(_ result: Result<StaffCardFound, Trouble>) -> [Command] {
        guard case .certificateReading = screen else { return [] }
        switch result {
        case .success(let found):
            cardWatch = .steady
            lastTouch = now
            screen = .cornerOpening(found)
            return begin(.openCorner)
        case .failure(let trouble): return refuseStaffCard(trouble)
        }
    }

    mutating func takeCorner(_ result: Result<CornerAdmission, Trouble>) -> [Command] {
        guard case .cornerOpening(let card) = screen else { return [] }
        switch result {
        case .success(let admission):
            visit = .corner(CornerVisit(card: card, admission: admission))
            lastTouch = now
            return openCorner(of: admission.member)
        case .failure(let trouble): return refuseStaffCard(trouble)
        }
    }

    private mutating func openCorner(of member: StaffMember) -> [Command] {
        switch member.role {
        case .hallStaff: return showStaffHome()
        case .technician:
            screen = .technician(.home)
            return []
        }
    }

    private mutating func refuseStaffCard(_ trouble: Trouble) -> [Command] {
        if case .card(let fault) = trouble {
            screen = .certificateReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        }
        screen = .certificateReading(CardReading(phase: .awaitingCard(until: cardDeadline)))
        return stumble(trouble)
    }

    /// A card in the slot while somebody is being served: an enterprise's is for later, a staff card is told so; and who
    /// was asked for an identity card hears it again.
    mutating func lookAtStranger() -> [Command] { [errands.command(.readCertificate, in: .stranger)] }

    mutating func takeStranger(_ answer: Answer) -> [Command] {
        guard case .staffCard(.success) = answer else {
            noteWantedCard(at: .identity)
            return []
        }
        return stumble(.staff(.visitOpen))
    }

    /// The session at the store has ended while the card is still in: it proves itself again.
    mutating func takeRenewal(_ result: Result<CornerAdmission, Trouble>) -> [Command] {
        guard case .corner(var visit) = visit else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let admission):
            visit.admission = admission
            self.visit = .corner(visit)
            guard let token = admission.token else { return stumble(.store(admission.storeFault ?? .sessionEnded)) }
            return repeatErrand(with: token)
        }
    }
}
