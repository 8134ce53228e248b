package import Core

/// Fictitious enterprises with codes that pass GB 32100 and GB 11714.
package enum SampleEnterprises {
    /// The employer of the demonstration.
    package static let employer = enterprise("MA1T2X01", "上海示例建筑设计有限公司")
    package static let institute = enterprise("42500011", "上海市示例设计研究总院有限公司")

    package static let all = [
        employer,
        institute,
        enterprise("MA1T2X02", "上海样例建筑规划设计有限公司"),
        enterprise("MA1T2X03", "上海示范城市设计咨询有限公司"),
        enterprise("MA1T2X04", "上海虚构建筑事务所有限公司"),
        enterprise("MA1T2X05", "上海测试室内装饰设计有限公司"),
        enterprise("MA1T2X06", "上海某某工程顾问股份有限公司"),
        enterprise("MA1T2X07", "示例（上海）建筑设计咨询有限公司"),
    ]

    /// A limited company of Shanghai.
    private static func enterprise(_ organisation: String, _ name: String) -> Enterprise {
        let text = CheckCharacters.creditCode(prefix: "91310000", organisation: organisation)
        do {
            return Enterprise(code: try CreditCode(text), name: name)
        } catch {
            // A slip in the table above; every test that touches it says so.
            preconditionFailure("sample code \(text): \(error)")
        }
    }
}
