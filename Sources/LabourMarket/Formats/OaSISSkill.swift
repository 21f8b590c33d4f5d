package import Domain

/// One of the 33 skills of OaSIS. Names in French, names of use in English, aliases and kinds are the portal’s own.
package struct OaSISSkill: Sendable {
    package let id: String
    /// The column of the publisher’s file.
    package let publishedName: String
    package let en: String
    package let fr: String
    package let kind: Skill.Kind
    package let aliasesEN: [String]
    package let aliasesFR: [String]

    private init(
        _ publishedName: String, _ slug: String, _ en: String, _ fr: String, _ kind: Skill.Kind, _ aliasesEN: [String],
        _ aliasesFR: [String]
    ) {
        self.id = "oasis:" + slug
        self.publishedName = publishedName
        self.en = en
        self.fr = fr
        self.kind = kind
        self.aliasesEN = aliasesEN
        self.aliasesFR = aliasesFR
    }

    /// In the order of the publisher’s columns.
    package static let all: [OaSISSkill] = [
        OaSISSkill(
            "Oral Communication: Active Listening", "active-listening", "Active listening", "Écoute active",
            .interpersonal, ["listening skills"], ["capacité d’écoute"]),
        OaSISSkill(
            "Digital Literacy", "digital-literacy", "Digital literacy", "Littératie numérique",
            .technical, ["computer skills", "basic computer skills"], ["compétences numériques", "informatique de base"]),
        OaSISSkill(
            "Numeracy", "numeracy", "Numeracy", "Numératie",
            .technical, ["basic math", "math skills"], ["calcul", "mathématiques de base"]),
        OaSISSkill(
            "Oral Communication: Oral Comprehension", "oral-comprehension", "Oral comprehension", "Compréhension orale",
            .interpersonal, ["understanding spoken language"], ["compréhension de l’oral"]),
        OaSISSkill(
            "Oral Communication: Oral Expression", "oral-expression", "Oral expression", "Expression orale",
            .interpersonal, ["speaking", "speaking skills"], ["communication orale", "parler en public"]),
        OaSISSkill(
            "Reading Comprehension", "reading-comprehension", "Reading comprehension", "Compréhension de lecture",
            .technical, ["reading", "reading skills"], ["lecture", "compréhension de l’écrit"]),
        OaSISSkill(
            "Writing", "writing", "Writing", "Rédaction",
            .technical, ["writing skills", "written communication"], ["écriture", "communication écrite"]),
        OaSISSkill(
            "Decision Making", "decision-making", "Decision making", "Prise de décisions",
            .technical, ["making decisions"], ["décision"]),
        OaSISSkill(
            "Evaluation", "evaluation", "Evaluation", "Évaluation",
            .technical, ["assessing options"], ["appréciation des options"]),
        OaSISSkill(
            "Learning and Teaching Strategies", "learning-and-teaching-strategies", "Learning and teaching strategies",
            "Stratégies d’apprentissage et d’enseignement",
            .technical, ["learning strategies"], ["stratégies d’apprentissage"]),
        OaSISSkill(
            "Problem Solving", "problem-solving", "Problem solving", "Résolution de problèmes",
            .technical, ["solving problems"], ["résoudre des problèmes"]),
        OaSISSkill(
            "Systems Analysis", "systems-analysis", "Systems analysis", "Analyse de systèmes",
            .technical, ["analysing systems"], ["analyse des systèmes"]),
        OaSISSkill(
            "Critical Thinking", "critical-thinking", "Critical thinking", "Pensée critique",
            .technical, ["critical reasoning"], ["esprit critique"]),
        OaSISSkill(
            "Digital Systems Production", "digital-systems-production", "Digital systems production", "Conception de systèmes numériques",
            .technical, ["creating digital systems"], ["création de systèmes numériques"]),
        OaSISSkill(
            "Equipment and Tool Selection", "equipment-and-tool-selection", "Equipment and tool selection",
            "Choix de l’équipement et des outils",
            .technical, ["choosing tools"], ["sélection d’outils"]),
        OaSISSkill(
            "Operation and Control", "operation-and-control", "Operation and control of equipment", "Conduite et contrôle d’équipement",
            .technical, ["equipment operation"], ["conduite de machines"]),
        OaSISSkill(
            "Operation Monitoring of Machinery and Equipment", "operation-monitoring", "Monitoring of machinery and equipment",
            "Surveillance du fonctionnement des machines et de l’équipement",
            .technical, ["machine monitoring"], ["surveillance de machines"]),
        OaSISSkill(
            "Preventative Maintenance", "preventative-maintenance", "Preventive maintenance", "Entretien préventif",
            .technical, ["preventative maintenance", "routine maintenance"], ["maintenance préventive"]),
        OaSISSkill(
            "Product Design", "product-design", "Product design", "Conception de produits",
            .technical, ["designing products"], ["design de produits"]),
        OaSISSkill(
            "Quality Control Testing", "quality-control-testing", "Quality control testing", "Essais de contrôle de la qualité",
            .technical, ["quality testing"], ["vérification de la qualité"]),
        OaSISSkill(
            "Repairing", "repairing", "Repairing", "Réparation",
            .technical, ["repair", "fixing equipment"], ["dépannage et réparation"]),
        OaSISSkill(
            "Setting Up", "setting-up", "Setting up equipment", "Installation et réglage d’équipement",
            .technical, ["equipment set-up"], ["mise en place d’équipement"]),
        OaSISSkill(
            "Troubleshooting", "troubleshooting", "Troubleshooting", "Diagnostic de pannes",
            .technical, ["fault finding", "trouble shooting"], ["dépannage", "recherche de pannes"]),
        OaSISSkill(
            "Management of Financial Resources", "management-of-financial-resources", "Management of financial resources",
            "Gestion des ressources financières",
            .technical, ["budgeting"], ["gestion de budget"]),
        OaSISSkill(
            "Management of Material Resources", "management-of-material-resources", "Management of material resources",
            "Gestion des ressources matérielles",
            .technical, ["managing equipment and supplies"], ["gestion du matériel et des fournitures"]),
        OaSISSkill(
            "Management of Personnel Resources", "management-of-personnel-resources", "Management of personnel resources",
            "Gestion du personnel",
            .interpersonal, ["staff management", "people management"], ["gestion des ressources humaines d’une équipe"]),
        OaSISSkill(
            "Monitoring", "monitoring", "Monitoring performance", "Suivi du rendement",
            .interpersonal, ["performance monitoring"], ["suivi"]),
        OaSISSkill(
            "Time Management", "time-management", "Time management", "Gestion du temps",
            .technical, ["managing time"], ["organisation de son temps"]),
        OaSISSkill(
            "Coordinating", "coordinating", "Coordinating", "Coordination",
            .interpersonal, ["coordination with others"], ["coordonner le travail de plusieurs personnes"]),
        OaSISSkill(
            "Instructing", "instructing", "Instructing", "Formation d’autrui",
            .interpersonal, ["teaching others"], ["enseigner à d’autres"]),
        OaSISSkill(
            "Negotiating", "negotiating", "Negotiating", "Négociation",
            .interpersonal, ["negotiation"], ["négocier"]),
        OaSISSkill(
            "Persuading", "persuading", "Persuading", "Persuasion",
            .interpersonal, ["persuasion", "influencing"], ["convaincre"]),
        OaSISSkill(
            "Social Perceptiveness", "social-perceptiveness", "Social perceptiveness", "Perspicacité sociale",
            .interpersonal, ["reading people"], ["sens de l’observation sociale"]),
    ]
}
