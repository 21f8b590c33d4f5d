import Domain
import Portal
import Testing

/// Every form a posting comes in, brought into plain text.
struct PostingTextTests {
    private let posting = """
        {"@context": "https://schema.org", "@type": "JobPosting", "title": "Welder &amp; fitter", "description": "<p>Weld <b>steel</b>.</p><ul><li>MIG</li><li>TIG</li></ul>",
         "qualifications": "Welding ticket", "occupationalCategory": "72106", "jobLocation": {"@type": "Place", "address": {"postalCode": "P3E 2C6"}}}
        """

    @Test func `plain text stays as it is`() throws {
        let text = try PostingText("  Welder\nRequirements: 3 < 5 years\n")
        #expect(text.text == "Welder\nRequirements: 3 < 5 years\n" && text.form == .text && text.title.isEmpty)
    }

    @Test func `data is read bare, in an array, in a graph and in a list of items`() throws {
        for source in [
            posting, "[\(posting)]", "{\"@graph\": [{\"@type\": \"WebSite\"}, \(posting)]}",
            "{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"item\": \(posting)}]}", "\u{FEFF}\n \(posting)",
        ] {
            let text = try PostingText(source)
            #expect(text.title == "Welder & fitter" && text.form == .data && text.count == 1)
            #expect(text.text.contains("Weld steel.") && text.text.contains("\u{2022} MIG"))
            #expect(text.text.contains("Requirements:\nWelding ticket"))
            #expect(text.occupation?.rawValue == "72106" && text.postalCode == "P3E 2C6")
        }
    }

    @Test func `of several postings the first is read, and the number told`() throws {
        #expect(try PostingText("[\(posting), \(posting)]").count == 2)
    }

    @Test func `a whole page gives the data in it, or else its text`() throws {
        let page = """
            <!doctype html><html><head><title>Job</title><style>p { color: red }</style>
            <script type="application/ld+json">{"@type": "Organization"}</script><script type='application/LD+JSON'>\(posting)</script></head>
            <body><script>alert("never read")</script><p>Cookies!</p></body></html>
            """
        let text = try PostingText(page)
        #expect(text.form == .page && text.title == "Welder & fitter" && !text.text.contains("Cookies"))
        let bare = try PostingText(
            "<html><body><nav>Menu</nav><h1>Soudeur</h1><script>alert(1)</script><!-- hidden --><p>Souder l&rsquo;acier &eacute;pais&nbsp;&#33;</p></body></html>"
        )
        #expect(bare.text.contains("Soudeur") && bare.text.contains("Souder l’acier épais !"))
        #expect(!bare.text.contains("alert") && !bare.text.contains("hidden") && !bare.text.contains("Menu") && !bare.text.contains("<"))
    }

    @Test func `descriptions that are escaped twice, or hold line ends no JSON may hold, are read`() throws {
        let twice = "{\"@type\": \"JobPosting\", \"title\": \"T\", \"description\": \"&lt;p&gt;Weld&lt;/p&gt;\n&lt;li&gt;MIG&lt;/li&gt;\"}"
        let text = try PostingText(twice)
        #expect(text.text.contains("Weld") && !text.text.contains("<p>") && !text.text.contains("&lt;"))
    }

    @Test(arguments: [
        ("", PostingText.Problem.empty), (" \n\t", .empty), ("{\"@type\": ", .notJSON), ("[1, 2", .notJSON), ("{}", .noPosting),
        ("[]", .noPosting), ("{\"@type\": \"Recipe\", \"name\": \"Soup\"}", .noPosting), ("12 345 --- ???", .noWords),
        ("<p></p>", .noWords),
        ("{\"@type\": \"JobPosting\"}", .noWords), ("{\"@type\": \"JobPosting\", \"title\": 7, \"description\": {\"a\": []}}", .noWords),
    ])
    func `what is no posting is refused with its reason`(source: String, problem: PostingText.Problem) {
        #expect(throws: problem) { try PostingText(source) }
    }

    @Test func `what is too large is refused before it is looked at`() {
        #expect(throws: PostingText.Problem.tooLarge) { try PostingText(String(repeating: "a", count: PostingText.largest + 1)) }
    }

    /// Each as large as may be: read in one pass, or refused.
    // What grows with the square of the text takes hours; the machine may be as busy as it likes.
    @Test(.timeLimit(.minutes(15))) func `hostile texts neither crash nor take for ever`() async {
        let size = PostingText.largest - 100
        func filled(_ part: String) -> String { String(repeating: part, count: size / part.utf8.count) }
        let sources = [
            filled("["), filled("{\"a\":"), "<html>" + filled("<a href='"), "<p>" + filled("<!--"), "<p>" + filled("<script>"),
            "<p>" + filled("&#x"),
            "<p>" + filled("&amp;lt;p&amp;gt;"), "<p>" + filled("<"), "<div " + filled("\"'"), filled("\u{301}"), "a" + filled("\u{0}"),
            "<script type=\"application/ld+json\">" + filled("{"), "<p>" + filled("<script type=application/ld+json>{}</script>"),
            "<p>" + filled("</"), filled("Requirements:\n"), filled("• "), filled("\r"),
        ]
        for source in sources {
            guard let text = try? PostingText(source) else { continue }
            #expect(!text.text.contains("\u{0}"))
            _ = text.document()
        }
    }
}
