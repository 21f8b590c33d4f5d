import Domain

/// Postings written for measuring, with what a careful reader finds in them. Ours, made before the reader was ever run on them.
struct LabelledPosting: Sendable {
    let text: String
    /// Any of them is right.
    let occupations: [String]
    /// Parts of the English names or aliases of what is asked for, in small letters: each must be read, by whatever entry.
    let asked: [String]
    /// The same for what must be marked as welcome only.
    var welcome: [String] = []
}

extension LabelledPosting {
    static let all: [LabelledPosting] = [
        LabelledPosting(
            text: """
                Personal Support Worker - Nights
                About us
                Maple Grove is a home for 128 people. We offer dental benefits and a pension plan.
                Responsibilities:
                - Help residents with bathing, dressing and meals
                - Provide dementia care with patience
                - Use safe lifting and mechanical lifts
                - Record care in PointClickCare
                Requirements:
                - First aid and CPR
                - Infection prevention and control
                Nice to have:
                - Palliative care
                - Microsoft Excel
                """, occupations: ["33102", "44101"],
            asked: ["dementia", "safe lifting", "pointclickcare", "first aid", "cpr", "infection", "palliative", "excel"],
            welcome: ["palliative", "excel"]),
        LabelledPosting(
            text: """
                MIG Welder
                We build trailers in Hearst and are hiring for the day shift.
                What you will do
                MIG welding of steel frames. Read blueprints and welding symbols. Grinding and finishing of parts.
                What you bring
                CWB ticket an asset. WHMIS training. Overhead crane experience would be a plus.
                You must be able to work safely with lockout procedures.
                """, occupations: ["72106", "94201"], asked: ["mig", "blueprint", "whmis", "lockout"]),
        LabelledPosting(
            text: """
                Web developer
                Build and maintain our online shop.
                Required skills
                • JavaScript and TypeScript
                • React
                • SQL databases such as PostgreSQL
                • Git
                Assets
                • Docker
                • Web accessibility (WCAG)
                """, occupations: ["21234", "21233", "21232"],
            asked: ["javascript", "typescript", "react", "postgresql", "git", "docker", "accessibility"],
            welcome: ["docker", "accessibility"]),
        LabelledPosting(
            text: """
                Bookkeeper, part time
                You keep the books of a construction company with 20 employees.
                Duties: accounts payable and receivable; payroll; bank reconciliation; HST returns.
                Qualifications: QuickBooks Online, Microsoft Excel, attention to detail.
                """, occupations: ["12200", "14200", "13102"],
            asked: ["bookkeeping", "payroll", "quickbooks", "excel"]),
        LabelledPosting(
            text: """
                Forklift operator / material handler
                Our warehouse in Brampton moves 4,000 pallets a day.
                - Operate counterbalance and reach forklifts
                - Pick and pack orders, inventory control with SAP
                - Follow health and safety rules
                Forklift certification is required. WHMIS required.
                """, occupations: ["75101", "14400"], asked: ["forklift", "inventory", "whmis", "sap"]),
        LabelledPosting(
            text: """
                Cook - long-term care
                Prepare meals for residents with dietary restrictions. Menu planning with our dietitian. Order supplies and control food cost.
                Requirements: food handler certificate, knowledge of food safety and allergens.
                """, occupations: ["63200", "62200"], asked: ["menu planning", "food handler", "food safety"]),
        LabelledPosting(
            text: """
                Préposé aux bénéficiaires
                À propos de nous
                Nous offrons une assurance collective et un régime de retraite.
                Vos tâches
                • Aider les résidents à se laver, à s’habiller et à manger
                • Donner des soins liés à la démence
                Exigences
                • Secourisme et RCR
                • Principes de déplacement sécuritaire
                • Connaissance des soins palliatifs souhaitée
                """, occupations: ["33102", "44101"], asked: ["dementia", "first aid", "cpr", "safe lifting", "palliative"],
            welcome: ["palliative"]),
        LabelledPosting(
            text: """
                Développeur Web (H/F)
                Vos tâches
                • Développer des applications en JavaScript et TypeScript
                • Concevoir des bases de données PostgreSQL
                Exigences
                • Git, Docker et Linux
                • Connaissance de Python exigée
                • React serait un atout
                """, occupations: ["21234", "21233", "21232"],
            asked: ["javascript", "typescript", "postgresql", "git", "docker", "linux", "python", "react"], welcome: ["react"]),
        LabelledPosting(
            text: """
                Soudeur de production
                Soudage MIG de châssis en acier. Lecture de plans. Meulage et finition.
                Profil recherché
                Cadenassage obligatoire. Carte SIMDUT. Expérience en soudage TIG, un atout.
                """, occupations: ["72106", "94201"], asked: ["mig", "blueprint", "lockout", "whmis", "tig"], welcome: ["tig"]),
        LabelledPosting(
            text: """
                Adjointe administrative
                Accueil des clients, gestion de l’agenda, rédaction de lettres, procès-verbaux.
                Exigences : Microsoft Word, Excel et PowerPoint; service à la clientèle; bilinguisme.
                """, occupations: ["13110", "14100", "14101", "12100"], asked: ["word", "excel", "powerpoint", "customer service"]),
        LabelledPosting(
            text: """
                Industrial electrician
                Maintain and troubleshoot PLC controlled equipment, motor controls and variable frequency drives.
                Requirements: licence 442A, lockout/tagout, arc flash safety, reading electrical drawings.
                Experience with robots is an asset.
                """, occupations: ["72201", "72200"], asked: ["programmable logic", "motor control", "lockout", "arc flash"]),
        LabelledPosting(
            text: """
                Early childhood assistant / Aide-éducatrice
                Bilingual daycare in Ottawa / Garderie bilingue à Ottawa
                Duties:
                - Plan play-based activities
                - Support children with autism
                Exigences :
                - Premiers soins et RCR
                - Développement de l’enfant
                """, occupations: ["42202", "43100", "44100"], asked: ["play", "autism", "first aid", "cpr", "child development"]),
    ]
}
