package import Domain

/// Every kind of page, with its path in each language (`PageRoute+Patterns`). `{name}` stands for one path component.
package enum PageRoute: String, CaseIterable, Sendable {
    case home
    case recommendations
    case search
    case filters
    case program
    case registration
    case occupations
    case occupation
    case careerMove
    case plan
    case employers
    case institutions
    case institution
    case shortList
    case shortListPrint
    case compare
    case lists
    case list
    case listFeed
    case aboutData
    case labourMarket
    case accessibility
    case privacy
    case quiz
    case quizReturn
    case quizJob
    case quizDirection
    case quizLikes
    case quizSkills
    case quizEducation
    case quizTime
    case quizMoney
    case quizAnswers
    case quizResults
    case quizErase
    case funding
    case signIn
    case signOut
    case secondFactor
    case recoveryCode
    case passwordRequest
    case passwordReset
    case invitation
    case emailConfirmation
    case account
    case accountPassword
    case accountEmail
    case accountSessions
    case accountSecondFactor
    case accountRecoveryCodes
    case accountErasure
    case console
    case consoleInstitution
    case consoleStaff
    case consoleMember
    case consolePrograms
    case consoleNewProgram
    case consoleProgram
    case consoleProgramText
    case consoleProgramTags
    case consoleProgramPreview
    case consoleProgramPublication
    case consoleProgramWithdrawal
    case consoleProgramArchive
    case consoleProgramReturn
    case consoleProgramCopy
    case consoleProgramDraftEnd
    case consoleProgramConfirmation
    case consoleProgramHistory
    case consoleProgramVersion
    case consoleFreshness
    case consoleReview
    case consoleReviewUndo
    case consoleReviewBulk
    case consoleReviewChanges
    case consoleReviewQuality
    case consoleTagQuality
    case consoleAccounts
    case consoleAccount
    case consoleAudit
    case programConfirmation
    case consoleImports
    case consoleImport
    case consoleImportErrors
    case consoleImportDetails
    case consoleImportFile
    case consoleImportArchive
    case consoleTable
    case consoleKeys
    case consoleKey
    case consoleEmbed
    case embed
    case terms
    case portalPage
    case consoleInstitutions
    case consoleNewInstitution
    case consoleInstitutionDetails
    case consoleInstitutionMerge
    case consoleInstitutionClosure
    case consoleLists
    case consoleNewList
    case consoleList
    case consoleLook
    case consoleLogo
    case consolePages
    case consolePage
    case consoleChoices
    case inquiry
    case inquiryDraft
    case inquiryCheck
    case inquiryStatus
    case inquiryErase
    case inquiryConfirmation
    case consoleInquiries
    case consoleInquiry
    case consoleRouting
    case employerSearch
    case posting
    case needRequest
    case needRequestConfirmation
    case ownNeedRequest
    case introduction
    case consoleUnmetNeed
    case consolePledge
    case directory
    case directoryConfirmation
    case ownEntry
    case outreachEnd
    case employerData
    case ownEmployerData
    case consoleDirectory
    case consoleOutreach
    case consoleEmployers
    case consoleConsents
    case institutionSite
    case consoleFigures
    case consolePortalFigures

    /// The path after `/en` or `/fr`; empty for the home page.
    package func pattern(_ language: Language) -> String {
        let (en, fr) = patterns
        return language == .en ? en : fr
    }

    /// Whether it belongs to the consoles or to an account, which speak every language whatever the public's pages do.
    package var isBehindSignIn: Bool {
        let pattern = pattern(.en)
        return ["/console", "/account"].contains { pattern == $0 || pattern.hasPrefix($0 + "/") }
    }
}
