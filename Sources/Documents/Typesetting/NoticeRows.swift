import Core

extension AcceptanceNotice {
    /// The table of the notice. 行政许可法 42: twenty working days; 82: counted in working days.
    var rows: [PaperRow] {
        [
            PaperRow("申请人", applicantName),
            PaperRow("证件号码", maskedIDNumber),
            PaperRow("聘用企业", enterprise.name),
            PaperRow("统一社会信用代码", enterprise.code.text),
            PaperRow("申请事项", kind.matter),
            PaperRow("申请日期", filedOn.chinese),
            PaperRow("受理日期", acceptedOn.chinese),
            PaperRow("法定办结时限", "\(Self.statutoryWorkingDays)个工作日"),
            PaperRow("承诺办结时限", "\(workingDays)个工作日（至\(dueOn.chinese)止）"),
            PaperRow("收到的材料", materialList),
            PaperRow("受理机关", "\(office.name)（\(office.window)）"),
            PaperRow("咨询电话", office.enquiryPhone),
            PaperRow("投诉监督电话", office.complaintPhone),
        ]
    }

    private var materialList: String {
        materials.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }

    // 行政许可法 32 (5): complete and in the lawful form, therefore accepted.
    var statement: String {
        "你（单位）提出的\(kind.matter)申请，材料齐全，符合法定形式。根据《中华人民共和国行政许可法》第三十二条的规定，现予受理。"
    }

    var addressee: String { "\(applicantName)、\(enterprise.name)：" }
}
