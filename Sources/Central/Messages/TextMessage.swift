import Core
import Foundation

/// What the store writes to phones. No name, no number of a person: a phone lies on tables.
enum TextMessage: Sendable {
    case code(String, CodePurpose, minutes: Int)
    case applicationWaits(RegistrationKind)
    case accepted(RegistrationKind, NoticeNumber)
    case news(RegistrationKind, RegistrationState)
    /// To the holder of a certificate.
    case employerRenamed
    case staffCall(kiosk: String, StaffCall.Reason)

    var text: String {
        let sign = "【上海市住建委】"
        return switch self {
        case .code(let code, .phone, let minutes):
            "\(sign)验证码 \(code)，\(minutes) 分钟内有效，用于新用户注册时验证手机号。请勿告诉他人。"
        case .code(let code, .signing, let minutes):
            "\(sign)验证码 \(code)，\(minutes) 分钟内有效，用于注册申请表的个人数字签名。请勿告诉他人。"
        case .applicationWaits(let kind):
            "\(sign)贵单位有一份\(kind.matter)申请待企业确认，请持“法人一证通”到服务大厅自助机办理。"
        case .accepted(let kind, let number):
            "\(sign)您的\(kind.matter)申请已受理，受理编号 \(number)。"
        case .employerRenamed:
            "\(sign)您的聘用企业已变更名称，注册证书随之更新。请到服务大厅自助机的“电子注册证书”重新领取。"
        case .staffCall(let kiosk, .person): "\(sign)自助机 \(kiosk) 有人需要帮助。"
        case .staffCall(let kiosk, .forgottenCard): "\(sign)自助机 \(kiosk) 的读卡区有一张没有取走的卡，请保管。"
        case .staffCall(let kiosk, .fault(let code)): "\(sign)自助机 \(kiosk) 需要处理，故障代码 \(code)。"
        case .news(let kind, let state):
            "\(sign)您的\(kind.matter)申请状态已变更为：\(state.chinese)。详情请到服务大厅自助机查看。"
        }
    }
}

/// A text message on its way.
struct OutgoingMessage: Sendable {
    /// The same at every attempt, so that a gateway can tell a repetition.
    let id: UUID
    let position: Int
    let recipient: PhoneNumber
    let text: String
    let createdAt: Date
    let attempts: Int
}

extension Registry {
    /// Puts a message into the outbox, in the caller's transaction; `MessagePump` sends it after the commit.
    func send(_ message: TextMessage, to phone: PhoneNumber, in session: some SQLSession) throws {
        let now = world.now()
        try session.run(
            """
            INSERT INTO messages (id, position, recipient, content, created_at, due_at, attempts, sent_at)
            VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM messages), ?, ?, ?, ?, 0, NULL)
            """, world.uuid(), phone, message.text, now, now)
    }
}

extension SQLSession {
    func dueMessages(at now: Date) throws -> [OutgoingMessage] {
        try rows(
            "SELECT * FROM messages WHERE sent_at IS NULL AND due_at <= ? ORDER BY position LIMIT 20", now
        ).map { row in
            OutgoingMessage(
                id: try row.uuid("id"), position: try row.integer("position"),
                recipient: try PhoneNumber(try row.text("recipient")), text: try row.text("content"),
                createdAt: try row.date("created_at"), attempts: try row.integer("attempts"))
        }
    }

    /// What a sent message said is nobody's business any more.
    func markSent(_ message: OutgoingMessage, at now: Date) throws {
        try run("UPDATE messages SET sent_at = ?, content = '', recipient = '' WHERE id = ?", now, message.id)
    }

    func postpone(_ message: OutgoingMessage, until due: Date) throws {
        try run("UPDATE messages SET due_at = ?, attempts = attempts + 1 WHERE id = ?", due, message.id)
    }
}

extension SQLRow {
    func uuid(_ column: String) throws -> UUID {
        guard let uuid = UUID(uuidString: try text(column)) else { throw DatabaseFault.unexpected(column: column) }
        return uuid
    }
}
