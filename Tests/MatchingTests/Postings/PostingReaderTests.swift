import Domain
import Matching
import Testing

/// What is read of a posting, over a dozen skills and tools.
struct PostingReaderTests {
    private let reader = PostingReader(
        SampleLabourMarket.information, matcher: OccupationMatcher(SampleLabourMarket.information))

    private func read(_ text: String, stated: OccupationCode? = nil) -> PostingReading {
        reader.read(PostingDocument(text: text), stated: stated)
    }

    @Test func `what is named is found in short lines, each with its sentence and what it says of it`() throws {
        let reading = read(
            """
            Software developer
            Requirements:
            - Python
            - Git
            Nice to have:
            - AutoCAD
            """)
        let found = Dictionary(uniqueKeysWithValues: reading.findings.map { ($0.target.code, $0) })
        #expect(try #require(found["python"]).role == .required)
        #expect(try #require(found["git"]).role == .required)
        #expect(try #require(found["autocad"]).role == .preferred)
        #expect(reading.sentence(of: try #require(found["autocad"])) == "AutoCAD")
        #expect(found.values.allSatisfy { $0.isNamed && (0...1).contains($0.confidence) })
        #expect(reading.findings.map(\.role.rawValue).first == "required")
    }

    @Test func `nothing is read of what the employer says of itself`() {
        let reading = read("Welder\nAbout us\nOur office uses Python, Git and Microsoft Excel.\nDuties:\n- MIG welding of frames")
        #expect(reading.findings.map(\.target.code).contains("mig-welding"))
        #expect(!reading.findings.contains { ["python", "git", "excel"].contains($0.target.code) })
    }

    @Test func `a title of the classification is sure, whatever is added to it`() {
        for title in ["Welder", "Welder - nights, Sudbury", "Welder (full time)", "Soudeur"] {
            let reading = read(title + "\nDuties:\n- MIG welding")
            #expect(reading.occupations.first?.code == .welder, "\(title)")
            #expect(reading.isSure, "\(title)")
        }
    }

    @Test func `a title that says nothing is asked about, and the question has answers`() {
        let reading = read("Team member\nDuties:\n- Be nice to everybody we meet")
        #expect(!reading.isSure)
        #expect(!reading.occupations.isEmpty && reading.occupations.count <= 5)
    }

    @Test func `a code that the posting states is taken, unless there is no such occupation`() {
        #expect(read("Team member\nWork", stated: .chef).occupations.map(\.code) == [.chef])
        #expect(read("Welder\nMIG welding", stated: OccupationCode("11100")).occupations.first?.code == .welder)
    }

    @Test func `both languages in one text are read`() {
        let found = Set(read("Cuisinier / Chef\nTâches :\n- Planification de menus\nDuties:\n- Knife skills").findings.map(\.target.code))
        #expect(found.isSuperset(of: ["menu-planning", "knife-skills"]))
    }

    @Test func `entries with one name are one thing`() throws {
        var information = SampleLabourMarket.information
        information.skills["python-skill"] = Skill(
            id: "python-skill", name: LocalizedText(en: "Python programming", fr: "Programmation Python"), kind: .technical, source: "test")
        let reader = PostingReader(information, matcher: OccupationMatcher(information))
        let reading = reader.read(PostingDocument(text: "Developer\nRequirements:\n- Python programming"))
        let python = reading.findings.filter { $0.targets.contains { $0.code.hasPrefix("python") } }
        #expect(python.count == 1)
        #expect(Set(try #require(python.first).targets.map(\.code)) == ["python", "python-skill"])
    }

    @Test func `the words of a name are marked in its sentence`() {
        let sentence = "You know MIG welding and Git well"
        let ranges = EvidenceMarks.ranges(in: sentence, of: .skill("mig-welding"), SampleLabourMarket.information)
        #expect(ranges.map { String(sentence[$0]) } == ["MIG", "welding"])
        #expect(EvidenceMarks.ranges(in: "Nothing of it", of: .skill("mig-welding"), SampleLabourMarket.information).isEmpty)
    }
}
