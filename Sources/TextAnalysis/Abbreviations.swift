/// Short forms people type for their jobs, written out. Applied alike to what is indexed and to what is asked for.
///
/// Keys and words are folded. The list is our own, gathered from the way job titles are written in postings and surveys in Canada.
package enum Abbreviations {
    /// The words a token stands for; `nil` when it is no abbreviation.
    package static func expansion(of token: String) -> [String]? { table[token] }

    /// Expanded in a short text only: in a sentence it is the pronoun.
    static let pronoun = "it"

    static var count: Int { table.count }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in (english + "\n" + french).split(separator: "\n") {
            let sides = line.split(separator: "=")
            let words = sides[1].split(separator: " ").map(String.init)
            for key in sides[0].split(separator: " ") { table[String(key)] = words }
        }
        return table
    }()

    private static let english = """
        rn = registered nurse
        lpn rpn = licensed practical nurse
        np = nurse practitioner
        psw = personal support worker
        hca hcaw = health care aide
        cca = continuing care assistant
        cna = nurse aide
        pta = physiotherapist assistant
        ota = occupational therapist assistant
        ot = occupational therapist
        pt = physiotherapist
        rmt = registered massage therapist
        slp = speech language pathologist
        rt = respiratory therapist
        mlt = medical laboratory technologist
        mla = medical laboratory assistant
        mrt = medical radiation technologist
        emt = emergency medical technician
        ems = emergency medical services
        dsw = developmental service worker
        cyw cyc = child youth worker
        ece rece = early childhood educator
        ea = educational assistant
        ta = teaching assistant
        esl = english second language
        it = information technology
        hr = human resources
        pr = public relations
        ar a/r = accounts receivable
        ap a/p = accounts payable
        r&d = research development
        f&b = food beverage
        h&s = health safety
        m&a = mergers acquisitions
        a&p = airframe powerplant
        q&a qa q/a = quality assurance
        qc = quality control
        a/c ac = air conditioning
        a/v av = audio visual
        hvac = heating ventilation air conditioning
        vp = vice president
        evp svp = senior vice president
        ceo = chief executive officer
        cfo = chief financial officer
        coo = chief operating officer
        cto = chief technology officer
        cio = chief information officer
        cpa = chartered professional accountant
        ca = chartered accountant
        csr = customer service representative
        cso = customer service officer
        bdm = business development manager
        gm = general manager
        pm = project manager
        po = purchasing officer
        ba = business analyst
        bi = business intelligence
        dba = database administrator
        sre = site reliability engineer
        ux = user experience
        ui = user interface
        seo = search engine optimization
        swe sde = software engineer
        dev devs = developer
        devops = software operations
        ml = machine learning
        ai = artificial intelligence
        gis = geographic information systems
        ehs ohs = occupational health safety
        fa = financial advisor
        mgr mngr = manager
        mgmt mgt = management
        asst ass assist = assistant
        assoc = associate
        admin = administrative
        coord coor = coordinator
        dir = director
        exec = executive
        supv supvr supr spvr = supervisor
        supt = superintendent
        tech techn = technician
        technol = technologist
        eng engr = engineer
        engg engrg = engineering
        rep reps = representative
        acct accnt = accounting
        acctg = accounting
        bkpr = bookkeeper
        sr snr = senior
        jr jnr = junior
        opr oper optr = operator
        ops = operations
        op = operator
        wkr wrkr = worker
        hlpr = helper
        mech = mechanic
        elec elect = electrical
        mfg manuf = manufacturing
        maint = maintenance
        mtce = maintenance
        const constr = construction
        prod = production
        inst instr = instructor
        prof = professor
        tchr = teacher
        lect = lecturer
        sec secy sect = secretary
        recep recept = receptionist
        cust = customer
        svc svcs serv svce = service
        dept = department
        govt gov = government
        gen = general
        nat natl = national
        intl = international
        info = information
        comm comms = communications
        telecom telecomm = telecommunications
        mktg mkt = marketing
        fin = financial
        insp = inspector
        inv = inventory
        whse whs = warehouse
        rec = recreation
        rehab = rehabilitation
        med = medical
        lab = laboratory
        pharm = pharmacy
        psych = psychiatric
        phys = physical
        vet = veterinarian
        temp = temporary
        pkg = packaging
        equip = equipment
        hvy = heavy
        transp trans = transportation
        frt = freight
        rd = registered dietitian
        lvl = level
        ltd = limited
        labor = labour
        laborer laborers = labourer
        center centers = centre
        theater theaters = theatre
        fiber = fibre
        jewelry = jewellery
        jeweler = jeweller
        counselor counselors = counsellor
        defense = defence
        license = licence
        program = programme
        realtor realtors = real estate agent
        trucker truckers = truck driver
        cabbie cabby = taxi driver
        cop cops = police officer
        """

    private static let french = """
        pab = prepose beneficiaires
        inf = infirmier
        infaux = infirmier auxiliaire
        tes = technicien education specialisee
        cpe = centre petite enfance
        rh = ressources humaines
        drh = directeur ressources humaines
        ti = technologies information
        pdg = president directeur general
        dg = directeur general
        daf = directeur administratif financier
        dsi = directeur systemes information
        adj = adjoint
        adm = administratif
        resp = responsable
        secr = secretaire
        compt = comptable
        ing = ingenieur
        educ = educateur
        ens = enseignant
        cons = conseiller
        chauf = chauffeur
        meca = mecanicien
        menag = menager
        operat = operateur
        repr = representant
        ind = industriel
        prep = prepose
        """
}
