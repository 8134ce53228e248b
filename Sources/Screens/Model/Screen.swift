package import Core
package import Foundation
package import Terminal

/// What is on the screen: one task each, with what belongs to that task alone. What outlives a screen stands in the
/// visit.
package enum Screen: Hashable, Sendable {
    case welcome
    case privacyNotice
    case cardReading(CardReading)
    case identityReview(IdentityReview)
    case phoneEntry(PhoneEntry)
    case codeEntry(CodeEntry)
    case applicationList
    case kindChoice
    case form(FormPage)
    case enterpriseName(EnterpriseName)
    case enterprisePhone(EnterprisePhone)
    case filing(Filing)
    case preview(FormPreview)
    case signed(ApplicationID)
    case detail(ApplicationDetail)
    case certificateReading(CardReading)
    case pinEntry(PINEntry)
    case pendingList
    case review(FormReview)
    case sealed(ApplicationID)
    case printing(Printing)
    case ended(Ended)

    /// Stable name of the screen, the id of its root node.
    package var name: String {
        switch self {
        case .welcome: "screen.welcome"
        case .privacyNotice: "screen.privacyNotice"
        case .cardReading: "screen.cardReading"
        case .identityReview: "screen.identityReview"
        case .phoneEntry: "screen.phoneEntry"
        case .codeEntry(let entry):
            switch entry.purpose {
            case .phone: "screen.phoneCode"
            case .signing: "screen.signingCode"
            }
        case .applicationList: "screen.applicationList"
        case .kindChoice: "screen.kindChoice"
        case .form: "screen.form"
        case .enterpriseName: "screen.enterpriseName"
        case .enterprisePhone: "screen.enterprisePhone"
        case .filing: "screen.filing"
        case .preview: "screen.preview"
        case .signed: "screen.signed"
        case .detail: "screen.detail"
        case .certificateReading: "screen.certificateReading"
        case .pinEntry(let entry):
            switch entry.purpose {
            case .session: "screen.pin"
            case .seal: "screen.sealPIN"
            }
        case .pendingList: "screen.pendingList"
        case .review: "screen.review"
        case .sealed: "screen.sealed"
        case .printing: "screen.printing"
        case .ended: "screen.ended"
        }
    }
}

/// Waiting for a card, reading it, or why it could not be read. Both readers.
package struct CardReading: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        /// Back to the welcome screen at this instant.
        case awaitingCard(until: Date)
        /// The card of an earlier visit is still there; it must go before another person is served.
        case forgottenCard(until: Date)
        case reading
        case failed(CardFault, until: Date)
        /// The enterprise's certificate is past its day.
        case expired(CertificateFound, until: Date)
    }

    package var phase: Phase
}

package struct IdentityReview: Hashable, Sendable {
    package let record: IdentityRecord
    package var isRevealed = false
}

/// 新用户注册: the phone to be proved.
package struct PhoneEntry: Hashable, Sendable {
    package var digits = ""
    package var problem: PhoneNumberProblem?
}

/// A verification code that came by SMS.
package struct CodeEntry: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case phone(PhoneNumber)
        case signing(FormPreview)
    }

    package enum Problem: Hashable, Sendable {
        case wrong(triesLeft: Int)
        case expired
        case noTriesLeft
    }

    package static let length = 6

    package let purpose: Purpose
    package var ticket: CodeTicket?
    package let code = Secret()
    package var problem: Problem?
    /// No new code before this instant, by the store's word.
    package var resendAfter: Date?
}

/// The initial form; its content is the visit's draft.
package struct FormPage: Hashable, Sendable {
    /// By the last save; kept in step with the fields from then on.
    package var problems: [FormProblem] = []
    package var isChecked = false
    package var verification = Verification.notAsked

    /// How 验证企业名称 went.
    package enum Verification: Hashable, Sendable {
        case notAsked
        case unknownName
    }
}

package struct EnterpriseName: Hashable, Sendable {
    /// Restored by 取消.
    package let before: InitialForm
    /// Kept for the way back.
    package let page: FormPage
    package var mode = KeyboardMode.pinyin
    package var composition = Composition()
    /// Letters of `composition`, as typed: also the initials that the register is searched by.
    package var letters = ""
    package var matches: [Enterprise] = []
    package var keepsOriginalCharacters = false
    /// On a small screen only.
    package var showsLaterLetters = false
    package var prefersCandidates = false
}

package struct EnterprisePhone: Hashable, Sendable {
    package let before: InitialForm
    package let page: FormPage
}

/// On its way to the store: made here, kept in the outbox, answered by the store.
package struct Filing: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case save
        case personalSignature(FormPreview)
        case seal(Registration)
    }

    package enum Phase: Hashable, Sendable {
        /// The paper is made and signed; nothing is filed yet.
        case preparing
        /// In the outbox: nothing is lost from here on.
        case underWay(EntryID)
        /// The store has it; what follows is being fetched.
        case opening
        case refused(EntryRefusal)
        /// With an entry: it is in the outbox, only its answer could not be waited for.
        case failed(Trouble, filed: EntryID?)
    }

    package let purpose: Purpose
    package var phase = Phase.preparing
    /// Set when the store has it.
    package var application: ApplicationID?
    package let since: Date
}

/// What will be signed.
package struct FormPreview: Hashable, Sendable {
    package let registration: Registration
    package var typeset: TypesetForm?
}

package struct ApplicationDetail: Hashable, Sendable {
    package let id: ApplicationID
    package var registration: Registration?
    /// Asks before an edit that voids a signature.
    package var asksBeforeEdit = false
}

package struct PINEntry: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case session
        case seal(Registration)
    }

    package enum Problem: Hashable, Sendable {
        case wrong(triesLeft: Int)
        case blocked
    }

    /// PIV, NIST SP 800-73-4 part 2, 2.4.3: six to eight digits.
    package static let lengths = 6...8

    package let purpose: Purpose
    package let certificate: CertificateFound
    /// Nil until the card has told it for this entry.
    package var triesLeft: Int?
    package let pin = Secret()
    package var problem: Problem?
    package var asksBeforeLastTry = false
    /// Which digit stands on which key.
    package let order: [Int]

    package var isBlocked: Bool { problem == .blocked || triesLeft == 0 }
}

/// The enterprise reads what the person filed; it cannot change it.
package struct FormReview: Hashable, Sendable {
    package let id: ApplicationID
    package var registration: Registration?
    /// 聘用意见
    package var isAgreed = false
}

package struct Printing: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case ordering
        case alreadyPrinted(sheets: Int)
        case following(PrintToken, PrintProgress)
        case failed(Trouble)
    }

    package let application: ApplicationID
    package let number: NoticeNumber?
    package var copy = 1
    package var phase = Phase.ordering
}

/// The visit is over and wiped; what stands here names nobody.
package struct Ended: Hashable, Sendable {
    package let reason: EndReason
    /// Back to the welcome screen at this instant.
    package var until: Date
    /// A card that is still on its reader.
    package var forgottenCard: ReaderRole?
    package var remainders: Set<Remainder>
    /// A sheet that is still on its way.
    package var print: PrintToken?
    package var progress: PrintProgress?
}

package enum EndReason: Hashable, Sendable {
    case byPerson
    case cardRemoved(ReaderRole)
    case idle
    /// Another card lies where the session's card was.
    case otherCard
    /// The reader went away and did not come back with the card.
    case readerLost
    /// The store ended the session and it could not be opened again.
    case sessionEnded
}

/// What goes on, or is kept, after a visit.
package enum Remainder: Hashable, Sendable, CaseIterable {
    case draftKept
    case filingUnderWay
    case sealNotFiled
    case signatureNotFiled
    case printing
}
