import Core

/// Plainly fictitious records, the same at every call.
enum FictitiousSeed {
    static func document(enterprises count: Int) -> SeedDocument {
        let enterprises = (0..<max(0, count)).compactMap(enterprise)
        return SeedDocument(enterprises: enterprises, people: people.registered(under: enterprises.first?.code))
    }

    /// Codes of Shanghai enterprises (91310000…) over organisation codes from MA1T0000 on.
    private static func enterprise(_ index: Int) -> SeedDocument.SeedEnterprise? {
        guard let code = creditCode(organisation: "MA1T\(padded(index % 10_000, 4))") else { return nil }
        return .init(code: code, name: name(index), phone: "1380000\(padded(index % 10_000, 4))")
    }

    /// GB 11714 for the organisation's own check character; the last one is found by trying.
    private static func creditCode(organisation: String) -> CreditCode? {
        let values = organisation.map { $0.wholeNumberValue ?? Int($0.asciiValue ?? 0) - 55 }
        let check = 11 - zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
        let character = check == 10 ? "X" : check == 11 ? "0" : String(check)
        return completed("91310000\(organisation)\(character)", CreditCode.init)
    }

    private static let places = ["", "申", "沪", "浦", "江", "海", "东", "南", "西", "北"]
    private static let firsts = ["示例", "样例", "测试", "演示", "虚构", "假想", "练习", "样本", "模拟", "范例"]
    private static let trades = [
        "建筑设计", "建筑规划设计", "工程设计", "城市设计", "建筑装饰设计", "景观设计", "建筑设计咨询", "工程咨询", "建筑事务", "设计顾问",
    ]

    private static func name(_ index: Int) -> String {
        let first = firsts[index % 10]
        let trade = trades[index / 10 % 10]
        let place = places[index / 100 % 10]
        let round = index / 1_000
        return "上海\(place)\(first)\(trade)\(round == 0 ? "" : "第\(round + 1)")有限公司"
    }

    private static let people: [SeedDocument.SeedPerson] = Array("甲乙丙丁戊己庚辛壬癸子丑").enumerated().compactMap {
        index, stem in
        let start = "310101\(1990 + index)0307\(padded(index + 1, 3))"
        guard let number = completed(start, { try DocumentNumber($0, kind: .residentCard) }) else { return nil }
        guard let issued = CivilDate(year: 2025, month: 3, day: index + 1) else { return nil }
        return .init(
            name: "测试员\(stem)", number: number.text,
            qualification: .init(number: "沪建二资2025\(padded(index + 1, 4))", issued: issued))
    }

    /// Finds the check character at the end.
    private static func completed<Value, Fault: Error>(
        _ start: String, _ make: (String) throws(Fault) -> Value
    ) -> Value? {
        for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
            if let value = try? make(start + String(character)) { return value }
        }
        return nil
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension [SeedDocument.SeedPerson] {
    /// The last ones are registered already: within the renewal window, in its last days, before it, and expired.
    fileprivate func registered(under employer: CreditCode?) -> [SeedDocument.SeedPerson] {
        guard let employer else { return self }
        var people = self
        for (place, days) in [60, 20, 400, -30].enumerated() {
            let index = people.count - 4 + place
            guard people.indices.contains(index) else { continue }
            people[index].registration = .init(
                number: "沪建二注2024000\(place + 1)", enterprise: employer, endsInDays: days)
        }
        return people
    }
}
