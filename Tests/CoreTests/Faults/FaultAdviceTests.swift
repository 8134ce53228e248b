import Core
import Testing

/// A fault of the catalogue, by the name of its case.
private struct Entry {
    let fault: String
    let advice: FaultAdvice
}

@Suite struct FaultAdviceTests {
    private func chapters() throws -> [(title: String, entries: [Entry])] {
        let day = try Sample.date("2026-11-23")
        return [
            ("Cards and readers", entries(unique(Catalogue.cardFaults))),
            ("Identity cards that were read", entries(IdentityProblem.allCases)),
            ("Central store", entries(Catalogue.storeFaults.filter { $0.advice.code.hasPrefix("S") })),
            ("Printer", entries(Catalogue.printerFaults)),
            ("The kiosk's storage", entries(Catalogue.storageFaults)),
            ("Enterprise certificates", entries(CertificateFinding.allCases)),
            ("Signatures", entries(SignatureFinding.allCases)),
            ("Staff cards", entries(Catalogue.staffFaults)),
            ("The machine out of service", entries(OutOfService.allCases)),
            ("A technician's orders", entries(MachineFault.allCases)),
            ("Papers made at the kiosk", entries(PaperFault.allCases)),
            (
                "Entries that the store refuses",
                entries(Catalogue.entryRefusals.filter { $0.advice.code < "R-75" && $0.advice.code.hasPrefix("R") })
            ),
            ("Steps that are not possible", entries(Catalogue.transitionRefusals)),
            ("Certificates", entries(Catalogue.certificateRefusals)),
            ("Kinds that are not offered", entries(Catalogue.offerReasons(on: day))),
            ("Numbers", entries(Catalogue.documentNumberProblems)),
            ("Phone numbers", entries(Catalogue.phoneNumberProblems)),
            ("Credit codes", entries(Catalogue.creditCodeProblems)),
            ("Files that people bring", entries(Catalogue.attachmentFindings) + entries(FileFault.allCases)),
            ("Pictures of a signature", entries(SignaturePictureProblem.allCases)),
            ("Forms", entries(Catalogue.possibleFormProblems)),
        ]
    }

    @Test func `docs/failures.md is the catalogue`() throws {
        try expectGolden(document(), repositoryFile("docs/failures.md"))
    }

    @Test func `a code names one fault`() throws {
        var faults: [String: Set<String>] = [:]
        for entry in try everything() {
            faults[entry.advice.code, default: []].insert(String(entry.fault.prefix { $0 != "(" }))
        }
        for problem in Catalogue.formProblems { faults[problem.advice.code, default: []].insert("\(problem)") }
        for (code, names) in faults where !code.hasPrefix("F") { #expect(names.count == 1, "\(code): \(names)") }
        #expect(Set(Catalogue.formProblems.map(\.advice.code)).count == Catalogue.formProblems.count)
    }

    @Test func `every code is a letter and three digits, or two where the machine does not serve at all`() throws {
        let outOfService = Set(OutOfService.allCases.map(\.advice.code))
        for code in try everything().map(\.advice.code) where !outOfService.contains(code) {
            #expect(code.wholeMatch(of: /[A-Z]-\d{3}/) != nil, "\(code)")
        }
        for code in outOfService { #expect(code.wholeMatch(of: /A-\d{2}/) != nil, "\(code)") }
    }

    @Test func `what the applicant reads fits two lines of 60 cells`() throws {
        for entry in try everything() {
            let text = entry.advice.applicant
            #expect(lines(text.chinese, width: 60) <= 2, "\(text.chinese)")
            #expect(lines(text.english, width: 60) <= 2, "\(text.english)")
        }
    }

    @Test func `what the applicant reads says what to do, and is in its language`() throws {
        for entry in try everything() {
            let text = entry.advice.applicant
            #expect(text.chinese.contains("请") || text.chinese.contains("可"), "\(text.chinese)")
            #expect(text.chinese.hasSuffix("。"))
            #expect(text.english.hasSuffix("."))
            let english = text.english.replacing("法人一证通", with: "")
            #expect(english.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(english)")
            #expect(!entry.advice.staff.isEmpty && !entry.advice.technician.isEmpty)
        }
    }

    @Test func `wrapped faults keep their own advice`() {
        for finding in CertificateFinding.allCases {
            #expect(StoreFault.certificateRejected(finding).advice == finding.advice)
        }
        for finding in SignatureFinding.allCases { #expect(EntryRefusal.signature(finding).advice == finding.advice) }
        for refusal in Catalogue.transitionRefusals {
            #expect(EntryRefusal.transition(refusal).advice == refusal.advice)
        }
        #expect(EntryRefusal.notEligible(.notRegistered).advice == KindOffer.Reason.notRegistered.advice)
    }

    /// Faults without a reader appear once although both readers have them.
    private func unique<Fault: Hashable>(_ faults: [Fault]) -> [Fault] {
        var seen: Set<Fault> = []
        return faults.filter { seen.insert($0).inserted }
    }

    private func everything() throws -> [Entry] {
        try chapters().flatMap(\.entries) + entries(Catalogue.formProblems)
    }

    private func entries(_ faults: [some Advised]) -> [Entry] {
        faults.map { fault in
            if let problem = fault as? FormProblem {
                return Entry(fault: "\(problem.field.rawValue) \(problem.rule)", advice: problem.advice)
            }
            return Entry(
                fault: "\(fault)".replacing("Core.", with: "").replacing("ReaderRole.", with: "").replacing(
                    "CertificateFinding.", with: ""), advice: fault.advice)
        }
    }

    private func document() throws -> String {
        let chapters = try chapters().map { chapter in
            let rows = chapter.entries.map { entry in
                let advice = entry.advice
                return [
                    advice.code, entry.fault, advice.applicant.chinese + "<br>" + advice.applicant.english,
                    advice.staff,
                    advice.technician,
                ]
            }
            return "## \(chapter.title)\n" + markdown(["code", "fault", "applicant", "staff", "technician"], rows)
        }
        return """
            # Failures

            Printed from `FaultAdvice` by `FaultAdviceTests`; `RECORD=1 swift test --filter FaultAdvice` renews it.
            Numbers inside the texts are samples. Faults that carry another fault show that one's row.

            \(chapters.joined(separator: "\n\n"))

            """
    }

    /// How many lines a text takes: breaks at spaces and between wide characters.
    private func lines(_ text: String, width: Int) -> Int {
        var (count, used) = (1, 0)
        for word in words(text) {
            let cells = word.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2018 ? 2 : 1) }
            if used + cells > width { (count, used) = (count + 1, 0) }
            used += cells
        }
        return count
    }

    private func words(_ text: String) -> [String] {
        var words: [String] = []
        for character in text {
            let isWide = character.unicodeScalars.contains { $0.value >= 0x2018 }
            if let last = words.last, !isWide, last.last?.isASCII == true, !last.hasSuffix(" ") {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words
    }
}
