import Core
import Foundation
import Terminal

private typealias Words = EnterpriseText

extension KioskModel {
    func endedPage(_ ended: Ended) -> Page {
        let seconds = seconds(until: ended.until)
        return Page(
            title: t(title(of: ended.reason)), task: ended.forgottenCard == nil ? .ended : .takeCard,
            isTaskLarge: true,
            content: .column(gap: 1) {
                ScreenView.note(t(Words.wiped), tone: .success)
                if ended.forgottenCard != nil {
                    ScreenView.banner(t(Words.takeYourCard), tone: .warning, id: "forgotten card")
                }
                if ended.forgottenCard != nil, cardAlarm?.hasCalledStaff == true {
                    ScreenView.note(t(Words.staffComeForCard), tone: .active)
                }
                for remainder in Remainder.allCases where ended.remainders.contains(remainder) {
                    ScreenView.note(remainderWords(remainder, ended), tone: .active)
                }
                if !ended.isWaiting {
                    ScreenView.countdown(
                        t(CommonText.homeIn, "\(seconds)"), remaining: seconds, of: settings.farewell)
                }
            },
            right: [FooterButton(t(Words.goHome), .ended(.home), isPrimary: true)])
    }

    private func title(of reason: EndReason) -> Words {
        switch reason {
        case .byPerson: .endedTitle
        case .cardRemoved: .endedRemoved
        case .idle: .endedIdle
        case .otherCard: .endedOther
        case .readerLost: .endedReader
        }
    }

    private func remainderWords(_ remainder: Remainder, _ ended: Ended) -> String {
        switch remainder {
        case .draftKept: t(Words.draftKept)
        case .filingUnderWay: t(Words.filingGoesOn)
        case .sealNotFiled: t(Words.sealNotFiled)
        case .signatureNotFiled: t(Words.signatureNotFiled)
        case .printing: ended.progress.map(printRemainder) ?? t(Words.printGoesOn)
        }
    }

    private func printRemainder(_ progress: PrintProgress) -> String {
        switch progress {
        case .waiting, .printing: t(Words.printGoesOn)
        case .held(let fault): words(for: fault.advice)
        case .ended(.printed): t(Words.printedTitle)
        case .ended: t(Words.failedPrintTitle)
        }
    }
}
