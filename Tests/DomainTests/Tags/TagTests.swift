import Domain
import Foundation
import Testing

/// What a program is said to be for, and who said so.
@Suite struct TagTests {
    private static let nurseAide = OccupationCode("33102")!

    @Test func `only approved tags speak for a program`() {
        let program = Program.sample(tags: [
            Tag(.skill("welding")), Tag(.skill("brazing"), state: .suggested), Tag(.skill("baking"), state: .rejected),
        ])
        #expect(program.skills == ["welding"])
    }

    @Test func `tags keep the order they were given in`() {
        #expect(Program.sample(tags: [Tag(.technology("b")), Tag(.technology("a"))]).technologies == ["b", "a"])
    }

    @Test(arguments: [(Tag.State.approved, true), (.inferred, true), (.suggested, false), (.rejected, false)])
    func `learners find a program by what is approved or inferred`(state: Tag.State, isPublic: Bool) {
        #expect(Tag(.skill("welding"), state: state).isPublic == isPublic)
    }

    @Test func `an occupation's tag needs a real code`() {
        #expect(TagTarget(kind: .occupation, code: "99999") == nil)
        #expect(TagTarget(kind: .occupation, code: "33102") == .occupation(Self.nurseAide))
    }

    @Test(arguments: [TagTarget.occupation(OccupationCode("33102")!), .industry("31-33"), .skill("welding"), .technology("excel")])
    func `a tag reads back as it was stored`(target: TagTarget) throws {
        #expect(try JSONDecoder().decode(TagTarget.self, from: JSONEncoder().encode(target)) == target)
    }

    @Test func `a stored tag of an occupation that does not exist is refused`() {
        let stored = Data(#"{"kind":"occupation","code":"soon"}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TagTarget.self, from: stored) }
    }
}
