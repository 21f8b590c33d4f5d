import Domain
import Matching
import Testing

/// What each part of a posting says of what it names.
struct PostingDocumentTests {
    private func role(_ text: String, of piece: String) -> PostingRole? {
        PostingDocument(text: text).pieces.first { $0.text.contains(piece) }?.role
    }

    private let english = """
        Welder - night shift
        About us
        We offer dental benefits and an AutoCAD course.
        Responsibilities:
        - Weld steel frames
        - Excel is an asset
        Requirements
        • Welding ticket
        • Microsoft Excel
        Nice to have: Git
        - Python
        """

    @Test func `headings say what is required, what is welcome, and what is about the employer`() {
        #expect(PostingDocument(text: english).title == "Welder - night shift")
        #expect(role(english, of: "AutoCAD") == .aside)
        #expect(role(english, of: "steel frames") == .mentioned)
        #expect(role(english, of: "Welding ticket") == .required)
        #expect(role(english, of: "Microsoft Excel") == .required)
        #expect(role(english, of: "Git") == .preferred)
        #expect(role(english, of: "Python") == .preferred)
    }

    @Test func `a sentence that says it itself is believed before its heading`() {
        #expect(role(english, of: "Excel is an asset") == .preferred)
        #expect(role("Duties:\nA driving licence is required.", of: "licence") == .required)
        #expect(role("Exigences\n- Excel serait un atout", of: "Excel") == .preferred)
    }

    @Test(arguments: [
        ("Exigences :", PostingRole.required), ("Profil recherché", .required), ("Vos tâches", .mentioned),
        ("Principales responsabilités", .mentioned),
        ("Atouts", .preferred), ("Ce que nous offrons", .aside), ("À propos de nous", .aside), ("What you’ll do", .mentioned),
        ("Key responsibilities", .mentioned), ("Preferred qualifications", .preferred), ("How to apply", .aside),
    ])
    func `headings are known in both languages`(heading: String, expected: PostingRole) {
        #expect(role("Titre du poste : Soudeur\n\(heading)\n- Souder des cadres\nTâches\n- Lire des plans", of: "cadres") == expected)
    }

    @Test(arguments: [
        ("No experience with Excel is required, but you must know Word", "Excel", PostingRole.aside),
        ("No experience with Excel is required, but you must know Word", "Word", .required),
        ("Excel is not required", "Excel", .aside), ("Excel is preferred but not required", "Excel", .preferred),
        ("Excel is not required but would be an asset", "Excel", .preferred),
        ("No forklift licence needed: we train you", "forklift", .aside),
        ("Excel is not only used but taught", "Excel", .required), ("Aucune expérience d’Excel n’est requise", "Excel", .aside),
        ("Excel n’est pas exigé, mais vous devez connaître Word", "Excel", .aside),
        ("Excel n’est pas exigé, mais vous devez connaître Word", "Word", .required),
        ("Excel n’est pas exigé mais serait un atout", "Excel", .preferred), ("Pas besoin de connaître Excel", "Excel", .aside),
        ("Aucun permis de cariste requis", "cariste", .aside), ("Must know Excel; no exceptions", "Excel", .required),
    ])
    func `what is not asked for is no need`(sentence: String, name: String, expected: PostingRole) {
        #expect(role("Clerk\nRequirements\n- \(sentence)\n- Reading", of: name) == expected)
    }

    @Test func `a line of a list is no heading`() {
        #expect(role("Duties\n- Experience\n- Weld frames", of: "Weld") == .mentioned)
        #expect(PostingDocument(text: "Duties\n- Experience\n- Weld frames").pieces.map(\.text) == ["Experience", "Weld frames"])
    }

    @Test func `a text that seems to be about the employer alone is read all the same`() {
        #expect(role("Benefits\nWe weld and we program in Python.", of: "Python") == .mentioned)
    }

    @Test func `very long texts are cut, and say so`() {
        let text = (1...400).map { "- Weld frame number \($0)" }.joined(separator: "\n")
        let document = PostingDocument(text: text)
        #expect(document.isCut && document.pieces.count == 150)
        #expect(PostingDocument(text: String(repeating: "weld ", count: 50_000)).pieces.allSatisfy { $0.text.count <= 600 })
    }

    @Test func `whatever is pasted is cut up without harm`() {
        for text in ["", "\n\n", ":::", "• • •", "\u{0}", "👩🏽‍🔧", ":", "a", "Requirements:", "Title:", String(repeating: ":", count: 10_000)] {
            #expect(PostingDocument(text: text).pieces.allSatisfy { $0.text.contains(where: \.isLetter) })
        }
    }
}
