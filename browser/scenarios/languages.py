"""English and French are equals, and the switch keeps a person where they are."""

import re

from paths import PAGE_NAMES
from scenario import LANGUAGES, expect, scenario

OTHER = {"en": "fr", "fr": "en"}


@scenario("the language switch stays on the same page with the same question", [n for n in PAGE_NAMES if n != "not found"], LANGUAGES)
def switch(portal, name, language):
    visit = portal.open(portal.pages(language)[name], language=language, javascript=False)
    before, other = visit.address, OTHER[language]
    link = visit.page.locator("header a.language-switch")
    expect(link.count() == 1, "there is no language switch")
    expect(link.get_attribute("hreflang").startswith(other), "hreflang of the switch is wrong")
    expect(link.get_attribute("lang") == other, "the switch is not marked as being in the other language")
    query = visit.query
    with visit.page.expect_navigation():
        link.click()
    expect(visit.page.locator("html").get_attribute("lang") == other, "the page did not change its language")
    expect(visit.query == query, f"the question changed: {query} became {visit.query}")
    # What stands for the page itself (not the words typed) is the counterpart.
    expected = portal.pages(other)[name].split("?")[0]
    expect(visit.address.split("?")[0] == expected, f"landed on {visit.address}, not on {expected}")
    with visit.page.expect_navigation():
        visit.page.locator("header a.language-switch").click()
    expect(visit.address.split("?")[0] == before.split("?")[0] and visit.query == query, "switching back leads elsewhere")


@scenario("the first page is in the language the browser asks for", [("en-CA,en;q=0.9", "/en"), ("fr-CA,fr;q=0.9,en;q=0.8", "/fr"), ("de", "/en")])
def negotiation(portal, case):
    accepted, place = case
    answer = portal.get("/", headers={"Accept-Language": accepted})
    expect(answer.status == 302, f"/ answered {answer.status}")
    expect(answer.headers["Location"] in (place, portal.base_url + place), f"/ leads to {answer.headers['Location']}")
    expect("accept-language" in answer.headers.get("Vary", "").lower(), "the answer does not vary by Accept-Language")


@scenario("parts in the other language say so", LANGUAGES)
def parts(portal, language):
    # Programs taught and described in the other language only: their titles must carry lang.
    visit = portal.open(portal.paths(language).search(language=OTHER[language]), language=language)
    expect(visit.total > 0, "no program in the other language to look at")
    wrong = visit.page.locator("main [lang]").evaluate_all("(all, own) => all.filter(e => e.lang === own && !e.parentElement.closest('main [lang]')).length", language)
    expect(wrong == 0, f"{wrong} parts repeat the page's own language")


# Pages whose words are all ours: institutions write theirs as they like.
OURS = ["home", "search without results", "filters", "occupations", "employers", "about the data", "labour market", "accessibility", "privacy", "not found"]


@scenario("French typography: no plain space before a colon or inside guillemets", OURS)
def typography(portal, name):
    visit = portal.open(portal.pages("fr")[name], status=404 if name == "not found" else 200, language="fr")
    text = visit.page.locator("body").inner_text()
    found = re.findall(r".{0,25}(?:[a-zàâçéèêëîïôûù] [:»]|« ).{0,15}", text)
    expect(not found, f"plain spaces where French wants narrow ones: {found[:6]}")
