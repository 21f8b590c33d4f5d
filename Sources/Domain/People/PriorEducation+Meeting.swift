extension PriorEducation {
    /// Whether somebody who has finished `finished` may begin a program that asks for this.
    ///
    /// Higher schooling counts for lower. Work experience is for the institution to judge: nobody is turned away here for it.
    package func isMet(by finished: Set<PriorEducation>) -> Bool {
        switch self {
        case .none, .workExperience: true
        case .someSecondary: !finished.isDisjoint(with: [.someSecondary, .secondary, .postSecondary, .degree, .tradeCertificate])
        case .secondary: !finished.isDisjoint(with: [.secondary, .postSecondary, .degree])
        case .postSecondary: !finished.isDisjoint(with: [.postSecondary, .degree])
        case .degree: finished.contains(.degree)
        case .tradeCertificate: finished.contains(.tradeCertificate)
        }
    }
}
