import Core
import Foundation
import Terminal

private typealias Words = CornerText

// A numbered copy of what the office hands out.
extension KioskModel {
    func copyPage(_ choice: CopyChoice) -> Page {
        let application = choice.application
        return Page(
            title: t(Words.copyTitle, word(application.paper), "\(application.nextCopy)"), hint: t(Words.copyHint),
            content: .column(gap: 1) {
                facts(of: application)
                history(of: application)
                ScreenView.column {
                    ScreenView.text(t(Words.chooseReason), style: .strong)
                    ScreenView.flow(gap: 1) { CopyReason.allCases.map { reasonChoice($0, choice) } }
                }
                printerState
            },
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(Words.printCopy), .staff(.print), isPrimary: true,
                    unless: choice.reason == nil ? t(Words.chooseReason) : busyReason)
            ])
    }

    private func facts(of application: StaffApplication) -> ScreenView {
        .column {
            if let number = application.noticeNumber { fact(t(Words.noticeNumber), "\(number)") }
            fact(t(Words.applicant), "\(application.maskedName) \(application.maskedIDNumber)")
            fact(t(Words.matter), "\(word(application.kind)) · \(word(application.state))")
            fact(t(EnterpriseText.enterpriseName), application.enterpriseName)
            fact(t(since(application)), instant(application.since))
        }
    }

    private func since(_ application: StaffApplication) -> Words {
        switch application.paper {
        case .correctionNotice, .nonAcceptanceNotice: .decidedAt
        case .filingReceipt: .sealedAt
        case .acceptanceNotice, .initialForm, .renewalForm, .cancellationForm, .registrationCertificate, .renameList,
            .handOverList, .testSheet:
            .acceptedAt
        }
    }

    /// Every copy that the store knows of: when, where, by whom and why.
    private func history(of application: StaffApplication) -> ScreenView {
        .column {
            ScreenView.text(t(Words.history), style: .strong)
            if application.copies.isEmpty { ScreenView.note(t(Words.neverPrinted)) }
            for copy in application.copies { ScreenView.note(line(copy), tone: copy.isOut ? .plain : .warning) }
        }
    }

    private func line(_ copy: CopyRecord) -> String {
        let who = copy.order.map { "\(t(Words.staffNumber, $0.staffNumber)) \(word($0.reason))" }
        let parts = [
            t(EnterpriseText.copy, "\(copy.number)"), instant(copy.at), copy.kiosk, who,
            copy.isOut ? nil : t(Words.notOut),
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func reasonChoice(_ reason: CopyReason, _ choice: CopyChoice) -> ScreenView {
        .choice(
            word(reason), isSelected: choice.reason == reason, id: "reason \(reason.rawValue)",
            action: .staff(.choose(reason)))
    }

    private func word(_ reason: CopyReason) -> String {
        switch reason {
        case .onRequest: t(Words.onRequest)
        case .lost: t(Words.lost)
        case .damaged: t(Words.damaged)
        case .unreadable: t(Words.unreadable)
        case .jammed: t(Words.jammed)
        }
    }

    func instant(_ date: Date) -> String { "\(CivilDate(shanghai: date)) \(clock(at: date))" }
}
