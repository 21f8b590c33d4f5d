/// Words by which postings say what a part of them is, in English and French, folded: small letters without accents.
enum PostingCues {
    /// A heading of so many words at most.
    static let longestHeading = 8

    /// The part that begins with this heading; `nil` for a line that heads nothing.
    /// - Parameters:
    ///   - line: folded, without marks around it and without its colon.
    ///   - hasColon: a line with a colon may hold more than the words of a heading.
    static func heading(_ line: String, hasColon: Bool) -> PostingRole? {
        let words = line.split(separator: " ").count
        guard words > 0, words <= longestHeading else { return nil }
        for (role, phrases) in headings {
            for phrase in phrases where hasColon ? line.contains(phrase) : isHeading(line, phrase, words) { return role }
        }
        return nil
    }

    /// Without a colon the heading is the phrase, or the phrase and a word or two of those that go with headings.
    private static func isHeading(_ line: String, _ phrase: String, _ words: Int) -> Bool {
        guard let range = line.firstRange(of: phrase) else { return false }
        let rest = line[..<range.lowerBound].split(separator: " ") + line[range.upperBound...].split(separator: " ")
        return rest.count <= 3 && rest.allSatisfy { companions.contains($0) || endings.contains($0) }
    }

    /// What one sentence says of itself, whatever part it stands in.
    static func role(of sentence: String) -> PostingRole? {
        let padded = " " + sentence + " "
        for (role, phrases) in sentences where phrases.contains(where: padded.contains) { return role }
        return nil
    }

    // Searched in this order: "preferred qualifications" are not required ones.
    private static let headings: [(PostingRole, [String])] = [
        (
            .preferred,
            [
                "nice to have", "nice-to-have", "preferred", "desired", "desirable", "assets", "asset", "bonus", "would be a plus",
                "good to have",
                "atouts", "atout", "souhaite", "souhaitable", "ideal", "un plus",
            ]
        ),
        (
            .aside,
            [
                "about us", "about the company", "about the employer", "who we are", "benefits", "perks", "what we offer", "we offer",
                "why join", "how to apply", "to apply",
                "equal opportunity", "accommodation", "compensation", "salary", "wage", "hours of work", "schedule", "our values",
                "a propos",
                "qui sommes", "avantages", "nous offrons", "ce que nous offrons", "on vous offre", "pour postuler", "comment postuler",
                "postulez",
                "remuneration", "salaire", "horaire", "conditions de travail", "pourquoi nous", "nos valeurs", "equite en emploi",
            ]
        ),
        (
            .required,
            [
                "requirement", "qualification", "what you bring", "what you will bring", "what you'll bring", "you have", "who you are",
                "must have", "must-have", "looking for", "skills and experience", "experience and skills", "skills", "education",
                "credentials",
                "certifications", "exigence", "profil", "competences", "ce que vous apportez", "vous avez", "vous possedez",
                "formation requise",
                "formation et experience", "scolarite", "nous cherchons", "nous recherchons", "prerequis",
            ]
        ),
        (
            .mentioned,
            [
                "responsibilit", "duties", "what you will do", "what you'll do", "the role", "your role", "tasks", "job summary",
                "position summary",
                "job description", "description", "day to day", "overview", "taches", "responsabilite", "fonctions", "votre role",
                "mission",
                "description du poste", "sommaire", "le poste", "votre quotidien", "ce que vous ferez",
            ]
        ),
    ]

    private static let companions: Set<Substring> = [
        "key", "job", "main", "your", "our", "the", "required", "minimum", "basic", "essential", "mandatory", "and", "of", "duties",
        "skills", "experience",
        "education", "qualifications", "position", "role", "work", "primary", "core", "technical", "professional", "vos", "votre", "nos",
        "les", "des",
        "du", "de", "et", "principales", "requises", "requis", "recherche", "recherchees", "exigees", "poste", "essentielles",
        "professionnelles", "techniques",
        "experience", "responsibilities", "requirements", "s", "a", "is", "are", "what", "for", "we", "you", "ce", "que", "vous", "nous",
        "us",
    ]
    /// What follows the beginning of a word: `responsibilit` and `ies`.
    private static let endings: Set<Substring> = ["s", "y", "ies", "es"]

    // Padded with spaces: whole words.
    private static let sentences: [(PostingRole, [String])] = [
        (
            .preferred,
            [
                " asset ", " an asset", " assets ", " preferred ", " preferably ", " nice to have", " a plus ", " bonus ", " desirable ",
                " ideally ",
                " would be helpful", " advantage ", " atout ", " atouts ", " souhaite ", " souhaitee ", " souhaitable ", " idealement ",
                " de preference ",
                " un plus ", " serait apprecie", " sera considere comme",
            ]
        ),
        (
            .aside,
            [
                " equal opportunity", " accommodation", " only those selected", " only candidates", " seuls les candidats",
                " seules les personnes retenues",
                " we offer ", " nous offrons ", " hiring ", " nous recrutons ", " nous embauchons ", " pension ", " dental ", " rrsp ",
                " reer ", " regime de retraite", " assurance collective",
                " vacation ",
                " salary ", " salaire ", " send your resume", " send a resume", " cover letter", " votre cv ", " curriculum vitae",
            ]
        ),
        (
            .required,
            [
                " required ", " must ", " mandatory ", " essential ", " minimum ", " at least ", " exige ", " exigee ", " exiges ",
                " exigees ", " requis ",
                " requise ", " obligatoire ", " essentiel ", " essentielle ", " au moins ", " doit ", " devez ",
            ]
        ),
    ]
}
