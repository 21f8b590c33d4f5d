import Domain
import Portal
import Testing

/// What an operator may make the portal look like.
@Suite struct LookTests {
    private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">"

    @Test(arguments: [
        "<path d=\"M0 0h4\" fill=\"#123456\"/>", "<g transform='scale(2)'><circle cx=\"1\" cy=\"1\" r=\"1\"/></g>",
        "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><rect fill=\"url(#a)\" width=\"4\" height=\"4\"/>",
        "<!-- made by hand --><title>A &amp; B</title>",
    ]) func `a drawing is taken`(inside: String) throws {
        #expect(try PictureCheck.type(of: Array((Self.head + inside + "</svg>\n").utf8)) == "image/svg+xml")
        #expect(try PictureCheck.type(of: Array(("<?xml version=\"1.0\"?>\n" + Self.head + inside + "</svg>").utf8)) == "image/svg+xml")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT>x</SCRIPT>", "<path onload=\"x\"/>", "<a href=\"https://x\"><path/></a>",
        "<image href=\"x.png\"/>",
        "<use href=\"#a\"/>", "<use xlink:href=\"https://x/y.svg#a\"/>", "<foreignObject><p>x</p></foreignObject>", "<style>*{}</style>",
        "<rect style=\"fill:red\"/>", "<rect fill=\"url(https://x/y)\"/>", "<rect fill=\"URL ( 'https://x' )\"/>",
        "<animate attributeName=\"href\"/>",
        "<set attributeName=\"onmouseover\"/>", "<rect fill=\"&#106;avascript:x\"/>", "<title>&x;</title>", "<![CDATA[<script>]]>",
        "<?xml-stylesheet href=\"x\"?>", "<svg:script/>", "<rect fill=\"\\75rl(x)\"/>", "<rect xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<g xmlns:x=\"http://www.w3.org/1999/xlink\"/>", "<iframe/>",
    ]) func `a drawing that does more than draw is refused`(inside: String) {
        #expect(throws: PictureCheck.Problem.doesMore) { try PictureCheck.type(of: Array((Self.head + inside + "</svg>").utf8)) }
    }

    @Test func `a document type, what is cut off and what is no picture are refused`() {
        #expect(throws: PictureCheck.Problem.doesMore) {
            try PictureCheck.type(of: Array("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg/>".utf8))
        }
        for text in [Self.head + "<g>", Self.head + "<path d=\"M0", Self.head + "</g>", Self.head + "</svg>more", "<svg width=1></svg>"] {
            #expect(throws: PictureCheck.Problem.broken) { try PictureCheck.type(of: Array(text.utf8)) }
        }
        #expect(throws: PictureCheck.Problem.otherType) { try PictureCheck.type(of: Array("GIF89a".utf8)) }
        #expect(throws: PictureCheck.Problem.otherType) { try PictureCheck.type(of: [0xFF, 0xFE, 0x00]) }
        #expect(throws: PictureCheck.Problem.tooLarge) {
            try PictureCheck.type(of: Array(repeating: 0x89, count: PictureCheck.largest + 1))
        }
    }

    @Test func `a PNG is taken by what it is, and not one of a thousand screens`() throws {
        func picture(_ width: [UInt8], _ height: [UInt8]) -> [UInt8] {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + width + height + [
                8, 6, 0, 0, 0, 0, 0, 0, 0,
            ]
        }
        #expect(try PictureCheck.type(of: picture([0, 0, 0, 64], [0, 0, 0, 32])) == "image/png")
        #expect(throws: PictureCheck.Problem.tooManyPoints) { try PictureCheck.type(of: picture([0, 1, 0, 0], [0, 0, 0, 32])) }
        #expect(throws: PictureCheck.Problem.broken) { try PictureCheck.type(of: picture([0, 0, 0, 0], [0, 0, 0, 32])) }
    }

    @Test func `black on white is 21 to 1, and grey is what WCAG says it is`() {
        #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.001)
        #expect(abs(Colour("#767676")!.contrast(with: .white) - 4.54) < 0.01)
    }

    @Test(arguments: ["#ff0000", "#ffff00", "#888888", "#00aaff", "#ffffff", "#000000"], ColourScheme.allCases)
    func `the nearest colour passes, and is the colour itself when that does`(text: String, scheme: ColourScheme) throws {
        let colour = try #require(Colour(text))
        let nearest = colour.nearest(contrasting: ColourScheme.least, with: scheme.grounds)
        #expect(nearest.contrast(with: scheme.grounds) >= ColourScheme.least)
        if colour.contrast(with: scheme.grounds) >= ColourScheme.least { #expect(nearest == colour) }
    }

    @Test func `a weak colour is refused with its contrast and a better one; a strong one is taken and followed at once`() async throws {
        let portal = try await PublishingPortal()
        let operating = try #require(portal.services.operating)
        let ola = try await portal.accounts.person("Ola", Membership(.operator)!)
        var fields = ManageBranding.Fields()
        fields.name = LocalizedText(en: "Bridges", fr: "Passerelles")
        fields.accentLight = "#ffcc00"
        do {
            try await operating.branding.change(to: fields, by: ola)
            Issue.record("it was taken")
        } catch OperatingError.fields(let problems) {
            let problem = try #require(problems.first)
            #expect(problems.count == 1 && problem.field == "accent-light" && problem.word == "contrast")
            fields.accentLight = try #require(problem.values["colour"])
        }
        try await operating.branding.change(to: fields, by: ola)
        let settings = portal.services.settings
        #expect(settings.name.en == "Bridges" && settings.operated.current.branding[.light]?.description == fields.accentLight)
        let other = CurrentPortal()
        other.replace(try await LoadOperatedPortal(database: portal.accounts.database)())
        #expect(other.current.branding == settings.operated.current.branding)
    }

    @Test func `a name that the settings fix stays`() {
        let operated = CurrentPortal()
        var portal = OperatedPortal()
        portal.branding.name = LocalizedText(en: "Bridges", fr: "Passerelles")
        operated.replace(portal)
        let settings = PortalSettings(
            name: LocalizedText(en: "Portal", fr: "Portail"), baseURL: "https://portal.example", fixed: [.nameEnglish], operated: operated)
        #expect(settings.name == LocalizedText(en: "Portal", fr: "Passerelles"))
    }
}
