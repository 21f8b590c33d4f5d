"""Where every page is, in one language."""

import base64
import urllib.parse
import uuid

PATTERNS = {
    "home": ("", ""),
    "recommendations": ("/recommendations", "/recommandations"),
    "search": ("/programs", "/programmes"),
    "filters": ("/programs/filters", "/programmes/filtres"),
    "program": ("/programs/{id}", "/programmes/{id}"),
    "registration": ("/programs/{id}/registration", "/programmes/{id}/inscription"),
    "occupations": ("/occupations", "/professions"),
    "occupation": ("/occupations/{id}", "/professions/{id}"),
    "career_move": ("/occupations/{id}/to/44101", "/professions/{id}/vers/44101"),
    "plan": ("/plan", "/parcours"),
    "employers": ("/employers", "/employeurs"),
    "employer_search": ("/employers/search", "/employeurs/recherche"),
    "posting": ("/employers/posting", "/employeurs/offre-d-emploi"),
    "need_request": ("/employers/not-found", "/employeurs/introuvable"),
    "institution_site": ("/institutions/{id}/site", "/etablissements/{id}/site"),
    "console_figures": ("/console/institutions/{id}/figures", "/console/etablissements/{id}/chiffres"),
    "console_portal_figures": ("/console/figures", "/console/chiffres"),
    "console_unmet_need": ("/console/institutions/{id}/unmet-need", "/console/etablissements/{id}/besoins-non-combles"),
    "directory": ("/employers/directory", "/employeurs/repertoire"),
    "employer_data": ("/employers/my-data", "/employeurs/mes-donnees"),
    "console_directory": ("/console/institutions/{id}/employers", "/console/etablissements/{id}/employeurs"),
    "console_employers": ("/console/portal/employers", "/console/portail/employeurs"),
    "console_consents": ("/console/portal/consents", "/console/portail/consentements"),
    "institutions": ("/institutions", "/etablissements"),
    "institution": ("/institutions/{id}", "/etablissements/{id}"),
    "short_list": ("/shortlist", "/selection"),
    "short_list_print": ("/shortlist/print", "/selection/imprimer"),
    "compare": ("/compare", "/comparer"),
    "lists": ("/lists", "/listes"),
    "list": ("/lists/{id}", "/listes/{id}"),
    "list_feed": ("/lists/{id}/feed", "/listes/{id}/fil"),
    "about_data": ("/about-the-data", "/a-propos-des-donnees"),
    "labour_market": ("/labour-market-information", "/information-marche-travail"),
    "accessibility": ("/accessibility", "/accessibilite"),
    "privacy": ("/privacy", "/confidentialite"),
    "quiz": ("/quiz", "/questionnaire"),
    "quiz_return": ("/quiz/return", "/questionnaire/retour"),
    "quiz_job": ("/quiz/{id}/job", "/questionnaire/{id}/emploi"),
    "quiz_direction": ("/quiz/{id}/direction", "/questionnaire/{id}/direction"),
    "quiz_likes": ("/quiz/{id}/likes", "/questionnaire/{id}/gouts"),
    "quiz_skills": ("/quiz/{id}/skills", "/questionnaire/{id}/competences"),
    "quiz_education": ("/quiz/{id}/education", "/questionnaire/{id}/etudes"),
    "quiz_time": ("/quiz/{id}/time", "/questionnaire/{id}/temps"),
    "quiz_money": ("/quiz/{id}/money", "/questionnaire/{id}/argent"),
    "quiz_answers": ("/quiz/{id}/answers", "/questionnaire/{id}/reponses"),
    "quiz_results": ("/quiz/{id}/programs", "/questionnaire/{id}/programmes"),
    "quiz_erase": ("/quiz/{id}/erase", "/questionnaire/{id}/effacer"),
    "funding": ("/funding", "/financement"),
    "sign_in": ("/account/sign-in", "/compte/connexion"),
    "sign_out": ("/account/sign-out", "/compte/deconnexion"),
    "password_request": ("/account/forgotten-password", "/compte/mot-de-passe-oublie"),
    "account": ("/account", "/compte"),
    "account_password": ("/account/password", "/compte/mot-de-passe"),
    "account_email": ("/account/address", "/compte/adresse"),
    "account_sessions": ("/account/sessions", "/compte/sessions"),
    "account_authenticator": ("/account/authenticator", "/compte/authentificateur"),
    "account_recovery_codes": ("/account/recovery-codes", "/compte/codes-de-secours"),
    "console": ("/console", "/console"),
    "console_institution": ("/console/institutions/{id}", "/console/etablissements/{id}"),
    "console_staff": ("/console/institutions/{id}/staff", "/console/etablissements/{id}/personnel"),
    "console_programs": ("/console/institutions/{id}/programs", "/console/etablissements/{id}/programmes"),
    "console_new_program": ("/console/institutions/{id}/new-program", "/console/etablissements/{id}/nouveau-programme"),
    "console_program": ("/console/institutions/{id}/programs/{program}", "/console/etablissements/{id}/programmes/{program}"),
    "console_program_text": ("/console/institutions/{id}/programs/{program}/text", "/console/etablissements/{id}/programmes/{program}/texte"),
    "console_program_tags": ("/console/institutions/{id}/programs/{program}/tags", "/console/etablissements/{id}/programmes/{program}/etiquettes"),
    "console_program_history": ("/console/institutions/{id}/programs/{program}/history", "/console/etablissements/{id}/programmes/{program}/historique"),
    "console_freshness": ("/console/institutions/{id}/freshness", "/console/etablissements/{id}/a-jour"),
    "console_review": ("/console/institutions/{id}/review", "/console/etablissements/{id}/revision"),
    "console_review_bulk": ("/console/institutions/{id}/review/bulk", "/console/etablissements/{id}/revision/en-lot"),
    "console_review_changes": ("/console/institutions/{id}/review/changes", "/console/etablissements/{id}/revision/changements"),
    "console_review_quality": ("/console/institutions/{id}/review/quality", "/console/etablissements/{id}/revision/qualite"),
    "console_tag_quality": ("/console/tag-quality", "/console/qualite-des-etiquettes"),
    "console_imports": ("/console/institutions/{id}/imports", "/console/etablissements/{id}/importations"),
    "console_table": ("/console/institutions/{id}/table", "/console/etablissements/{id}/tableau"),
    "console_keys": ("/console/institutions/{id}/keys", "/console/etablissements/{id}/cles"),
    "console_embed": ("/console/institutions/{id}/embed", "/console/etablissements/{id}/integration"),
    "embed": ("/embed/{id}", "/embed/{id}"),
    "console_accounts": ("/console/accounts", "/console/comptes"),
    "console_log": ("/console/log", "/console/registre"),
    "terms": ("/terms", "/conditions"),
    "portal_page": ("/pages/{id}", "/pages/{id}"),
    "console_institutions": ("/console/portal/institutions", "/console/portail/etablissements"),
    "console_new_institution": ("/console/portal/new-institution", "/console/portail/nouvel-etablissement"),
    "console_institution_details": ("/console/portal/institutions/{id}", "/console/portail/etablissements/{id}"),
    "console_institution_merge": ("/console/portal/institutions/{id}/merge", "/console/portail/etablissements/{id}/fusion"),
    "console_institution_closure": ("/console/portal/institutions/{id}/closure", "/console/portail/etablissements/{id}/fermeture"),
    "console_lists": ("/console/portal/lists", "/console/portail/listes"),
    "console_new_list": ("/console/portal/new-list", "/console/portail/nouvelle-liste"),
    "console_list": ("/console/portal/lists/{id}", "/console/portail/listes/{id}"),
    "console_look": ("/console/portal/look", "/console/portail/apparence"),
    "console_pages": ("/console/portal/pages", "/console/portail/pages"),
    "console_page": ("/console/portal/pages/{id}/{program}", "/console/portail/pages/{id}/{program}"),
    "console_choices": ("/console/portal/settings", "/console/portail/reglages"),
    "inquiry": ("/inquiries", "/demandes"),
    "inquiry_erase": ("/inquiries/{id}/erase", "/demandes/{id}/effacer"),
    "console_inquiries": ("/console/institutions/{id}/inquiries", "/console/etablissements/{id}/demandes"),
    "console_routing": ("/console/institutions/{id}/routing", "/console/etablissements/{id}/acheminement"),
}

# What a person in each language types for the same job.
JOB = {"en": "personal support worker", "fr": "préposé aux bénéficiaires"}
OCCUPATION = "33102"
# The same ready-made list by its name in each language.
LIST = {"en": "health-care", "fr": "sante"}
# As programs stand in the address of a short list; this one was never on the portal.
WITHDRAWN = "AAAAAAAAAAAAAAAAAAAAAA"


def code(program: str) -> str:
    """The 22 letters that stand for a program's UUID in the address of a short list."""
    return base64.urlsafe_b64encode(uuid.UUID(program).bytes).decode().rstrip("=")


def sample_codes(programs: list[str]) -> str:
    return ".".join([code(one) for one in programs] + [WITHDRAWN])


class Paths:
    def __init__(self, language: str):
        self.language = language

    def path(self, route: str, id: str = "", program: str = "", **query) -> str:
        pattern = PATTERNS[route][0 if self.language == "en" else 1]
        if "{program}" in pattern:
            pattern = pattern.replace("{program}", urllib.parse.quote(program, safe=""))
        elif program:
            query = {"program": program, **query}
        address = f"/{self.language}" + pattern.replace("{id}", urllib.parse.quote(id, safe=""))
        pairs = [(n.replace("_", "-"), v) for n, values in query.items() for v in (values if isinstance(values, list) else [values])]
        return address + ("?" + urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote) if pairs else "")

    def home(self) -> str:
        return self.path("home")

    def search(self, **query) -> str:
        return self.path("search", **query)

    def recommendations(self, job: str, **query) -> str:
        return self.path("recommendations", job=job, **query)

    def program(self, id: str) -> str:
        return self.path("program", id)

    def registration(self, id: str) -> str:
        return self.path("registration", id)


# Every kind of page once, by a name a reader of the report understands. Addresses may need the sample ids of `Samples`; `quiz` is a code.
def pages(paths: Paths, programs: list[str], institution: str, quiz: str = "x") -> dict[str, str]:
    job, program = JOB[paths.language], programs[0]
    kept = sample_codes(programs[:3])
    return {
        "home": paths.home(),
        "recommendations": paths.recommendations(job),
        "recommendations for an unknown job": paths.recommendations("zzzzqqqq"),
        "search": paths.search(),
        "search with filters": paths.search(delivery="online", price=["free", "under-250"]),
        "second page": paths.search(page="2"),
        "search without results": paths.search(q="zzzzqqqqxxxx"),
        "filters": paths.path("filters", delivery="online"),
        "program": paths.program(program),
        "occupations": paths.path("occupations"),
        "occupations found": paths.path("occupations", q=job),
        "occupation": paths.path("occupation", OCCUPATION),
        "occupation, desirable moves": paths.path("occupation", OCCUPATION, moves="desirable"),
        "career move": paths.path("career_move", OCCUPATION),
        "plan": paths.path("plan"),
        "plan answered": paths.path("plan", from_occupation=OCCUPATION, to_occupation="32101"),
        "plan within limits": paths.path("plan", from_occupation="65100", to_occupation=OCCUPATION, budget="300", hours="6", region="3530"),
        "employers": paths.path("employers"),
        "employers, a skill": paths.path("employer_search", q="dementia care"),
        "employers, a question": paths.path("employer_search", q="forklift"),
        "posting": paths.path("posting"),
        "what was not found": paths.path("need_request", occupation=OCCUPATION),
        "employers, directory": paths.path("directory"),
        "employers, data": paths.path("employer_data"),
        "institutions": paths.path("institutions"),
        "institution": paths.path("institution", institution),
        "short list": paths.path("short_list", ids=kept),
        "short list, empty": paths.path("short_list"),
        "short list, printed": paths.path("short_list_print", ids=kept),
        "comparison": paths.path("compare", ids=kept, list=kept),
        "lists": paths.path("lists"),
        "list": paths.path("list", LIST[paths.language]),
        "list for employers": paths.path("list", LIST[paths.language], **{"for": "employers"}),
        "about the data": paths.path("about_data"),
        "labour market": paths.path("labour_market"),
        "accessibility": paths.path("accessibility"),
        "privacy": paths.path("privacy"),
        "terms": paths.path("terms"),
        "quiz": paths.path("quiz"),
        "quiz, coming back": paths.path("quiz_return"),
        "quiz, job": paths.path("quiz_job", quiz),
        "quiz, direction": paths.path("quiz_direction", quiz),
        "quiz, likes": paths.path("quiz_likes", quiz),
        "quiz, skills": paths.path("quiz_skills", quiz),
        "quiz, schooling": paths.path("quiz_education", quiz),
        "quiz, time": paths.path("quiz_time", quiz),
        "quiz, money": paths.path("quiz_money", quiz),
        "quiz, answers": paths.path("quiz_answers", quiz),
        "quiz, programs": paths.path("quiz_results", quiz),
        "quiz, erase": paths.path("quiz_erase", quiz),
        "funding": paths.path("funding"),
        "funding for a program": paths.path("funding", program=program),
        "sign in": paths.path("sign_in"),
        "forgotten password": paths.path("password_request"),
        "not found": paths.home() + "/zzzz",
    }


PAGE_NAMES = list(pages(Paths("en"), [str(uuid.UUID(int=0))], "x"))
