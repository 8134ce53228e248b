package import Core
package import Terminal

/// What a target of a screen does. Each screen has its own, so that a touch meant for one never acts on the next.
package enum Action: Hashable, Sendable {
    case anywhere(Anywhere)
    case welcome(Welcome)
    case privacy(PrivacyNotice)
    case reading(CardReading)
    case identity(IdentityReview)
    case phone(PhoneEntry)
    case code(CodeEntry)
    case signature(SignaturePad)
    case list(ApplicationList)
    case kinds(KindChoice)
    case change(ChangeGuide)
    case form(FormPage)
    case enterpriseName(EnterpriseName)
    case enterprisePhone(EnterprisePhone)
    case educationHours(EducationHours)
    case words(WordsEntry)
    case province(Province)
    case qualificationDate(QualificationDate)
    case source(SourceChoice)
    case stick(Stick)
    case file(FileReview)
    case phoneUpload(PhoneUpload)
    case scan(Scan)
    case filing(Filing)
    case preview(FormPreview)
    case signed(Signed)
    case detail(ApplicationDetail)
    case certificate(CertificateReading)
    case pin(PINEntry)
    case review(FormReview)
    case formReturn(FormReturn)
    case confirmed(ConfirmedList)
    case rename(Rename)
    case certificates(Certificates)
    case takeAlong(TakeAlong)
    case sealed(Sealed)
    case printing(Printing)
    case ended(Ended)
    case staff(Staff)
    case technician(Technician)
}

extension Action {
    package enum Anywhere: Hashable, Sendable {
        /// 退出: ends the visit.
        case leave
        /// Goes on after the time-out warning.
        case stay
        case speak(Language)
        case printSize(PrintSize)
        case contrast(Contrast)
        /// Whether the screens are spoken.
        case voice(Bool)
        /// Opens or closes the box of the help corner.
        case showHelp(Bool)
        case callStaff
        case closeNotice
    }

    package enum Welcome: Hashable, Sendable { case personal, enterprise }

    package enum PrivacyNotice: Hashable, Sendable { case agree, decline }

    package enum CardReading: Hashable, Sendable { case retry, home }

    package enum IdentityReview: Hashable, Sendable {
        case reveal(Bool)
        case confirm
        case decline
    }

    package enum PhoneEntry: Hashable, Sendable {
        case key(KeyboardKey)
        case send
    }

    /// Both codes, for the phone and for the signature.
    package enum CodeEntry: Hashable, Sendable {
        case key(KeyboardKey)
        case submit
        case resend
        case back
    }

    package enum SignaturePad: Hashable, Sendable {
        case done
        /// The last stroke is taken back.
        case undo
        case again
        /// 不便签写
        case unable
        /// A picture of the hand, or the phone's screen for the finger.
        case bring
    }

    package enum ApplicationList: Hashable, Sendable {
        case open(ApplicationID)
        case new
        case continueDraft
        case refresh
        /// 企业已确认查询
        case showConfirmed
        /// 电子注册证书管理
        case showCertificates
        /// 企业名称变更
        case showRename
    }

    package enum KindChoice: Hashable, Sendable {
        case choose(RegistrationKind)
        /// The answer to “your unfinished form of another kind goes”.
        case confirmReplacing(Bool)
        /// 变更注册
        case change
        case back
    }

    package enum ChangeGuide: Hashable, Sendable {
        /// 注销注册 first, 初始注册 after it.
        case cancelFirst
        case back
    }

    package enum FormPage: Hashable, Sendable {
        case editName
        case verifyName
        case editPhone
        case editHours
        case editProvince
        case editQualificationNumber
        case editQualificationDate
        case attach(AttachmentKind)
        case chooseReason(CancellationForm.Reason)
        case editReason
        case declare(Bool)
        case nextProblem
        case save
        case back
    }

    package enum EnterpriseName: Hashable, Sendable {
        case key(KeyboardKey)
        /// On a small screen: other keys, candidates instead of the register's names.
        case show(SmallKeys)
        case preferCandidates(Bool)
        case cancel
    }

    package enum EnterprisePhone: Hashable, Sendable {
        case key(KeyboardKey)
        case done
        case cancel
    }

    package enum EducationHours: Hashable, Sendable {
        case key(KeyboardKey)
        case done
        case cancel
    }

    package enum Province: Hashable, Sendable {
        case choose(Core.Province)
        case back
    }

    package enum QualificationDate: Hashable, Sendable {
        case key(KeyboardKey)
        case done
        case cancel
    }

    package enum SourceChoice: Hashable, Sendable {
        case take(FileWay)
        case remove
        /// The photo that the store holds already.
        case useRecord
        case back
    }

    package enum Stick: Hashable, Sendable {
        /// By its place in the folder.
        case open(Int)
        case up
    }

    package enum FileReview: Hashable, Sendable {
        /// To the photo as it was cut.
        case agree(Bool)
        case use
        case another
        /// The scanner once more, in the place of what it has brought, or behind it.
        case rescan
        case addPages
    }

    package enum Scan: Hashable, Sendable { case start, stop, back }

    package enum PhoneUpload: Hashable, Sendable {
        case again
        case back
    }

    /// Words of the person's own, on the same keyboard.
    package enum WordsEntry: Hashable, Sendable {
        case key(KeyboardKey)
        case show(SmallKeys)
        case cancel
    }

    package enum Filing: Hashable, Sendable {
        /// The entry goes on by itself; the person looks at something else meanwhile.
        case goOn
        /// Mends what the store has refused.
        case mend
        case retry
        /// 收件凭证, while the store is away.
        case printReceipt
    }

    package enum PaperLook: Hashable, Sendable {
        case enlarge(Bool)
        case turn(to: Int)
    }

    package enum FormPreview: Hashable, Sendable {
        case look(PaperLook)
        case sign
        case edit
        case back
    }

    package enum Signed: Hashable, Sendable { case list, print }

    package enum ApplicationDetail: Hashable, Sendable {
        case sign
        case edit
        case confirmEdit(Bool)
        /// 撤回
        case withdraw
        case confirmWithdrawal(Bool)
        case print
        /// 补正告知书 or 不予受理通知书.
        case printDecision
        case look(PaperLook)
        /// 带走申请表
        case takeAlong
        case retry
        case back
    }

    package enum Certificates: Hashable, Sendable {
        case open(CertificateID)
        case refresh
        /// 确认领证, or 换领电子证书.
        case confirm
        /// Another photo than the one on record.
        case bringPhoto
        case look(PaperLook)
        case print
        /// 带走
        case takeAlong
        case retry
        case back
    }

    /// 带走证书, 带走申请表.
    package enum TakeAlong: Hashable, Sendable {
        case take(FileWay)
        /// Another code for the phone.
        case again
        case back
    }

    package enum Rename: Hashable, Sendable {
        case confirm
        /// To the question before the change.
        case answer(Bool)
        case print
        case retry
        case back
    }

    package enum CertificateReading: Hashable, Sendable { case retry, home }

    package enum PINEntry: Hashable, Sendable {
        case key(KeyboardKey)
        case submit
        /// The answer to “this is the last try”.
        case confirmLastTry(Bool)
        case back
    }

    package enum FormReview: Hashable, Sendable {
        case look(PaperLook)
        /// 聘用意见
        case agree(Bool)
        case seal
        /// 退回修改
        case sendBack
        case retry
        case back
    }

    package enum FormReturn: Hashable, Sendable {
        case choose(ReturnReason)
        case editWords
        case send
        case back
    }

    package enum ConfirmedList: Hashable, Sendable {
        case open(ApplicationID)
        case search
        case showAll
        case back
    }

    package enum Sealed: Hashable, Sendable { case print, list }

    package enum Printing: Hashable, Sendable {
        case again
        case sheetIsOut(Bool)
        case cancel
        case retry
        case done
    }

    package enum Ended: Hashable, Sendable { case home }

    package enum Staff: Hashable, Sendable {
        case home
        case byNumber
        case byCard
        case byDocument
        case byDay
        case byScan
        /// What was accepted today, where it has no room at home.
        case today
        /// A hand scanner types.
        case scanned(Character)
        case key(KeyboardKey)
        case find
        case readAgain
        case open(ApplicationID)
        case choose(CopyReason)
        case print
        /// 批量打印
        case batch
        case goOn
        case skip
        case cancelSheet
        case sheetIsOut(Bool)
        /// 交接单
        case handOver
        case printHandOver
    }

    package enum Technician: Hashable, Sendable {
        case home
        case selfTest
        case test(SelfTestPart)
        case testAll
        case survey
        case log
        case touch
        case paint(TouchTile)
        case machine
        case order(MachineOrder)
        /// What waits here to be sent would be lost.
        case acceptLoss(Bool)
        case confirm
    }
}
