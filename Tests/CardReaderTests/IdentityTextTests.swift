import CardReader
import Core
import Testing
import VirtualDevices

@Suite struct IdentityTextTests {
    @Test func `a citizen's card without an end`() throws {
        let record = try IdentityTextParser.parse(Fixture.residentUnlimited.text())
        #expect(record.kind == .residentCard)
        #expect(record.name == "测试员甲")
        #expect(record.number.text == "11010519491231002X")
        #expect(record.sex == .female)
        #expect(record.nation == "01")
        #expect(record.birth.description == "1949-12-31")
        #expect(record.address == "北京市朝阳区示例路1号")
        #expect(record.issuingAuthority == "北京市公安局朝阳分局")
        #expect(record.validFrom.description == "2015-01-01")
        #expect(record.validity == .unlimited)
        #expect(record.englishName == nil && record.nationality == nil)
    }

    @Test func `a citizen's card with an end and a name of a minority`() throws {
        let record = try IdentityTextParser.parse(Fixture.residentDated.text())
        #expect(record.name == "示例阿·木尔")
        #expect(record.sex == .male)
        #expect(record.nation == "02")
        #expect(record.validity == .until(try #require(CivilDate(year: 2040, month: 3, day: 7))))
    }

    @Test func `a residence permit has no nation`() throws {
        let record = try IdentityTextParser.parse(Fixture.permit.text())
        #expect(record.kind == .residencePermit)
        #expect(record.name == "测试员乙")
        #expect(record.number.text == "810000199408230021")
        #expect(record.nation == nil)
        #expect(record.address == "上海市徐汇区示例路3号")
    }

    @Test func `a foreigner's card of 2017`() throws {
        let record = try IdentityTextParser.parse(Fixture.foreigner2017.text())
        #expect(record.kind == .foreignerCard2017)
        #expect(record.name == "测试员丙")
        #expect(record.englishName == "EXAMPLE, PERSON")
        #expect(record.number.text == "CAN110081080310")
        #expect(record.nationality == "CAN")
        #expect(record.birth.description == "1981-08-03")
        #expect(record.validity == .until(try #require(CivilDate(year: 2027, month: 5, day: 31))))
    }

    @Test func `a foreigner's card of 2023`() throws {
        let record = try IdentityTextParser.parse(Fixture.foreigner2023.text())
        #expect(record.kind == .foreignerCard2023)
        #expect(record.name == "测试员丁")
        #expect(record.englishName == "EXAMPLE, PERSON")
        #expect(record.number.text == "911124198108030024")
        #expect(record.nationality == "CAN")
    }

    @Test(arguments: SamplePeople.all)
    func `what the virtual card writes, the parser reads`(_ person: SamplePerson) throws {
        #expect(try IdentityTextParser.parse(IdentityTextEncoder.encode(person.identity)) == person.identity)
    }

    /// The encoder lays fields where the fixtures, made by somebody else, have them.
    @Test(arguments: [Fixture.residentUnlimited, .residentDated])
    func `a citizen's block is written byte for byte`(_ fixture: Fixture) throws {
        let text = try fixture.text()
        #expect(IdentityTextEncoder.encode(try IdentityTextParser.parse(text)) == text)
    }

    @Test func `a foreigner without a Chinese name goes by the English one`() throws {
        var text = try Fixture.foreigner2017.text()
        text.write("", at: 158, units: 15)
        #expect(try IdentityTextParser.parse(text).name == "EXAMPLE, PERSON")
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let offset: Int
        let units: Int
        let text: String
        let problem: IdentityTextProblem

        init(_ description: String, _ offset: Int, _ units: Int, _ text: String, _ problem: IdentityTextProblem) {
            (testDescription, self.offset, self.units) = (description, offset, units)
            (self.text, self.problem) = (text, problem)
        }
    }

    @Test(arguments: [
        Damage("unknown flag", 248, 1, "Z", .unknownKind),
        Damage("control character in the name", 0, 3, "甲\u{1B}乙", .characters(offset: 0)),
        Damage("direction override in the address", 52, 2, "\u{202E}路", .characters(offset: 52)),
        Damage("no name", 0, 15, "", .noName),
        Damage("wrong check character", 122, 18, "310101199003070095", .number(.check)),
        Damage("short number", 122, 18, "31010119900307", .number(.length(found: 14, expected: 18))),
        Damage("another birth than in the number", 36, 8, "19900308", .birthContradictsNumber),
        Damage("impossible birth", 36, 8, "19900231", .date(offset: 36)),
        Damage("zero dates of a failed reading", 188, 8, "00000000", .date(offset: 188)),
        Damage("another sex than in the number", 30, 1, "2", .sexContradictsNumber),
        Damage("no such sex", 30, 1, "5", .sex),
        Damage("half a nation code", 32, 2, "1", .nation),
        Damage("ends before it begins", 204, 8, "20100101", .term),
        Damage("ends nowhere", 204, 8, "长期居住", .date(offset: 204)),
    ])
    func `a block that contradicts itself is not believed`(_ damage: Damage) throws {
        var text = try Fixture.residentDated.text()
        text.write(damage.text, at: damage.offset, units: damage.units)
        #expect(throws: damage.problem) { try IdentityTextParser.parse(text) }
    }

    @Test func `half a surrogate pair is no text`() throws {
        var text = try Fixture.residentDated.text()
        text[0...1] = [0x00, 0xD8]
        #expect(throws: IdentityTextProblem.characters(offset: 0)) { try IdentityTextParser.parse(text) }
    }

    @Test func `a rare character beyond the basic plane stays`() throws {
        var text = try Fixture.residentDated.text()
        text.write("测\u{20BB7}", at: 0, units: 15)
        #expect(try IdentityTextParser.parse(text).name == "测\u{20BB7}")
    }

    @Test(arguments: [0, 255, 257])
    func `a block of another length is none`(_ length: Int) {
        #expect(throws: IdentityTextProblem.length(length)) {
            try IdentityTextParser.parse([UInt8](repeating: 0x20, count: length))
        }
    }

    @Test func `random bytes never crash the parser, nor a single damaged byte`() throws {
        var generator = SeededGenerator(seed: 2)
        let blocks = try Fixture.allCases.map { try $0.text() }
        for round in 0..<4_000 {
            var block = blocks[round % blocks.count]
            if round % 10 == 0 {
                block = (0..<256).map { _ in UInt8.random(in: 0...255, using: &generator) }
            } else {
                for _ in 0...(round % 4) {
                    block[Int.random(in: 0..<256, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            // Whatever comes out keeps to the rules.
            guard let record = try? IdentityTextParser.parse(block) else { continue }
            #expect(record.number.birth ?? record.birth == record.birth)
            #expect(!record.name.isEmpty)
        }
    }
}

extension [UInt8] {
    /// Fills so many UTF-16 units from an offset, padded with spaces.
    fileprivate mutating func write(_ text: String, at offset: Int, units: Int) {
        let codes = Array<UInt16>(text.utf16.prefix(units))
        for index in 0..<units {
            let code = index < codes.count ? codes[index] : 0x20
            self[offset + 2 * index] = UInt8(code & 0xFF)
            self[offset + 2 * index + 1] = UInt8(code >> 8)
        }
    }
}
