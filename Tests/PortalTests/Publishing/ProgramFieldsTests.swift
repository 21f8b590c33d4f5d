import Domain
import Portal
import StorageContract
import Testing

/// A program's form: what was typed comes back, and every mistake is named by its field.
@Suite struct ProgramFieldsTests {
    private func read(_ change: (inout ProgramFields) -> Void, _ program: Program = .small("weld")) -> (
        program: Program, problems: [FieldProblem]
    ) {
        var fields = ProgramFields(program)
        change(&fields)
        return fields.reading(onto: program, information: LabourMarketInformation())
    }

    @Test func `a form that is sent back as it is changes nothing, whatever the program holds`() {
        var program = Program.sample()
        program.funding = [.canadaOntarioJobGrant]
        let read = read({ _ in }, program)
        #expect(read.problems == [])
        #expect(ProgramField.differences(program, read.program) == [])
    }

    @Test func `tags, state and confirmation are none of the form's`() {
        var program = Program.sample()
        program.funding = []
        let read = read({ $0[.titleEn] = "New" }, program)
        #expect(read.program.tags == program.tags && read.program.state == .draft && read.program.lastConfirmed == program.lastConfirmed)
        #expect(ProgramField.differences(program, read.program) == [.titleEn])
    }

    @Test(arguments: [("450", 45_000), ("450.5", 45_050), ("450,50", 45_050), ("450 $", 45_000), ("$1 250", 125_000), ("0", 0)])
    func `a price is read as people type it`(text: String, cents: Int) {
        let read = read { $0.offerings[0].price = text }
        #expect(read.problems == [] && read.program.offerings[0].price == Money(cents: cents))
    }

    @Test func `an empty price is one nobody has said, and numbers may have the comma of French`() {
        let read = read {
            $0.offerings[0].price = " "
            $0[.hours] = "37,5"
        }
        #expect(read.problems == [] && read.program.offerings[0].price == nil && read.program.hours == 37.5)
    }

    @Test func `rows that are left blank are passed over`() {
        let read = read {
            $0.outcomes = [.init(), .init(en: "Weld"), .init(fr: " ")]
            $0.endorsements = [.init()]
            $0.offerings.append(OfferingFields(language: .fr))
        }
        #expect(read.problems == [] && read.program.outcomes == [LocalizedText(en: "Weld")])
        #expect(read.program.offerings.count == 1 && read.program.endorsements == [])
    }

    @Test func `every mistake is named by its field, and the program keeps what it had`() {
        let read = read {
            $0.reference = " "
            $0[.titleEn] = ""
            $0[.hours] = "many"
            $0[.url] = "cedar.example"
            $0[.cipCode] = "5"
            $0[.sequenceReference] = "S"
            $0.endorsements = [.init(name: "", url: "javascript:alert(1)")]
            $0.outcomes = [.init(en: String(repeating: "x", count: 1_001))]
            $0.offerings = [OfferingFields(language: .en), OfferingFields(language: .en), OfferingFields(language: .en)]
            $0.offerings[0].start = "31/01/2027"
            $0.offerings[1].start = "2027-02-01"
            $0.offerings[1].end = "2027-01-01"
            $0.offerings[1].price = "a lot"
            $0.offerings[2].schedule = "open"
            $0.offerings[2].delivery = "by post"
            $0.offerings[2].city = "P3E 2C6"
        }
        let found = Set(read.problems)
        for problem in [
            FieldProblem("reference", .missing), FieldProblem("title-en", .missing), FieldProblem("hours", .notANumber),
            FieldProblem("url", .notAnAddress), FieldProblem("cip-code", .notACIPCode), FieldProblem("sequence-position", .halfASequence),
            FieldProblem("endorsement.0.name", .missing), FieldProblem("endorsement.0.url", .notAnAddress),
            FieldProblem("outcome.0.en", .tooLong(limit: 1_000)), FieldProblem("offering.0.start", .notADate),
            FieldProblem("offering.1.end", .endsBeforeStart), FieldProblem("offering.1.price", .notAPrice),
            FieldProblem("offering.2.delivery", .notOneOf), FieldProblem("offering.2.city", .notAPlace),
        ] { #expect(found.contains(problem), "\(problem)") }
        #expect(found.count == 14)
        #expect(read.program.offerings == Program.small("weld").offerings)
    }

    @Test func `a postal code is written as the post writes it`() {
        let read = read {
            $0.offerings[0].city = "Sudbury"
            $0.offerings[0].postalCode = "p3e2c6"
        }
        #expect(read.program.offerings[0].place == Place(city: "Sudbury", postalCode: "P3E 2C6"))
        #expect(self.read { $0.offerings[0].postalCode = "P3E" }.problems == [FieldProblem("offering.0.city", .missing)])
    }
}
