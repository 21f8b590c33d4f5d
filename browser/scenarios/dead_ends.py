"""Nobody is left without a next step: misspelt jobs, unknown jobs, empty searches, wrong addresses."""

from scenario import LANGUAGES, expect, scenario

WORDS = {
    "en": ["nurze", "persnal suport worker", "zzzzqqqq", "x", "🤷", "12345", "<b>welder</b>", "welder\" onfocus=\"x"],
    "fr": ["infirmiere auxilliaire", "soudeuse", "zzzzqqqq", "é", "🤷", "12345", "<b>soudeur</b>", "d'aide « soignant »"],
}


@scenario("any job typed gets something to go on with", LANGUAGES, range(8), [True, False])
def any_job(portal, language, index, javascript):
    words = WORDS[language][index]
    visit = portal.open(portal.paths(language).recommendations(words), language=language, javascript=javascript)
    page = visit.page
    box = page.locator("input[name=job]").first
    expect(box.input_value() == words, f"the box says {box.input_value()!r}")
    expect(page.locator("b", has_text="welder").count() == 0, "what was typed became part of the page")
    paths = portal.paths(language)
    onward = page.locator("main a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    useful = [l for l in onward if l.startswith((paths.path("occupation"), paths.search(), paths.path("recommendations")))]
    expect(visit.programs or useful, "a dead end: no program and no link onward")


@scenario("an empty job box asks for a job instead of guessing", LANGUAGES, ["", "?job=", "?job=%20%20"])
def empty_job(portal, language, query):
    visit = portal.open(portal.paths(language).path("recommendations") + query, language=language)
    expect(visit.page.locator("main input[name=job]").count() > 0, "there is no box to type a job in")
    expect(visit.page.locator("main a[href]").count() > 0, "there is nowhere to go")


@scenario("a search that finds nothing says what to try", LANGUAGES, [True, False])
def empty_search(portal, language, javascript):
    paths = portal.paths(language)
    visit = portal.open(paths.search(q="zzzzqqqqxxxx", delivery="online"), language=language, javascript=javascript)
    expect(visit.total == 0 and visit.programs == [], f"{visit.total} results for nonsense")
    links = visit.page.locator("main a[href]").count()
    expect(links >= 2, "an empty result without a link to try")
    expect(visit.page.locator("input[name=q]").first.input_value() == "zzzzqqqqxxxx", "the words are lost")


MISSING = ["/{l}/zzzz", "/{l}/programs/zzzz", "/{l}/occupations/99999", "/{l}/institutions/zzzz", "/{l}/programs/zzzz/zzzz/zzzz"]


@scenario("a wrong address keeps the search box and the language", LANGUAGES, MISSING)
def not_found(portal, language, pattern):
    path = pattern.replace("{l}", language)
    if language == "fr":
        path = path.replace("programs", "programmes").replace("occupations", "professions").replace("institutions", "etablissements")
    visit = portal.open(path, status=404, language=language)
    page = visit.page
    expect(page.locator("html").get_attribute("lang") == language, "the error page is in the other language")
    expect(page.locator("input[name=job], input[name=q]").count() > 0, "the error page has no box to search")
    expect(page.locator("main a[href]").count() > 0, "the error page leads nowhere")


@scenario("a wrong address outside both languages is a page as well", ["/zzzz", "/en-CA", "/wp-login.php", "/assets/0/none.css"])
def outside(portal, path):
    answer = portal.get(path)
    expect(answer.status == 404, f"{path} answered {answer.status}")


@scenario("a method a page does not know is refused, not lost", ["POST", "PUT", "DELETE", "PATCH"])
def methods(portal, method):
    answer = portal.get("/en/programs", method=method)
    expect(answer.status == 405 and "GET" in answer.headers.get("Allow", ""), f"{method} answered {answer.status}")


@scenario("a very long job is refused or answered, never an error", LANGUAGES)
def long_job(portal, language):
    for length in (500, 5_000, 60_000):
        status = portal.get(portal.paths(language).recommendations("a b" * (length // 3))).status
        expect(status in (200, 400, 413, 414, 431), f"{length} characters answered {status}")
