import Domain
import Matching
import Testing

/// Skills in people's own words.
struct SkillWordsTests {
    private let words = SkillWords(SampleLabourMarket.information)

    @Test(arguments: [
        ("Dementia care", "dementia-care"), ("DÉMENCE", "dementia-care"), ("soins lies a la demence", "dementia-care"),
        ("alzheimer support", "dementia-care"),
        ("gas metal arc", "mig-welding"), ("Excel", "excel"), ("python", "python"), ("juggling", nil), ("", nil), ("x", nil),
        ("welding", "welding"),
    ])
    func `a name in either language, another name, or part of one is understood`(text: String, code: String?) {
        #expect(words.target(text)?.code == code)
    }
}
