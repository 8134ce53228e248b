import Core
import VirtualDevices

/// A fictitious person with a card, a phone and a PIN of their own, and what of them must not stay behind.
struct PrivacyVisitor: Sendable {
    let identity: IdentityRecord
    let phone: String
    /// Of the employer's card in this person's hands; long enough not to occur by chance.
    let pin: String

    /// - Parameter number: from 0; more than there are people begins anew.
    init(number: Int) {
        let people = SamplePeople.visitors
        identity = people[number % people.count].identity
        phone = "1370009" + String("000\(number * 37 % 10_000)".suffix(4))
        pin = String(73_905_187 + number * 10_007)
    }

    /// What is typed where no register knows the enterprise, and the first characters that are chosen for it.
    static let syllables = ["she", "ji", "gu", "wen"]
    static let choice = "上海"
    var pinyin: String { Self.syllables.joined() }

    static let mostPeople = SamplePeople.visitors.count

    /// In the file of the photo that this person brings.
    var fileMark: String { "brought-by-\(phone)-on-a-stick" }

    var person: WalkPerson { WalkPerson(phone: phone, pin: pin) }

    /// - Parameters:
    ///   - codes: that came to the phone.
    ///   - written: with a finger.
    func traces(codes: [String], written: [String] = []) -> [Trace] {
        let own = [
            ("name", identity.name), ("number", identity.number.text), ("address", identity.address ?? ""),
            ("phone", phone), ("phone in groups", groupedPhone), ("PIN", pin), ("pinyin", pinyin),
            ("pinyin in syllables", Self.syllables.joined(separator: " ")), ("choice", Self.choice + pinyin),
            ("file", fileMark),
        ]
        let all = own.filter { !$0.1.isEmpty } + codes.map { ("code", $0) } + written.map { ("handwriting", $0) }
        return all.map { Trace(label: "\($0.0) of \(identity.name)", text: $0.1) }
    }

    /// As a screen shows it.
    private var groupedPhone: String {
        let digits = Array(phone)
        return [digits[..<3], digits[3..<7], digits[7...]].map { String($0) }.joined(separator: " ")
    }
}
