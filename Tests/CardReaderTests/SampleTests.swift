import Core
import Foundation
import Testing
import VirtualDevices

@Suite struct SampleTests {
    @Test func `codes are valid, consistent and different`() {
        let codes = SampleEnterprises.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.filter(\.hasConsistentOrganisationCode) == codes)
    }

    @Test func `people have different numbers that agree with birth and sex, and every kind of card`() {
        let records = SamplePeople.all.map(\.identity)
        #expect(Set(records.map(\.number)).count == records.count)
        #expect(Set(records.map(\.kind)) == Set(IdentityDocumentKind.allCases))
        for record in records {
            #expect(record.number.birth ?? record.birth == record.birth)
            #expect(record.number.sex ?? record.sex == record.sex)
        }
        #expect(SamplePeople.applicant.identity.number.text == "310101199003070094")
    }

    /// Published examples of the standards, computed by others.
    @Test func `check characters agree with known numbers`() {
        #expect(CheckCharacters.identityNumber("11010519491231002") == "11010519491231002X")
        #expect(CheckCharacters.identityNumber("44052418800101001") == "440524188001010014")
        #expect(CheckCharacters.creditCode(prefix: "91350100", organisation: "M000100Y") == "91350100M000100Y43")
        #expect(CheckCharacters.creditCode(prefix: "91110000", organisation: "60003734") == "91110000600037341L")
        #expect(CheckCharacters.creditCode(prefix: "12100000", organisation: "40001027") == "12100000400010275N")
    }

    @Test func `the seed file has the names that the store reads`() throws {
        let data = try SeedFile.sample.encoded()
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
        let enterprise = try #require(file["enterprises"]?.first)
        #expect(enterprise["code"] as? String == SampleEnterprises.employer.code.text)
        #expect(enterprise["name"] as? String == "上海示例建筑设计有限公司")
        #expect(enterprise["phone"] as? String == "13800001001")
        let person = try #require(file["people"]?.first)
        #expect(person["name"] as? String == "测试员甲")
        #expect(person["number"] as? String == "310101199003070094")
        #expect(person["kind"] as? String == " ")
        let qualification = try #require(person["qualification"] as? [String: String])
        #expect(qualification["number"] == "沪建二资20260001")
        #expect(qualification["issued"] == "2026-03-15")
        #expect(file["people"]?.count == SamplePeople.all.count { $0.qualification != nil })
        #expect(try JSONDecoder().decode(SeedFile.self, from: data) == (try SeedFile.sample))
    }
}
