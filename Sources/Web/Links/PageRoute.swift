package import Domain

/// Every kind of page, with its path in each language: spelled here and nowhere else. `{name}` stands for one path component.
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
    case institutionSite
    case consoleFigures
    case consolePortalFigures

    /// The path after `/en` or `/fr`; empty for the home page.
    package func pattern(_ language: Language) -> String {
        let (en, fr) = patterns
        return language == .en ? en : fr
    }

    private var patterns: (en: String, fr: String) {
        switch self {
        case .home: ("", "")
        case .recommendations: ("/recommendations", "/recommandations")
        case .search: ("/programs", "/programmes")
        case .filters: ("/programs/filters", "/programmes/filtres")
        case .program: ("/programs/{id}", "/programmes/{id}")
        case .registration: ("/programs/{id}/registration", "/programmes/{id}/inscription")
        case .occupations: ("/occupations", "/professions")
        case .occupation: ("/occupations/{id}", "/professions/{id}")
        case .careerMove: ("/occupations/{id}/to/{to}", "/professions/{id}/vers/{to}")
        case .plan: ("/plan", "/parcours")
        case .employers: ("/employers", "/employeurs")
        case .institutions: ("/institutions", "/etablissements")
        case .institution: ("/institutions/{id}", "/etablissements/{id}")
        case .shortList: ("/shortlist", "/selection")
        case .shortListPrint: ("/shortlist/print", "/selection/imprimer")
        case .compare: ("/compare", "/comparer")
        case .lists: ("/lists", "/listes")
        case .list: ("/lists/{id}", "/listes/{id}")
        case .listFeed: ("/lists/{id}/feed", "/listes/{id}/fil")
        case .aboutData: ("/about-the-data", "/a-propos-des-donnees")
        case .labourMarket: ("/labour-market-information", "/information-marche-travail")
        case .accessibility: ("/accessibility", "/accessibilite")
        case .privacy: ("/privacy", "/confidentialite")
        case .quiz: ("/quiz", "/questionnaire")
        case .quizReturn: ("/quiz/return", "/questionnaire/retour")
        case .quizJob: ("/quiz/{id}/job", "/questionnaire/{id}/emploi")
        case .quizDirection: ("/quiz/{id}/direction", "/questionnaire/{id}/direction")
        case .quizLikes: ("/quiz/{id}/likes", "/questionnaire/{id}/gouts")
        case .quizSkills: ("/quiz/{id}/skills", "/questionnaire/{id}/competences")
        case .quizEducation: ("/quiz/{id}/education", "/questionnaire/{id}/etudes")
        case .quizTime: ("/quiz/{id}/time", "/questionnaire/{id}/temps")
        case .quizMoney: ("/quiz/{id}/money", "/questionnaire/{id}/argent")
        case .quizAnswers: ("/quiz/{id}/answers", "/questionnaire/{id}/reponses")
        case .quizResults: ("/quiz/{id}/programs", "/questionnaire/{id}/programmes")
        case .quizErase: ("/quiz/{id}/erase", "/questionnaire/{id}/effacer")
        case .funding: ("/funding", "/financement")
        case .signIn: ("/account/sign-in", "/compte/connexion")
        case .signOut: ("/account/sign-out", "/compte/deconnexion")
        case .secondFactor: ("/account/second-factor", "/compte/deuxieme-facteur")
        case .recoveryCode: ("/account/recovery-code", "/compte/code-de-secours")
        case .passwordRequest: ("/account/forgotten-password", "/compte/mot-de-passe-oublie")
        case .passwordReset: ("/account/new-password/{id}", "/compte/nouveau-mot-de-passe/{id}")
        case .invitation: ("/account/invitation/{id}", "/compte/invitation/{id}")
        case .emailConfirmation: ("/account/new-address/{id}", "/compte/nouvelle-adresse/{id}")
        case .account: ("/account", "/compte")
        case .accountPassword: ("/account/password", "/compte/mot-de-passe")
        case .accountEmail: ("/account/address", "/compte/adresse")
        case .accountSessions: ("/account/sessions", "/compte/sessions")
        case .accountSecondFactor: ("/account/authenticator", "/compte/authentificateur")
        case .accountErasure: ("/account/erasure", "/compte/effacement")
        case .accountRecoveryCodes: ("/account/recovery-codes", "/compte/codes-de-secours")
        case .console: ("/console", "/console")
        case .terms: ("/terms", "/conditions")
        case .portalPage: ("/pages/{id}", "/pages/{id}")
        case .consoleInstitutions: ("/console/portal/institutions", "/console/portail/etablissements")
        case .consoleNewInstitution: ("/console/portal/new-institution", "/console/portail/nouvel-etablissement")
        case .consoleInstitutionDetails: ("/console/portal/institutions/{id}", "/console/portail/etablissements/{id}")
        case .consoleInstitutionMerge: ("/console/portal/institutions/{id}/merge", "/console/portail/etablissements/{id}/fusion")
        case .consoleInstitutionClosure: ("/console/portal/institutions/{id}/closure", "/console/portail/etablissements/{id}/fermeture")
        case .consoleLists: ("/console/portal/lists", "/console/portail/listes")
        case .consoleNewList: ("/console/portal/new-list", "/console/portail/nouvelle-liste")
        case .consoleList: ("/console/portal/lists/{id}", "/console/portail/listes/{id}")
        case .consoleLook: ("/console/portal/look", "/console/portail/apparence")
        case .consoleLogo: ("/console/portal/look/logo", "/console/portail/apparence/logo")
        case .consolePages: ("/console/portal/pages", "/console/portail/pages")
        case .consolePage: ("/console/portal/pages/{id}/{language}", "/console/portail/pages/{id}/{language}")
        case .consoleChoices: ("/console/portal/settings", "/console/portail/reglages")
        case .consoleInstitution: ("/console/institutions/{id}", "/console/etablissements/{id}")
        case .consoleStaff: ("/console/institutions/{id}/staff", "/console/etablissements/{id}/personnel")
        case .consoleMember: ("/console/institutions/{id}/staff/{member}", "/console/etablissements/{id}/personnel/{member}")
        case .consolePrograms: ("/console/institutions/{id}/programs", "/console/etablissements/{id}/programmes")
        case .consoleNewProgram: ("/console/institutions/{id}/new-program", "/console/etablissements/{id}/nouveau-programme")
        case .consoleProgram: ("/console/institutions/{id}/programs/{program}", "/console/etablissements/{id}/programmes/{program}")
        case .consoleProgramText:
            ("/console/institutions/{id}/programs/{program}/text", "/console/etablissements/{id}/programmes/{program}/texte")
        case .consoleProgramTags:
            ("/console/institutions/{id}/programs/{program}/tags", "/console/etablissements/{id}/programmes/{program}/etiquettes")
        case .consoleProgramPreview:
            ("/console/institutions/{id}/programs/{program}/preview", "/console/etablissements/{id}/programmes/{program}/apercu")
        case .consoleProgramPublication:
            ("/console/institutions/{id}/programs/{program}/publication", "/console/etablissements/{id}/programmes/{program}/publication")
        case .consoleProgramWithdrawal:
            ("/console/institutions/{id}/programs/{program}/withdrawal", "/console/etablissements/{id}/programmes/{program}/retrait")
        case .consoleProgramArchive:
            ("/console/institutions/{id}/programs/{program}/archive", "/console/etablissements/{id}/programmes/{program}/archivage")
        case .consoleProgramReturn:
            ("/console/institutions/{id}/programs/{program}/return", "/console/etablissements/{id}/programmes/{program}/retour")
        case .consoleProgramCopy:
            ("/console/institutions/{id}/programs/{program}/copy", "/console/etablissements/{id}/programmes/{program}/copie")
        case .consoleProgramDraftEnd:
            (
                "/console/institutions/{id}/programs/{program}/draft-end",
                "/console/etablissements/{id}/programmes/{program}/fin-du-brouillon"
            )
        case .consoleProgramConfirmation:
            ("/console/institutions/{id}/programs/{program}/confirmation", "/console/etablissements/{id}/programmes/{program}/confirmation")
        case .consoleProgramHistory:
            ("/console/institutions/{id}/programs/{program}/history", "/console/etablissements/{id}/programmes/{program}/historique")
        case .consoleProgramVersion:
            (
                "/console/institutions/{id}/programs/{program}/history/{version}",
                "/console/etablissements/{id}/programmes/{program}/historique/{version}"
            )
        case .consoleReview: ("/console/institutions/{id}/review", "/console/etablissements/{id}/revision")
        case .consoleReviewUndo: ("/console/institutions/{id}/review/undo", "/console/etablissements/{id}/revision/annulation")
        case .consoleReviewBulk: ("/console/institutions/{id}/review/bulk", "/console/etablissements/{id}/revision/en-lot")
        case .consoleReviewChanges: ("/console/institutions/{id}/review/changes", "/console/etablissements/{id}/revision/changements")
        case .consoleReviewQuality: ("/console/institutions/{id}/review/quality", "/console/etablissements/{id}/revision/qualite")
        case .consoleTagQuality: ("/console/tag-quality", "/console/qualite-des-etiquettes")
        case .consoleFreshness: ("/console/institutions/{id}/freshness", "/console/etablissements/{id}/a-jour")
        case .consoleAccounts: ("/console/accounts", "/console/comptes")
        case .consoleAccount: ("/console/accounts/{id}", "/console/comptes/{id}")
        case .consoleAudit: ("/console/log", "/console/registre")
        case .programConfirmation: ("/confirmations/{id}", "/confirmations/{id}")
        case .consoleImports: ("/console/institutions/{id}/imports", "/console/etablissements/{id}/importations")
        case .consoleImport: ("/console/institutions/{id}/imports/{job}", "/console/etablissements/{id}/importations/{job}")
        case .consoleImportErrors:
            ("/console/institutions/{id}/imports/{job}/errors", "/console/etablissements/{id}/importations/{job}/erreurs")
        case .consoleImportDetails:
            ("/console/institutions/{id}/imports/{job}/details", "/console/etablissements/{id}/importations/{job}/details")
        case .consoleImportFile:
            ("/console/institutions/{id}/imports/{job}/file", "/console/etablissements/{id}/importations/{job}/fichier")
        case .consoleImportArchive:
            ("/console/institutions/{id}/imports/{job}/archive", "/console/etablissements/{id}/importations/{job}/archives")
        case .consoleTable: ("/console/institutions/{id}/table", "/console/etablissements/{id}/tableau")
        case .consoleKeys: ("/console/institutions/{id}/keys", "/console/etablissements/{id}/cles")
        case .consoleKey: ("/console/institutions/{id}/keys/{key}", "/console/etablissements/{id}/cles/{key}")
        case .consoleEmbed: ("/console/institutions/{id}/embed", "/console/etablissements/{id}/integration")
        case .embed: ("/embed/{id}", "/embed/{id}")
        case .inquiry: ("/inquiries", "/demandes")
        case .inquiryDraft: ("/inquiries/{id}/text", "/demandes/{id}/texte")
        case .inquiryCheck: ("/inquiries/{id}/check", "/demandes/{id}/verification")
        case .inquiryStatus: ("/inquiries/{id}", "/demandes/{id}")
        case .inquiryErase: ("/inquiries/{id}/erase", "/demandes/{id}/effacer")
        case .inquiryConfirmation: ("/inquiry-confirmation/{id}", "/confirmation-de-demande/{id}")
        case .consoleInquiries: ("/console/institutions/{id}/inquiries", "/console/etablissements/{id}/demandes")
        case .consoleInquiry: ("/console/institutions/{id}/inquiries/{inquiry}", "/console/etablissements/{id}/demandes/{inquiry}")
        case .consoleRouting: ("/console/institutions/{id}/routing", "/console/etablissements/{id}/acheminement")
        case .employerSearch: ("/employers/search", "/employeurs/recherche")
        case .posting: ("/employers/posting", "/employeurs/offre-d-emploi")
        case .needRequest: ("/employers/not-found", "/employeurs/introuvable")
        case .needRequestConfirmation: ("/employers/requests/{id}/confirmation", "/employeurs/demandes/{id}/confirmation")
        case .ownNeedRequest: ("/employers/requests/{id}", "/employeurs/demandes/{id}")
        case .introduction: ("/employers/introductions/{id}", "/employeurs/presentations/{id}")
        case .consoleUnmetNeed: ("/console/institutions/{id}/unmet-need", "/console/etablissements/{id}/besoins-non-combles")
        case .consolePledge:
            ("/console/institutions/{id}/unmet-need/{request}", "/console/etablissements/{id}/besoins-non-combles/{request}")
        case .institutionSite: ("/institutions/{id}/site", "/etablissements/{id}/site")
        case .consoleFigures: ("/console/institutions/{id}/figures", "/console/etablissements/{id}/chiffres")
        case .consolePortalFigures: ("/console/figures", "/console/chiffres")
        }
    }

    /// Whether it belongs to the consoles or to an account, which speak every language whatever the public's pages do.
    package var isBehindSignIn: Bool {
        let pattern = pattern(.en)
        return ["/console", "/account"].contains { pattern == $0 || pattern.hasPrefix($0 + "/") }
    }
}
