/// What people say, and what the classification calls it. For what is asked only: titles in the index stay as they are.
///
/// Keys are folded words without stop words. An empty right side drops the phrase: it tells about the post, not about the job.
/// The list is our own: common words of job postings in Canada, the United States and France for jobs that NOC names otherwise.
enum QuerySynonyms {
    /// The longest phrase starting at `index`, with its replacement and its length.
    static func replacement(in words: [String], at index: Int) -> (words: [String], length: Int)? {
        for length in stride(from: min(longest, words.count - index), through: 1, by: -1) {
            if let found = table[words[index..<index + length].joined(separator: " ")] { return (found, length) }
        }
        return nil
    }

    private static let longest = 3

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in (english + "\n" + french + "\n" + circumstances).split(separator: "\n") {
            let sides = line.split(separator: "=", omittingEmptySubsequences: false)
            table[sides[0].split(separator: " ").joined(separator: " ")] = sides[1].split(separator: " ").map(String.init)
        }
        return table
    }()

    private static let english = """
        attorney = lawyer
        physical therapist = physiotherapist
        physical therapy = physiotherapy
        physio = physiotherapist
        fireman = firefighter
        sysadmin = network system administrator
        system administrator = network system administrator
        systems administrator = network system administrator
        railroad = railway
        kindergarten = elementary school kindergarten
        preschool = early childhood
        nanny = nanny child care provider
        janitress = janitor
        stewardess = flight attendant
        air hostess = flight attendant
        mailman = letter carrier
        mail man = letter carrier
        postman = letter carrier
        garbage man = garbage collector
        garbageman = garbage collector
        lorry = truck
        forklift driver = forklift operator
        beautician = cosmetician
        coder = computer programmer
        scrum master = information technology project manager
        chief information officer = information systems manager
        chief technology officer = information systems manager
        front end developer = web developer
        frontend developer = web developer
        back end developer = web developer
        backend developer = web developer
        full stack developer = full stack web developer
        fullstack developer = web developer
        shrink = psychologist
        realtor = real estate agent
        estate agent = real estate agent
        undertaker = funeral director
        solicitor = lawyer
        chemist shop = pharmacy
        car mechanic = automobile mechanic
        auto mechanic = automobile mechanic
        tow truck driver = tow truck operator
        bus boy = busboy
        prep cook = cook helper
        lunch lady = cafeteria attendant
        nail tech = manicurist
        nail technician = manicurist
        phlebotomist = phlebotomist medical laboratory assistant
        cpr instructor = first aid instructor
        uber driver = taxi driver
        lyft driver = taxi driver
        amazon driver = delivery driver
        drywaller = drywall installer
        """

    private static let french = """
        aide soignant = prepose beneficiaires
        aide soignante = prepose beneficiaires
        auxiliaire vie = prepose soins domicile
        assistant maternel = gardien enfants
        assistante maternelle = gardien enfants
        nounou = gardien enfants
        instituteur = enseignant ecole primaire
        institutrice = enseignant ecole primaire
        professeur ecoles = enseignant ecole primaire
        femme menage = entretien menager
        femme chambre = prepose chambres
        agent entretien = prepose entretien
        hotesse air = agent bord
        kine = physiotherapeute
        administrateur systeme = administrateur systeme reseau
        administrateur systemes = administrateur systeme reseau
        kinesitherapeute = physiotherapeute
        flic = policier
        toubib = medecin
        vigile = agent securite
        routier = camionneur
        chauffeur poids lourd = camionneur
        chauffeur poids lourds = camionneur
        plombier chauffagiste = plombier
        conseiller vente = vendeur
        hote caisse = caissier
        hotesse caisse = caissier
        serveur restaurant = serveur aliments boissons
        puericulteur = educateur petite enfance
        puericultrice = educateur petite enfance
        expert comptable = comptable professionnel agree
        developpeur = developpeur logiciels
        garagiste = mecanicien automobile
        """

    /// Hours, contracts and the word "job" itself.
    private static let circumstances = """
        nights =
        night shift =
        day shift =
        evenings =
        weekends =
        part time =
        parttime =
        full time =
        fulltime =
        job =
        jobs =
        hiring =
        wanted =
        temps plein =
        temps partiel =
        nuit =
        fin semaine =
        """
}
