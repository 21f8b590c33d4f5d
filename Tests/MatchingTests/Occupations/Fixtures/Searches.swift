/// Searches as people type them, with the unit groups of NOC 2021 that are right for each: labelled by hand from the titles of the
/// classification, none taken from a user. Tabs between the search, its language and the codes (any of them is right).
enum Searches {
    static let all: [(text: String, language: String, codes: Set<String>)] = table.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return (cells[0], cells[1], Set(cells[2].split(separator: "|").map(String.init)))
    }

    private static let table = """
        PSW	en	33102
        personal support worker	en	33102
        PSW nights	en	33102|44101
        préposé aux bénéficiaires	fr	33102
        préposée aux bénéficiaires	fr	33102
        PAB	fr	33102
        prepose au beneficiaires	fr	33102
        psw in long term care home	en	33102
        home support worker	en	44101
        RN	en	31301
        registered nurse ER	en	31301
        nurse	en	31301
        nusre	en	31301
        infirmière	fr	31301
        infirmier auxiliaire	fr	32101
        RPN	en	32101
        LPN	en	32101
        licenced practical nurse	en	32101
        nurse practitioner	en	31302
        paramedic	en	32102
        ambulancier	fr	32102
        pharmacy assistant	en	33103
        pharmacy tech	en	32124
        pharmacien	fr	31120
        dental hygenist	en	32111
        hygiéniste dentaire	fr	32111
        dental assistant	en	33100
        physio	en	31202
        physical therapist	en	31202
        physiothérapeute	fr	31202
        massage therapist	en	32201
        RMT	en	32201
        medical lab tech	en	33101|32120
        vet tech	en	32104
        ECE	en	42202
        early childhood educator	en	42202
        éducatrice à l'enfance	fr	42202
        educatrice petite enfance	fr	42202
        daycare worker	en	42202|44100
        nanny	en	44100
        elementary school teacher	en	41221
        enseignante au primaire	fr	41221
        high school teacher	en	41220
        EA	en	43100
        education assistant	en	43100
        ESL teacher	en	43109|41210|41220|41221|41321
        social worker	en	41300
        travailleuse sociale	fr	41300
        youth worker	en	42201
        cariste	fr	75101
        forklift operator	en	75101
        fork lift driver	en	75101
        warehouse worker	en	75101|65102
        manutentionnaire	fr	75101
        order picker	en	65102|75101
        shipper receiver	en	14400
        shipping clerk	en	14400
        expéditeur réceptionnaire	fr	14400
        truck driver	en	73300
        AZ driver	en	73300
        camionneur	fr	73300
        camionneuse longue distance	fr	73300
        trucker	en	73300
        chauffeur d'autobus	fr	73301
        school bus driver	en	73301
        taxi driver	en	75200
        uber driver	en	75200
        delivery driver	en	75201
        livreur	fr	75201
        welder	en	72106
        welder fitter	en	72106
        soudeur	fr	72106
        soudeuse-monteuse	fr	72106
        welding instructor	en	41210
        electrician	en	72200
        electrican	en	72200
        électricienne	fr	72200
        industrial electrician	en	72201
        plumber	en	72300
        plombier	fr	72300
        carpenter	en	72310
        charpentier menuisier	fr	72310
        millwright	en	72400
        mécanicien industriel	fr	72400
        auto mechanic	en	72410
        mecanicien auto	fr	72410
        heavy equipment operator	en	73400
        opérateur de machinerie lourde	fr	73400
        HVAC technician	en	72402|22301
        roofer	en	73110
        couvreur	fr	73110
        painter	en	73112
        drywaller	en	73102
        CNC machinist	en	72100
        machiniste	fr	72100
        construction labourer	en	75110
        construction laborer	en	75110
        manoeuvre en construction	fr	75110
        site superintendent construction	en	70010|72014|72010|72011|72012|72013
        construction project manager	en	70010
        civil engineer	en	21300
        ingénieure civile	fr	21300
        mechanical engineer	en	21301
        software engineer	en	21231
        software developer	en	21232
        développeur logiciel	fr	21232
        développeuse web	fr	21234
        web developer	en	21234
        full stack developer	en	21234|21232
        qa tester	en	22222
        software tester	en	22222
        IT support	en	22221
        help desk technician	en	22221
        soutien technique informatique	fr	22221
        network administrator	en	22220
        sysadmin	en	22220
        data scientist	en	21211
        data analyst	en	21223|21211
        analyste de données	fr	21223|21211
        cyber security analyst	en	21220
        business analyst IT	en	21221
        DBA	en	21223
        accountant	en	11100
        CPA	en	11100
        comptable	fr	11100
        bookkeeper	en	12200
        book keeper	en	12200
        commis comptable	fr	14200
        AP clerk	en	14200
        payroll administrator	en	13102
        HR manager	en	10011
        directrice des ressources humaines	fr	10011
        HR generalist	en	11200
        recruiter	en	12101
        administrative assistant	en	13110
        admin asst	en	13110
        adjointe administrative	fr	13110
        receptionist	en	14101
        réceptionniste	fr	14101
        office clerk	en	14100
        data entry clerk	en	14111
        customer service rep	en	64409
        CSR bank	en	64400|64401|64409
        bank teller	en	64400|64401
        caissier de banque	fr	64400|64401
        cashier	en	65100
        caissière	fr	65100
        retail sales associate	en	64100
        vendeuse	fr	64100|65109
        store manager	en	60020
        gérant de magasin	fr	60020
        real estate agent	en	63101
        realtor	en	63101
        insurance broker	en	63100
        cook	en	63200
        line cook	en	63200
        cuisinier	fr	63200
        chef	en	62200
        waitress	en	65200
        waiter/waitress	en	65200
        serveuse	fr	65200
        serveur de restaurant	fr	65200
        bartender	en	64301
        barista	en	65201
        dishwasher	en	65201
        plongeur	fr	65201
        food service supervisor	en	62020
        restaurant manager	en	60030
        hotel front desk clerk	en	64314
        hotel manager	en	60031
        housekeeper	en	65310
        femme de chambre	fr	65310
        cleaner	en	65310
        janitor	en	65312
        concierge d'immeuble	fr	65312
        security guard	en	64410
        agent de sécurité	fr	64410
        agente de securité	fr	64410
        police officer	en	42100
        policière	fr	42100
        firefighter	en	42101
        fireman	en	42101
        pompier	fr	42101
        hairdresser	en	63210
        hair stylist	en	63210
        coiffeuse	fr	63210
        esthetician	en	63211
        nail tech	en	63211
        farm worker	en	85100|85101
        ouvrière agricole	fr	85100|85101
        landscaper	en	85121|82031|22114|20010
        paysagiste	fr	85121|82031|22114|20010|21201
        butcher	en	63201
        baker	en	63202
        boulangère	fr	63202
        assembly line worker	en	94200|94219|95106|95109
        machine operator manufacturing	en	94106|94111|94105|94110|94100|94107
        journalier de production	fr	95109|95106|95107|95100|95102|95103|95104|95105
        lawyer	en	41101
        avocate	fr	41101
        paralegal	en	42200
        graphic designer	en	52120
        graphiste	fr	52120
        photographer	en	53110
        marketing manager	en	10022
        project manager	en	70010|21221|11201|12011|20010|21300|21311
        interior designer	en	52121
        flight attendant	en	64311
        agente de bord	fr	64311
        hotesse de l'air	fr	64311
        letter carrier	en	74101
        mailman	en	74101
        facteur	fr	74101
        family doctor	en	31102
        médecin de famille	fr	31102
        psychologist	en	31200
        psychologue	fr	31200
        Sous-chef	fr	62200
        aide-cuisinière	fr	65201
        bus driver	en	73301
        conductrice d'autobus scolaire	fr	73301
        crane operator	en	72500
        grutier	fr	72500
        tow truck driver	en	75200|73300|75201|74205|75110
        airline pilot	en	72600
        pilote de ligne	fr	72600
        air traffic controler	en	72601
        aircraft mechanic	en	72404
        AME aircraft maintenance	en	72404
        bricklayer	en	72320
        briqueteuse-maçonne	fr	72320
        tile setter	en	73101
        carreleur	fr	73101
        ironworker	en	72105
        sheet metal worker	en	72102
        ferblantier	fr	72102
        gas fitter	en	72302
        sprinkler fitter	en	72301
        refrigeration mechanic	en	72402
        frigoriste	fr	72402
        autobody technician	en	72411
        débosseleur	fr	72411
        heavy duty mechanic	en	72401
        mécanicien d'équipement lourd	fr	72401
        electronics technician	en	22310
        telecom installer	en	72204|72205
        tool and die maker	en	72101
        quality control inspector manufacturing	en	94133|22300|94204|94202|22302|94219|94105|94200
        industrial engineer	en	21321
        ingénieur industriel	fr	21321
        architect	en	21200
        architecte paysagiste	fr	21201
        land surveyor	en	21203
        arpenteure-géomètre	fr	21203
        urban planner	en	21202
        geologist	en	21102
        biologiste	fr	21110
        chemist	en	21101
        lab technician chemistry	en	22100
        agronome	fr	21112
        forester	en	21111
        logger	en	84110|83110
        fisherman	en	83121|84121
        deckhand	en	75210|74201|85102
        matelot de pont	fr	74201
        underground miner	en	83100
        mineur	fr	83100
        oil rig worker	en	84101|83101|85111
        nuclear operator	en	92100
        water treatment operator	en	92101
        meat cutter grocery	en	65202|63201
        grocery clerk	en	65102|65100|64100
        commis d'épicerie	fr	65102|65100
        shelf stocker	en	65102
        gas station attendant	en	65101
        pompiste	fr	65101
        telemarketer	en	64101|64409|65109
        agent de centre d'appels	fr	64409
        call center agent	en	64409
        travel agent	en	64310
        conseillère en voyages	fr	64310
        tour guide	en	64320
        casino dealer	en	64321
        personal trainer	en	54100
        lifeguard	en	54100
        sauveteur piscine	fr	54100
        hockey coach	en	53201|54100
        librarian	en	51100
        bibliothécaire	fr	51100
        library technician	en	52100
        journalist	en	51113
        traducteur	fr	51114
        interpreter sign language	en	51114
        actress	en	51120|53121|51121
        comédienne	fr	53121
        musician	en	51122
        sound technician	en	52113
        video editor	en	52113
        tailor	en	64200
        couturière	fr	64200
        jeweller	en	62202
        upholsterer	en	63221
        furniture assembler	en	94210
        cabinet maker	en	72311
        ébéniste	fr	72311
        sawmill worker	en	94120|95103|94129
        printer operator press	en	73401
        university professor	en	41200
        professeure d'université	fr	41200
        college instructor nursing	en	41210
        directrice d'école	fr	40021
        school principal	en	40021
        guidance counselor	en	41320
        orienteur	fr	41320|41321
        career counsellor	en	41320|41321
        conseillère en emploi	fr	11200|41321
        probation officer	en	41311
        correctional officer	en	43201
        agent correctionnel	fr	43201
        border services officer	en	43203
        customs broker	en	13200
        soldier	en	44200
        immigration consultant	en	41403
        notaire	fr	41101
        legal secretary	en	13111
        medical secretary	en	13112
        secrétaire médicale	fr	13112
        executive assistant	en	12100|13110
        payroll clerk	en	13102
        financial advisor	en	11102|63102
        mortgage broker	en	63102|11109|11103
        conseiller en sécurité financière	fr	63100|11102
        claims adjuster	en	12201
        experte en sinistres	fr	12201
        loan officer	en	63102|11109
        auditor	en	11100
        économiste	fr	41401
        statistician	en	21210
        machine learning engineer	en	21211|21231
        cloud engineer	en	21231|21311|20012|21230|21222|21232
        scrum master	en	21221|21222|20012
        UX designer	en	21233|52120
        game developer	en	21232
        database admin	en	21223
        it project manager	en	21221|20012|21222
        computer repair tech	en	22311
        cio	en	20012|00012|00015
        chief executive officer	en	00012|00013|00014|00015|00011
        directeur général OBNL	fr	00013|00014|00012
        construction foreman	en	72021|72014|72013|72011|72012
        contremaître charpentier	fr	72013
        property manager	en	70012|13101
        superintendent apartment building	en	73201
        housekeeping supervisor	en	62024
        maid	en	65310|44101
        window cleaner	en	65311|65312
        laveur de vitres	fr	65311
        dry cleaner	en	65320
        funeral director	en	62201
        thanatologue	fr	62201
        pet groomer	en	65220|63222
        toiletteuse pour chiens	fr	65220|63222
        veterinarian	en	31103
        vétérinaire	fr	31103
        optometrist	en	31111
        opticienne	fr	32100
        audiologist	en	31112
        orthophoniste	fr	31112
        speech therapist	en	31112
        occupational therapist	en	31203
        ergothérapeute	fr	31203
        dietician	en	31121
        nutritionniste	fr	31121
        chiropractor	en	31201
        midwife	en	31303
        sage-femme	fr	31303
        x-ray technician	en	32121
        technologue en imagerie médicale	fr	32121
        respiratory therapist	en	32103
        surgeon	en	31101
        anesthésiste	fr	31100
        dentist	en	31110
        denturologiste	fr	32110
        DSW developmental services	en	42201
        intervenante en toxicomanie	fr	42201
        éducatrice spécialisée	fr	42201
        TES	fr	42201
        home daycare provider	en	44100
        crossing guard	en	45100
        brigadier scolaire	fr	45100
        recyclage trieur	fr	95107|95109|75212|75110|94100|85121
        garbage collector	en	75212
        éboueur	fr	75212
        movers	en	75101|75201
        déménageur	fr	75101
        courier	en	74102
        postier	fr	74101|74102|14405|14400
        """
}
