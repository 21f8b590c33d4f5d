import Probing
import Testing

@Suite struct RobotsRulesTests {
    private static let text = """
        # Hello
        User-agent: other
        Disallow: /

        User-agent: *
        Disallow: /private   # not for robots
        Allow: /private/open
        Disallow: /*.pdf$
        Disallow:
        """

    @Test(arguments: ["/", "/programs", "/private/open/a", "/a.pdf?x", "/Private"])
    func `what nobody forbids is allowed`(path: String) { #expect(RobotsRules(Self.text, agent: "tremplin").allows(path)) }

    @Test(arguments: ["/private", "/private/a", "/privately", "/a/b.pdf"])
    func `what is forbidden to everybody is forbidden`(path: String) { #expect(!RobotsRules(Self.text, agent: "tremplin").allows(path)) }

    @Test func `a group for the visitor's own name counts alone`() {
        let text = "User-agent: Tremplin\nUser-agent: b\nDisallow: /a\n\n" + Self.text
        #expect(!RobotsRules(text, agent: "tremplin").allows("/a") && RobotsRules(text, agent: "tremplin").allows("/private"))
        #expect(!RobotsRules(text, agent: "other").allows("/x"))
    }

    @Test(arguments: ["", "\n\n", "nonsense", "Disallow: /", "User-agent:\nDisallow: /", "User-agent: *", ":::"])
    func `a file that says nothing of the visitor asks nothing`(text: String) { #expect(RobotsRules(text, agent: "tremplin").allows("/a")) }

    @Test func `of two rules as long, the one that allows decides`() {
        #expect(RobotsRules("User-agent: *\nDisallow: /ab\nAllow: /ab", agent: "x").allows("/ab"))
    }
}
