import Core

extension AcceptanceNotice.Office {
    static let sample = AcceptanceNotice.Office(
        name: "上海市示例服务大厅", window: "12号窗口", enquiryPhone: "021-60000001", complaintPhone: "021-60000002",
        verificationURL: "https://verify.example.org/n")
}
