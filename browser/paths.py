"""Where every page is, in one language."""

import urllib.parse

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
    "institutions": ("/institutions", "/etablissements"),
    "institution": ("/institutions/{id}", "/etablissements/{id}"),
    "about_data": ("/about-the-data", "/a-propos-des-donnees"),
    "labour_market": ("/labour-market-information", "/information-marche-travail"),
    "accessibility": ("/accessibility", "/accessibilite"),
    "privacy": ("/privacy", "/confidentialite"),
}

# What a person in each language types for the same job.
JOB = {"en": "personal support worker", "fr": "préposé aux bénéficiaires"}
OCCUPATION = "33102"


class Paths:
    def __init__(self, language: str):
        self.language = language

    def path(self, route: str, id: str = "", **query) -> str:
        pattern = PATTERNS[route][0 if self.language == "en" else 1]
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


# Every kind of page once, by a name a reader of the report understands. Addresses may need the sample ids of `Samples`.
def pages(paths: Paths, program: str, institution: str) -> dict[str, str]:
    job = JOB[paths.language]
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
        "institutions": paths.path("institutions"),
        "institution": paths.path("institution", institution),
        "about the data": paths.path("about_data"),
        "labour market": paths.path("labour_market"),
        "accessibility": paths.path("accessibility"),
        "privacy": paths.path("privacy"),
        "not found": paths.home() + "/zzzz",
    }


PAGE_NAMES = list(pages(Paths("en"), "x", "x"))
