/// The applicant's list, the form, preview, signature.
package enum ApplicationText: TextKey {
    case listTitle, greeting, noApplications, newApplication, draftEntry, draftDetail, pendingEntry
    case pendingDetail, updated, noEnterprise, number, kindsTitle, kindsHint, available
    case initialDetail, renewalDetail, cancellationDetail, stepKind, stepForm, stepSign, stepSeal, stepPrint
    case formTitle, formHint, sectionPerson, enterpriseName, enterprisePhone, enterpriseEmpty, phoneEmpty
    case verify, verified, creditCode, verifying, unknownEnterprise, photoPresent, photoChosen, photoAbsent
    case qualificationPresent, qualificationAbsent, photoLabel, qualificationLabel
    case declaration, save, nameTitle, nameHint, namePlaceholder, matches, toNames, toCharacters, useName
    case phoneTitle, phoneHint, phoneShort
    case savingTitle, signatureTitle, sealTitle, refusedTitle, failedTitle, openingTitle
    case preparing, underWay, waitingForStore, waitingOffline, openingText, goOn, mend, backToList, elapsed
    case previewTitle, previewHint, signNow, edit, pageCount, preparingForm, formNotReady, signingTitle
    case signedTitle, signedText, signedNext, signedLive, sealedMeanwhile, detailTitle, detailEnterprise
    case detailState, detailNumber, detailHistory, detailPapers, detailReason, personPaper, sealedPaper
    case voided, loading, notLoaded, print, noNotice, continueSigning, editWarningTitle, editWarning
    case editAnyway, keepSignature, withdraw, withdrawTitle, withdrawText, withdrawNow, keepApplication, withdrawn
    case withdrawalTitle, returningTitle, renewalFormTitle, cancellationFormTitle, renewalDeclaration
    case cancellationDeclaration, renewalCloses, educationHours, hours, hoursEmpty, hoursTitle, hoursHint
    case registrationAbsent, certificateNumber, validThrough, reasonLabel, reasonText, reasonTextEmpty
    case reasonTextTitle, reasonTextHint, change, changeDetail, changeTitle, changeHint, changeEmployer
    case changeEmployerText, changeName, changeNameText, changeEmployerName, changeEmployerNameText, cancelFirst
    case replaceTitle, replaceText, replaceNow, keepDraft

    package var phrase: Phrase {
        switch self {
        case .listTitle: Phrase("我的注册申请", "My applications")
        case .greeting: Phrase("{1}，您好。共 {2} 条申请", "Hello {1}. {2} application(s)")
        case .noApplications: Phrase("还没有申请。请点“新增注册申请”。", "Nothing yet. Touch “New application”.")
        case .newApplication: Phrase("新增注册申请", "New application")
        case .draftEntry: Phrase("继续填写：{1}申请表", "Go on: {1}")
        case .draftDetail: Phrase("上次填写的内容都在", "All that you entered is kept")
        case .pendingEntry: Phrase("正在提交：{1}申请表", "On its way: {1}")
        case .pendingDetail: Phrase("已存在本机，正在交给市住建委", "Kept here, on its way to the office")
        case .updated: Phrase("更新 {1}", "Updated {1}")
        case .noEnterprise: Phrase("企业未填", "No employer yet")
        case .number: Phrase("受理编号 {1}", "Notice {1}")
        case .kindsTitle: Phrase("新增注册申请：请选择事项", "New application: what for?")
        case .kindsHint: Phrase("虚线框现在不能选，旁边写着原因", "Dashed ones cannot be chosen; the reason stands beside")
        case .available: Phrase("可以办理", "Available")
        case .initialDetail: Phrase("第一次注册，或注销后重新注册", "First time, or again after a cancellation")
        case .renewalDetail: Phrase("证书快到期，继续注册", "The certificate runs out soon")
        case .cancellationDetail: Phrase("不再注册，或更换企业前", "To end it, or before a change of employer")
        case .stepKind: Phrase("选事项", "Kind")
        case .stepForm: Phrase("填写", "Form")
        case .stepSign: Phrase("签名", "Sign")
        case .stepSeal: Phrase("企业签章", "Seal")
        case .stepPrint: Phrase("打印", "Print")
        case .formTitle: Phrase("初始注册申请表", "Initial registration form")
        case .formHint: Phrase("带 * 的请点方框填写，其余自动带出", "Touch the boxes marked *; the rest is filled in")
        case .sectionPerson: Phrase("个人信息（来自身份证，不用填）", "You (from your card)")
        case .enterpriseName: Phrase("企业名称", "Employer")
        case .enterprisePhone: Phrase("企业电话", "Its phone")
        case .enterpriseEmpty: Phrase("点这里填写企业全称", "Touch to enter the full name")
        case .phoneEmpty: Phrase("点这里填写电话", "Touch to enter the number")
        case .verify: Phrase("验证企业名称", "Verify")
        case .verified: Phrase("已验证", "Verified")
        case .creditCode: Phrase("信用代码", "Credit code")
        case .verifying: Phrase("正在验证企业名称…", "Verifying…")
        case .unknownEnterprise:
            Phrase("没有找到这家企业。请按营业执照上的全称核对。", "No such enterprise. Check the full name on its licence.")
        case .photoPresent: Phrase("已有照片，自动带出", "On record, filled in")
        case .photoChosen: Phrase("已选照片（点这里可以更换）", "Chosen (touch to change)")
        case .photoAbsent: Phrase("点这里添加照片", "Touch to add a photo")
        case .qualificationPresent: Phrase("{1}，{2} 签发（上海市，自动带出）", "{1}, issued {2} (Shanghai, filled in)")
        case .qualificationAbsent:
            Phrase("没有上海市的资格记录。外省市资格请到人工窗口登记。", "No Shanghai record. For other places go to the counter.")
        case .photoLabel: Phrase("证件照片", "Photo")
        case .qualificationLabel: Phrase("资格证书", "Qualification")
        case .declaration: Phrase("本人对填报内容的真实性负责，同意申请注册", "What I state is true, and I apply for registration")
        case .save: Phrase("保存", "Save")
        case .nameTitle: Phrase("请输入注册企业全称", "The employer's full name")
        case .nameHint: Phrase("输入每个字的拼音首字母，在下面点企业名称", "Type the first letters of its pinyin, then touch the name")
        case .namePlaceholder: Phrase("例：上海示例 → shsl", "E.g. 上海示例 → shsl")
        case .matches: Phrase("企业库中找到：", "In the register:")
        case .toNames: Phrase("选企业", "Firms")
        case .toCharacters: Phrase("打汉字", "Words")
        case .useName: Phrase("确定", "Done")
        case .phoneTitle: Phrase("请输入企业联系电话", "The employer's phone number")
        case .phoneHint: Phrase("固定电话带区号，或 11 位手机号码", "With area code, or a mobile number")
        case .phoneShort: Phrase("企业电话", "Phone")
        case .savingTitle: Phrase("正在保存申请表", "Saving the form")
        case .signatureTitle: Phrase("正在提交个人签名", "Filing your signature")
        case .sealTitle: Phrase("正在提交企业签章", "Filing the seal")
        case .refusedTitle: Phrase("没有提交成功，请看原因", "It was not taken: see why")
        case .failedTitle: Phrase("还没有办成", "Not done yet")
        case .openingTitle: Phrase("保存成功，正在打开申请表", "Saved, opening the form")
        case .preparing: Phrase("正在本机保存…", "Keeping it on this kiosk…")
        case .underWay: Phrase("已保存在本机，不会丢失", "Kept on this kiosk, nothing can be lost")
        case .waitingForStore: Phrase("正在提交，请稍候…", "Being filed, please wait…")
        case .waitingOffline:
            Phrase("暂时联系不上市住建委。恢复后自动提交，不用再操作。", "The office cannot be reached now. It goes on by itself.")
        case .openingText: Phrase("市住建委已收到。", "The office has it.")
        case .goOn: Phrase("先看我的申请", "My applications")
        case .mend: Phrase("返回修改", "Correct it")
        case .backToList: Phrase("返回列表", "Back to the list")
        case .elapsed: Phrase("已等待 {1} 秒", "{1} s so far")
        case .previewTitle: Phrase("请核对申请表，无误后签名", "Check the form, then sign")
        case .previewHint: Phrase("签名后再改，要重新签名", "A later change needs a new signature")
        case .signNow: Phrase("个人数字签名", "Sign")
        case .edit: Phrase("修改申请表", "Change the form")
        case .pageCount: Phrase("将签署的文件共 {1} 页", "The file to be signed has {1} page(s)")
        case .preparingForm: Phrase("正在生成要签署的文件…", "Making the file to be signed…")
        case .formNotReady: Phrase("文件还没有生成", "The file is not ready")
        case .signingTitle: Phrase("个人数字签名：请输入验证码", "Sign: enter the code")
        case .signedTitle: Phrase("个人签名完成，等待企业确认", "Signed, now your employer confirms")
        case .signedText: Phrase("企业现在就能看到这份申请：{1}", "Your employer can see it now: {1}")
        case .signedNext:
            Phrase(
                "接下来由企业插入“法人一证通”签章。签章后就可以打印受理通知书。",
                "Your employer now seals it with the 法人一证通 card. Then the notice can be printed.")
        case .signedLive:
            Phrase("您可以取回身份证离开，进度随时可在这里查看。", "You may take your card and leave; look here for progress any time.")
        case .sealedMeanwhile: Phrase("企业已签章，可以打印受理通知书了。", "Sealed by your employer: the notice can be printed.")
        case .detailTitle: Phrase("申请详情", "One application")
        case .detailEnterprise: Phrase("聘用企业", "Employer")
        case .detailState: Phrase("当前状态", "State")
        case .detailNumber: Phrase("受理编号", "Notice number")
        case .detailHistory: Phrase("办理经过", "History")
        case .detailPapers: Phrase("签署文件", "Signed files")
        case .detailReason: Phrase("原因", "Reason")
        case .personPaper: Phrase("个人已签名的申请表", "Form with your signature")
        case .sealedPaper: Phrase("企业已签章的申请表", "Form with signature and seal")
        case .voided: Phrase("作废", "void")
        case .loading: Phrase("正在打开…", "Opening…")
        case .notLoaded: Phrase("没有打开，请再试一次。", "Not opened. Please try again.")
        case .print: Phrase("打印受理通知书", "Print the notice")
        case .noNotice: Phrase("受理后才能打印", "Can be printed once accepted")
        case .continueSigning: Phrase("继续签名", "Go on to sign")
        case .editWarningTitle: Phrase("修改后要重新签名", "Changing it voids the signature")
        case .editWarning:
            Phrase(
                "修改并保存后，已签的文件作废，要重新签名，企业也要重新签章。",
                "Once saved, what was signed is void: you sign again, and so does your employer.")
        case .editAnyway: Phrase("仍要修改", "Change it")
        case .keepSignature: Phrase("不修改", "Leave it")
        case .withdraw: Phrase("撤回申请", "Withdraw it")
        case .withdrawTitle: Phrase("要撤回这项申请吗？", "Withdraw this application?")
        case .withdrawText:
            Phrase(
                "撤回后这项申请就结束了，已签的文件作废。以后可以重新申请。",
                "It ends here, and what was signed is void. You can apply again later.")
        case .withdrawNow: Phrase("确定撤回", "Withdraw it")
        case .keepApplication: Phrase("不撤回", "Keep it")
        case .withdrawn: Phrase("申请已撤回。", "The application is withdrawn.")
        case .withdrawalTitle: Phrase("正在撤回申请", "Withdrawing the application")
        case .renewalFormTitle: Phrase("延续注册申请表", "Renewal form")
        case .cancellationFormTitle: Phrase("注销注册申请表", "Cancellation form")
        case .renewalDeclaration: Phrase("本人对填报内容的真实性负责，申请延续注册", "What I state is true, and I apply for renewal")
        case .cancellationDeclaration:
            Phrase("本人对填报内容的真实性负责，申请注销注册", "What I state is true, and I apply for cancellation")
        case .renewalCloses:
            Phrase("注册 {1} 到期，请尽快办理延续，过期后只能重新初始注册。", "It ends on {1}. Renew now: afterwards you must register anew.")
        case .educationHours: Phrase("继续教育", "Education")
        case .hours: Phrase("{1} 学时", "{1} hours")
        case .hoursEmpty: Phrase("点这里填写学时", "Touch to enter the hours")
        case .hoursTitle: Phrase("请输入继续教育学时", "Hours of continuing education")
        case .hoursHint: Phrase("注册有效期内完成的学时，至少 {1}", "Within the term, at least {1}")
        case .registrationAbsent: Phrase("没有查到注册信息，请到人工窗口。", "No registration on record. Please go to the counter.")
        case .certificateNumber: Phrase("注册证书号", "Certificate")
        case .validThrough: Phrase("有效期至", "Valid to")
        case .reasonLabel: Phrase("注销原因", "Reason")
        case .reasonText: Phrase("原因说明", "In words")
        case .reasonTextEmpty: Phrase("点这里写明原因", "Touch to write the reason")
        case .reasonTextTitle: Phrase("请写明注销原因", "Why do you cancel?")
        case .reasonTextHint: Phrase("写在申请表上，企业会看到", "It stands on the form; your employer reads it")
        case .change: Phrase("变更注册", "Change")
        case .changeDetail: Phrase("姓名、证件号码、聘用企业有变化", "Name, ID number or employer has changed")
        case .changeTitle: Phrase("变更注册：请看怎样办理", "A change: this is how")
        case .changeHint: Phrase("按变化的内容，办法不同", "It depends on what has changed")
        case .changeEmployer: Phrase("一、更换聘用企业", "1. Another employer")
        case .changeEmployerText:
            Phrase("先办理注销注册，再由新企业办理初始注册。点下面开始。", "Cancel first, then register with the new employer. Begin below.")
        case .changeName: Phrase("二、姓名或身份证号变更", "2. Your name or ID number")
        case .changeNameText:
            Phrase(
                "请带身份证和变更证明，到市住建委注册管理部门办理；可先问人工窗口。",
                "Take your ID and proof of the change to the city's registration office; the counter tells you where.")
        case .changeEmployerName: Phrase("三、聘用企业更名", "3. Your employer's name")
        case .changeEmployerNameText:
            Phrase("由企业自己办理更名，您不用申请；更名后请重新领取电子证书。", "Your employer does it. You only collect your certificate again.")
        case .cancelFirst: Phrase("去办理注销注册", "Go to cancellation")
        case .replaceTitle: Phrase("还有一份没填完的申请表", "You have an unfinished form")
        case .replaceText: Phrase("现在填新的，没填完的{1}申请表就不保留了。", "If you begin a new one, the other ({1}) is dropped.")
        case .replaceNow: Phrase("填新的", "Begin a new one")
        case .keepDraft: Phrase("保留原来的", "Keep the old one")
        case .returningTitle: Phrase("正在退回申请", "Sending the form back")
        }
    }
}
