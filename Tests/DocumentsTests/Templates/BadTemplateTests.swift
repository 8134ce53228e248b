import Core
import Foundation
import Testing

@testable import Documents

@Suite struct BadTemplateTests {
    struct Mistake: Sendable, CustomStringConvertible {
        let paper: PaperName
        let old: String
        let new: String
        let place: String
        let problem: String

        init(_ old: String, _ new: String, _ place: String, _ problem: String, of paper: PaperName = .acceptanceNotice)
        {
            (self.old, self.new, self.place, self.problem, self.paper) = (old, new, place, problem, paper)
        }

        var description: String { "\(place): \(problem)" }
    }

    static let mistakes: [Mistake] = [
        .init("{number}", "{nummer}", "body[0].text", "“nummer” is unknown on acceptance-notice"),
        .init("{dueOn}", "", "", "“dueOn” stands nowhere, and this paper must say it"),
        .init("{number}", "{number", "body[0].text", "a { has no }"),
        .init("编号：{number}", "编号}：{number}", "body[0].text", "a } has no {"),
        .init("{number}", "{the number}{number}", "body[0].text", "{the number} is no placeholder"),
        .init("\"style\": \"number\"", "\"style\": \"numbre\"", "body[0].style", "there is no style “numbre”"),
        .init("\"style\": \"number\", ", "", "body[0]", "“style” is missing"),
        .init("\"top\": 91", "\"top\": \"91\"", "body[1].top", "is a text"),
        .init("\"top\": 91", "\"top\": -5", "body[1].top", "is -5.0"),
        .init("\"top\": 91", "\"tpo\": 91", "body[1].tpo", "is not known here"),
        .init("\"measures\": \"facts\"", "\"measures\": \"fact\"", "body[4].measures", "there is no table “fact”"),
        .init("\"weight\": \"bold\"", "\"weight\": \"heavy\"", "styles.title.weight", "is “heavy”"),
        .init("\"size\": 22", "\"size\": 2200", "styles.title.size", "is 2200.0"),
        .init("\"rowHeight\": 25", "\"rowHeight\": true", "tables.facts[1].rowHeight", "is true or false"),
        .init("\"sheets\": \"one\"", "\"sheets\": 1", "sheets", "is a number"),
        .init("\"sheets\": \"one\"", "\"sheets\": \"two\"", "sheets", "is “two”"),
        .init("\"floor\": 759.29", "\"floor\": 20", "page.floor", "lies above the body's top"),
        .init("[595.276, 841.89]", "[595.276]", "page.size", "is no size"),
        .init("[\"申请人\", \"{applicant}\"]", "[\"申请人\"]", "body[4].table[0]", "is no row"),
        .init("{\"rule\": 0.5", "{\"ruler\": 0.5", "foot[0]", "does not say what it is"),
        .init("{\"rule\": 0.5", "{\"rule\": 0.5, \"frame\": 3", "foot[0]", "is rule and frame at once"),
        .init("\"foot\": [", "\"foots\": [", "foots", "is not known here"),
        .init("\"body\": [", "\"body\": 3, \"head\": [", "body", "is a number"),
        .init(
            "{\"rule\": 0.5", "{\"statement\": \"opinion\"}, {\"rule\": 0.5", "foot[0]",
            "acceptance-notice has no “opinion”"),
        .init(
            "{\"rule\": 0.5", "{\"text\": \"{page}\", \"style\": \"foot\", \"only\": \"last\"}, {\"rule\": 0.5",
            "foot[0].only", "is “last”"),
        .init("编号：{number}", "编号：{number}{page}", "body[0].text", "“page” is unknown on acceptance-notice"),
        .init(
            "\"code\": \"{verificationLink}\"", "\"code\": \"https://hall.example\"", "",
            "“verificationLink” stands nowhere, and this paper must say it"),
        .init("\"title\": \"行政审批受理通知书\",", "", "", "“title” is missing"),
        .init(
            "{\"statement\": \"opinion\"", "{\"statement\": \"declaration\"", "body[2]", "“declaration” stands twice",
            of: .renewalForm),
        .init(
            "\"signature\": \"enterprise\"", "\"signature\": \"company\"", "body[2].signature", "is “company”",
            of: .renewalForm),
        .init("\"sections\": true, ", "", "body[0]", "does not say what it is", of: .initialForm),
        .init(
            "\"grid\": \"items\"", "\"grid\": \"thing\"", "body[3].grid", "correction-notice has no list “thing”",
            of: .correctionNotice),
        .init(
            "\"value\": \"{item}\"", "\"value\": \"{itme}\"", "body[3].columns[1].value",
            "“itme” is unknown on correction-notice", of: .correctionNotice),
        .init(
            "\"field\": \"issuer\"", "\"field\": \"personal\"", "body[5].beside[2]",
            "registration-certificate has no “personal”", of: .registrationCertificate),
        .init(
            "{\"photo\": [106.3, 148.8]}", "{\"rule\": 1}", "", "“photo” stands nowhere, and this paper must say it",
            of: .registrationCertificate),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told with its file, its place and what to do`(_ mistake: Mistake) throws {
        let shipped = String(decoding: TemplateLibrary.shipped(mistake.paper), as: UTF8.self)
        try #require(shipped.contains(mistake.old), "the layout has changed: \(mistake.old)")
        var bad = shipped
        bad.replaceSubrange(try #require(bad.range(of: mistake.old)), with: mistake.new)
        let faults = try #require(throws: TemplateFaults.self) {
            try TemplateReading.template(Data(bad.utf8), file: "mine.json", for: mistake.paper)
        }.faults
        let fault = try #require(
            faults.first { $0.place == mistake.place && $0.problem == mistake.problem }, "\(faults)")
        #expect(fault.file == "mine.json" && !fault.remedy.isEmpty)
        #expect(fault.description.hasPrefix("mine.json"))
    }

    @Test(arguments: ["", "{", "[]", "3", "null", "{\"title\": }", "<layout/>", "\u{FEFF}{}"])
    func `what is no layout at all is refused`(_ text: String) throws {
        let faults = try #require(throws: TemplateFaults.self) {
            try TemplateReading.template(Data(text.utf8), file: "mine.json", for: .testSheet)
        }.faults
        #expect(!faults.isEmpty)
    }

    @Test func `all mistakes of a file are told at once`() throws {
        let bad = #"{"title": "{x}", "styles": {"a": {"size": 0}}, "body": [{"text": "{y}", "style": "b"}]}"#
        let faults = try #require(throws: TemplateFaults.self) {
            try TemplateReading.template(Data(bad.utf8), file: "mine.json", for: .testSheet)
        }.faults
        #expect(Set(faults.map(\.place)) == ["title", "styles.a.size", "body[0].text", "body[0].style", ""])
    }

    @Test func `a syntax mistake is told with its line`() throws {
        let faults = try #require(throws: TemplateFaults.self) {
            try TemplateReading.template(
                Data("{\n  \"title\": \"a\",\n  oops\n}".utf8), file: "a.json", for: .testSheet)
        }.faults
        #expect(faults.map(\.place) == ["line 3"])
    }

    /// Whatever a layout holds, it is refused or sets a paper; the program goes on.
    @Test(arguments: PaperName.allCases)
    func `a layout with bytes changed or cut is read or refused`(_ paper: PaperName) throws {
        let shipped = Array(TemplateLibrary.shipped(paper))
        var generator = Xorshift(state: 42)
        var refused = 0
        for _ in 0..<150 {
            var bytes = shipped
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = .random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.removeSubrange(index..<min(bytes.count, index + 40))
                }
            }
            do { _ = try TemplateReading.template(Data(bytes), file: "mine.json", for: paper) } catch {
                refused += 1
                #expect(!error.faults.isEmpty)
            }
        }
        #expect(refused > 75)
    }
}
