"""Somebody who does not know what to look for answers a few questions, and comes back later."""

import re

from paths import JOB
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, scenario

CODE = re.compile(r"/([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})/")
SKILL = {"en": "Dementia care", "fr": "Soins aux personnes atteintes de démence"}


def press(visit, name: str) -> None:
    """Presses a button or follows a link, and waits for the page it leads to. Suggestions in the way are tapped away first."""
    page = visit.page
    page.locator("main h1").first.click()
    control = page.locator("main").get_by_role("button", name=name, exact=True).or_(page.locator("main").get_by_role("link", name=name, exact=True))
    with page.expect_navigation():
        control.first.click()
    visit.settle()


def go_on(portal, visit, language: str) -> None:
    press(visit, portal.text(language, "quiz.continue"))


@scenario("somebody answers the quiz, sees explained programs, comes back with the code, and erases it", LANGUAGES, [True, False], [WIDE, PHONE])
def whole(portal, language, javascript, width):
    paths = portal.paths(language)
    text = lambda key: portal.text(language, key)  # noqa: E731
    visit = portal.open(paths.path("quiz"), language=language, javascript=javascript, width=width)
    page = visit.page
    page.locator("main #job").fill(JOB[language])
    go_on(portal, visit, language)
    page.locator("input[name=direction][value=move-up]").check()
    go_on(portal, visit, language)
    page.locator("input[name=interest][value=social]").check()
    page.locator("input[name=strength][value='oasis:instructing']").check()
    go_on(portal, visit, language)
    page.locator("#wanted-search").fill(SKILL[language])
    press(visit, text("quiz.continue"))
    page.locator("input[name=education][value=secondary]").check()
    go_on(portal, visit, language)
    go_on(portal, visit, language)
    page.locator("input[name=budget][value='250']").check()
    go_on(portal, visit, language)
    expect(CODE.search(visit.address), f"the answers' address has no code: {visit.address}")
    code = CODE.search(visit.address).group(1)
    said = page.locator(".quiz-answers").inner_text()
    for answer in [JOB[language], text("quiz.direction.move-up"), text("quiz.interest.social"), SKILL[language]]:
        expect(answer.replace("\u202f", " ") in said.replace("\u202f", " "), f"{answer!r} is not among the answers")
    press(visit, text("quiz.showPrograms"))
    expect(1 <= len(visit.programs) <= 10, f"{len(visit.programs)} programs")
    reasons = page.locator("main .reasons").all_inner_texts()
    expect(any(SKILL[language] in one for one in reasons), "no reason names the skill wanted")
    expect(any(text("reason.because.direction.move-up") in one for one in reasons), "no reason names the direction")

    again = portal.open(paths.path("quiz_return"), language=language, javascript=javascript, width=width)
    again.page.locator("#code").fill(code.lower().replace("-", ""))
    press(again, text("quiz.return.submit"))
    expect(again.address == paths.path("quiz_answers", code), f"the code leads to {again.address}")
    press(again, text("quiz.erase.now"))
    expect(text("quiz.erased") in again.page.locator("main").inner_text(), "it does not say that the answers are erased")
    gone = portal.get(paths.path("quiz_answers", code))
    expect(gone.status == 404, f"erased answers are still there: {gone.status}")


@scenario("a skill is chosen among the suggestions with the keyboard alone", LANGUAGES)
def suggestions(portal, language):
    code = portal.sample_quiz()
    visit = portal.open(portal.paths(language).path("quiz_skills", code), language=language)
    page = visit.page
    page.locator("#wanted-search").press_sequentially(SKILL[language][:6])
    page.locator("#wanted-search-list [role=option]").first.wait_for()
    first = page.locator("#wanted-search-list [role=option]").first.inner_text()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    visit.settle()
    expect(page.locator("input[name=wanted]:checked").count() == 1, "the skill is not among those wanted")
    expect(first in page.locator("#wanted").inner_text(), f"{first!r} is not on the page")


@scenario("a limit can be let go and kept to again", LANGUAGES, [True, False])
def limits(portal, language, javascript):
    code = portal.sample_quiz()
    visit = portal.open(portal.paths(language).path("quiz_results", code), language=language, javascript=javascript)
    expect(visit.page.locator(".quiz-aside").count() == 1, "nothing is said to be set aside")
    link = visit.page.locator(".quiz-aside a[href*='relax=']").first
    with visit.page.expect_navigation():
        link.click()
    expect("relax" in visit.query, "the limit is not let go")
    press(visit, portal.text(language, "quiz.aside.hide"))
    expect("relax" not in visit.query, "the limit is not kept to again")


@scenario("answers are sent to nobody: no cookie, nothing of them in an address", ["en"])
def private(portal, language):
    code = portal.sample_quiz()
    visit = portal.open(portal.paths(language).path("quiz_job", code), language=language)
    visit.page.locator("main #job").fill("secret agent")
    go_on(portal, visit, language)
    expect("secret" not in visit.page.url, "an answer stands in the address")
    answer = portal.get(portal.paths(language).path("quiz_answers", code))
    expect(answer.headers["Cache-Control"] == "no-store", "a cache may keep the answers")
    expect(answer.headers["Referrer-Policy"] == "same-origin", "another site may learn the address")
