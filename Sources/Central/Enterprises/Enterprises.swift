import CentralAPI
import Core

extension Registry {
    /// 验证企业名称: the register's enterprise of exactly this full name.
    func verifyEnterprise(named name: String) async throws -> Enterprise {
        let found = try await database.read { try $0.enterprise(named: name) }
        guard let found else { throw Problem(.enterpriseUnknown) }
        return found
    }

    /// The register in the order in which enterprises came into it.
    func enterpriseRegister(after cursor: Int) async throws -> EnterpriseRegisterPage {
        try await database.read { session in
            let rows = try session.rows(
                "SELECT position, code, name FROM enterprises WHERE position > ? ORDER BY position LIMIT ?", cursor,
                Self.registerPage + 1)
            let page = rows.prefix(Self.registerPage)
            return EnterpriseRegisterPage(
                enterprises: try page.map(Enterprise.init), cursor: try page.last?.integer("position") ?? cursor,
                isLast: rows.count <= Self.registerPage)
        }
    }

    private static let registerPage = 500
}

extension SQLSession {
    func enterprise(named name: String) throws -> Enterprise? {
        try row("SELECT code, name FROM enterprises WHERE name = ? ORDER BY position LIMIT 1", name).map(
            Enterprise.init)
    }

    func enterprise(_ code: CreditCode) throws -> Enterprise? {
        try row("SELECT code, name FROM enterprises WHERE code = ?", code).map(Enterprise.init)
    }

    /// A new name moves it to the register's end: who has read the register so far reads it again.
    func keepEnterprise(_ enterprise: Enterprise, phone: String) throws {
        try run(
            """
            INSERT INTO enterprises (position, code, name, phone)
            VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM enterprises), ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET
                position = CASE WHEN name = excluded.name THEN enterprises.position ELSE excluded.position END,
                name = excluded.name, phone = excluded.phone
            """, enterprise.code, enterprise.name, phone)
    }

    /// Where the enterprise reads text messages; nil for a fixed line.
    func phone(of code: CreditCode) throws -> PhoneNumber? {
        let text = try row("SELECT phone FROM enterprises WHERE code = ?", code)?.text("phone")
        return text.flatMap { try? PhoneNumber($0) }
    }
}

extension Enterprise {
    fileprivate init(_ row: SQLRow) throws {
        self.init(code: try CreditCode(try row.text("code")), name: try row.text("name"))
    }
}
