import Core
import Foundation

/// One line's fields by column, and what is wrong with it; every field is checked, not only up to the first mistake.
struct ImportLine {
    let line: Int
    private let values: [ImportKind.Column: String]
    private(set) var refusals: [ImportReport.Refusal] = []

    init(_ record: CSVFile.Record, _ columns: [ImportKind.Column]) {
        line = record.line
        values = Dictionary(
            zip(columns, record.fields.map { $0.trimmingCharacters(in: .whitespaces) }),
            uniquingKeysWith: { first, _ in first })
        if record.fields.count != columns.count {
            refuse(nil, "应有 \(columns.count) 栏，现有 \(record.fields.count) 栏。")
        }
    }

    mutating func refuse(_ column: ImportKind.Column?, _ reason: String) {
        refusals.append(.init(line: line, field: column?.chinese, reason: reason))
    }

    /// Not empty.
    mutating func text(_ column: ImportKind.Column, longest: Int = 100) -> String? {
        let text = values[column] ?? ""
        if text.isBlank {
            refuse(column, "没有填写。")
        } else if text.count > longest {
            refuse(column, "超过 \(longest) 个字。")
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            refuse(column, "含有换行等控制字符。")
        } else {
            return text
        }
        return nil
    }

    mutating func day(_ column: ImportKind.Column) -> CivilDate? {
        guard let text = text(column) else { return nil }
        guard let day = CivilDate(compact: text.filter { $0 != "-" }), day.description == text else {
            refuse(column, "不是日期，应写作 2026-03-07。")
            return nil
        }
        return day
    }

    mutating func creditCode() -> CreditCode? {
        guard let text = text(.code) else { return nil }
        do { return try CreditCode(text) } catch {
            refuse(.code, error.advice.applicant.chinese)
            return nil
        }
    }

    /// The two layouts of the foreigner's card have the same name: their numbers differ in length.
    mutating func documentNumber() -> DocumentNumber? {
        guard let kindText = text(.kind), let number = text(.number) else { return nil }
        let kinds = IdentityDocumentKind.allCases.filter { $0.chinese == kindText }
        guard let kind = kinds.count > 1 ? (number.count == 15 ? .foreignerCard2017 : .foreignerCard2023) : kinds.first
        else {
            let names = Set(IdentityDocumentKind.allCases.map(\.chinese)).sorted().joined(separator: "、")
            refuse(.kind, "应为以下之一：\(names)。")
            return nil
        }
        do { return try DocumentNumber(number, kind: kind) } catch {
            refuse(.number, error.advice.applicant.chinese)
            return nil
        }
    }

    /// A mobile number or a fixed line, by the rule of the forms.
    mutating func phone() -> String? {
        guard let phone = text(.phone) else { return nil }
        let form = RenewalForm(enterprise: nil, enterprisePhone: phone)
        let problems = FormRules().problems(in: .renewal(form), on: Self.anyDay)
        guard let problem = problems.first(where: { $0.field == .enterprisePhone }) else { return phone }
        refuse(.phone, problem.advice.applicant.chinese)
        return nil
    }

    /// The rule of a phone number asks for no day.
    private static let anyDay = CivilDate(shanghai: Date(timeIntervalSince1970: 0))
}
