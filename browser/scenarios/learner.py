"""A learner types a job and gets the few programs that matter."""

from paths import JOB
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario

JOBS = [("en", "PSW"), ("en", "personal support worker"), ("fr", "préposé aux bénéficiaires")]


def answers(visit, language: str) -> None:
    """At most ten programs, each with a link and with reasons in sentences."""
    page = visit.page
    expect(page.locator("html").get_attribute("lang") == language, "the answer is in the other language")
    expect(1 <= len(visit.programs) <= 10, f"{len(visit.programs)} programs, not one to ten")
    expect(len(set(visit.programs)) == len(visit.programs), "a program is recommended twice")
    problems = []
    for row in page.locator("main [data-program]").all():
        id = row.get_attribute("data-program")
        if row.locator(f"a[href$='/{id}']").count() == 0:
            problems.append(f"{id}: no link to its page")
        reasons = [one.strip() for one in row.locator(".reasons li").all_text_contents()]
        if not reasons or min(len(one) for one in reasons) < 8:
            problems.append(f"{id}: reasons {reasons}")
    expect_none(problems, "unexplained recommendations")


@scenario("a learner types a job on the home page and gets explained programs", JOBS, [True, False], [WIDE, PHONE])
def types_a_job(portal, job, javascript, width):
    language, words = job
    visit = portal.open(portal.paths(language).home(), language=language, javascript=javascript, width=width)
    visit.page.locator("main input[name=job]").fill(words)
    visit.submit("input[name=job]")
    expect(visit.address.startswith(portal.paths(language).path("recommendations")), f"landed on {visit.address}")
    expect(visit.query["job"] == [words], f"the address keeps {visit.query}")
    expect(visit.page.locator("input[name=job]").first.input_value() == words, "what was typed is lost")
    answers(visit, language)
    occupations = portal.paths(language).path("occupations") + "/"
    expect(visit.page.locator(f"main a[href^='{occupations}']").count() > 0, "it does not say which occupation was understood")


@scenario("more recommendations come on request", LANGUAGES)
def more(portal, language):
    visit = portal.open(portal.paths(language).recommendations(JOB[language]), language=language)
    first = visit.programs
    link = visit.page.locator("main a[href*='limit=']")
    if link.count() == 0:
        expect(len(first) < 10, "ten programs, and no way to see more")
        return
    with visit.page.expect_navigation():
        link.first.click()
    expect(len(visit.programs) > len(first), "asking for more gives no more")
    expect(visit.programs[: len(first)] == first, "asking for more changes the order")


@scenario("the outlook is said beside the programs, with its source", LANGUAGES)
def outlook(portal, language):
    answer = portal.get(portal.paths(language).recommendations(JOB[language])).text
    expect("2033" in answer, "no outlook with its years on the page")


@scenario("the same question always has the same answer", LANGUAGES)
def stable(portal, language):
    path = portal.paths(language).recommendations(JOB[language])
    first, second = portal.get(path), portal.get(path)
    expect(first.body == second.body, "two identical requests got different pages")


@scenario("gender, accents and case do not change what is understood", [("fr", "Préposée aux bénéficiaires"), ("fr", "PREPOSE AUX BENEFICIAIRES")])
def forgiving(portal, job):
    language, words = job
    plain = portal.open(portal.paths(language).recommendations(JOB["fr"]), language=language).programs
    other = portal.open(portal.paths(language).recommendations(words), language=language).programs
    expect(len(set(plain) & set(other)) >= min(len(plain), len(other)) // 2, f"{words!r} is answered with other programs")
