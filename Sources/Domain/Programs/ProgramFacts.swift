/// What one must have finished before.
package enum PriorEducation: String, Codable, Sendable, CaseIterable {
    case none
    case someSecondary = "some-secondary"
    case secondary
    case postSecondary = "post-secondary"
    case degree
    case tradeCertificate = "trade-certificate"
    case workExperience = "work-experience"
}

/// What one holds at the end.
package enum Credential: String, Codable, Sendable, CaseIterable {
    case microCredential = "micro-credential"
    case digitalBadge = "digital-badge"
    case certificateOfCompletion = "certificate-of-completion"
    case industryCertification = "industry-certification"
}

/// Help that makes a program possible for somebody.
package enum Support: String, Codable, Sendable, CaseIterable {
    case childCare = "child-care"
    case indigenousLed = "indigenous-led"
    case evening
    case accessibleSite = "accessible-site"
    case financialHelp = "financial-help"
    case languageSupport = "language-support"
}

/// An employer or association that stands behind a program.
package struct Endorsement: Hashable, Sendable, Codable {
    package var name: String
    package var url: String?

    package init(name: String, url: String? = nil) {
        self.name = name
        self.url = url
    }
}

/// A program's place in a series meant to be taken in order.
package struct SequenceStep: Hashable, Sendable, Codable {
    /// The institution's own code for the series.
    package var reference: String
    package var title: LocalizedText
    /// 1 for the first.
    package var position: Int

    package init(reference: String, title: LocalizedText, position: Int) {
        self.reference = reference
        self.title = title
        self.position = position
    }
}
