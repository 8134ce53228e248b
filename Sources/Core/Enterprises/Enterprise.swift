/// 注册企业 / 聘用企业: the employer, known by its credit code; the name is the one in the enterprise register.
package struct Enterprise: Hashable, Sendable, Codable {
    package let code: CreditCode
    package let name: String

    package init(code: CreditCode, name: String) {
        self.code = code
        self.name = name
    }
}
