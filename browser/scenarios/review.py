"""An editor reviews what the portal read out of programs' texts: by keyboard, by form, and many at once."""

import re
import time

from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import is_sound, press
from scenarios.programs_console import editor

KEYS = r"\b(?:programs|review|program)\.[a-z][A-Za-z.-]*"
# A debug build reads slowly, and the first programs of the catalogue come first.
READING_SECONDS = 600
# Each case has an institution of its own, so that cases side by side do not decide about the same programs.
CASES = [(language, javascript, width) for language in LANGUAGES for javascript in (True, False) for width in (WIDE, PHONE)]


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("body").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


def institution_of(portal, place: int) -> str:
    found = [re.fullmatch(r"/en/institutions/([^/?#]+)", link) for link in portal.get("/en/institutions").document.links]
    # Those that other scenarios make have no programs.
    ids = sorted({match.group(1) for match in found if match and "-zq" not in match.group(1)})
    return ids[place % len(ids)]


def waiting(portal, visit, language: str, institution: str, least: int) -> None:
    """The queue, once so many programs have been read."""
    deadline = time.monotonic() + READING_SECONDS
    while True:
        visit.go(portal.paths(language).path("console_review", institution))
        figures = visit.page.locator(".console-figures dd").all_inner_texts()
        if figures and int(re.sub(r"\D", "", figures[0])) >= least:
            return
        expect(time.monotonic() < deadline, f"after {READING_SECONDS} s there is nothing to review: {figures}")
        time.sleep(2)


def program_in_hand(visit) -> str:
    return visit.page.locator("input[name=program]").first.get_attribute("value")


def choices(visit) -> list[str]:
    return visit.page.locator(".review-item").evaluate_all(
        "all => all.map(one => one.querySelector('input:checked').dataset.verdict)")


@scenario("suggestions are approved, rejected and undone, and learners see what was approved", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = institution_of(portal, CASES.index((language, javascript, width)))
    visit = editor(portal, language, institution, javascript=javascript, width=width)
    page = visit.page
    waiting(portal, visit, language, institution, 2)
    first = program_in_hand(visit)
    press(visit, text("review.next"))
    expect(program_in_hand(visit) != first, "the next program is the same")
    for _ in range(5):
        if page.locator(".review-item").count() >= 2:
            break
        press(visit, text("review.next"))
    program = program_in_hand(visit)
    here = paths.path("console_review", institution, program=program)
    visit.go(here)
    looks_right(portal, visit, language, problems)
    count = page.locator(".review-item").count()
    expect(count >= 2, f"there are {count} suggestions")
    name = page.locator(".review-item").first.locator("legend strong").inner_text()
    expect(page.locator(".learners-view").get_by_text(name, exact=True).count() >= 1, "what learners will see does not name the first suggestion")
    expect(page.locator(".review-text mark").count() >= 1, "no sentence is marked in the text")

    if javascript and width == WIDE:
        page.keyboard.press("j")
        expect(page.locator(".review-item").first.evaluate("one => one === document.activeElement"), "j leads to no suggestion")
        page.keyboard.press("a")
        page.keyboard.press("r")
        expect(choices(visit)[:2] == ["approved", "rejected"], f"a and r choose {choices(visit)[:2]}")
        page.keyboard.press("u")
        expect(choices(visit)[:2] == ["approved", ""], f"u leaves {choices(visit)[:2]}")
        page.keyboard.press("r")
        looks_right(portal, visit, language, problems)
        page.locator("#keys-on").uncheck()
        page.locator("h1").click()
        page.keyboard.press("a")
        expect(choices(visit)[2:] == [""] * (count - 2), "a letter acts although shortcuts are off")
        page.reload()
        expect(not page.locator("#keys-on").is_checked(), "that shortcuts are off is forgotten")
        page.locator("#keys-on").check()
        page.locator("#from").focus()
        page.keyboard.press("a")
        expect(set(choices(visit)) == {""}, "a letter acts although a field has the focus")
        page.locator("h1").click()
        for key in "jar":
            page.keyboard.press(key)
        with page.expect_navigation():
            page.keyboard.press("s")
        visit.settle()
    else:
        radio = lambda item, value: item.locator(f"input[data-verdict='{value}']").check()  # noqa: E731
        radio(page.locator(".review-item").nth(0), "approved")
        radio(page.locator(".review-item").nth(1), "rejected")
        press(visit, text("review.save"))
    expect(visit.query.get("done") == ["2"], f"after saving one comes to {visit.address}")
    expect(page.locator(".notice").count() == 1, "it is not said what was done")
    looks_right(portal, visit, language, problems)

    visit.go(paths.path("console_program_tags", institution, program))
    tags = page.locator("main .tag-rows strong").all_inner_texts()
    expect(name in tags, f"{name} is not among the tags: {tags}")
    looks_right(portal, visit, language, problems)
    learner = portal.open(paths.program(program), language=language, javascript=javascript, width=width)
    learner.page.locator("#why-tags summary").click()
    why = learner.page.locator("#why-tags").inner_text()
    expect(name in why and "Ana Tremblay" not in why, "learners do not read why, or read a person's name")
    learner.javascript = javascript
    looks_right(portal, learner, language, problems)

    visit.go(here)
    if javascript and width == WIDE:
        with page.expect_navigation():
            page.keyboard.press("u")
        visit.settle()
    else:
        press(visit, text("review.undo"))
    expect(visit.query.get("restored") == ["2"], f"undo leads to {visit.address}")
    visit.go(here)
    expect(program_in_hand(visit) == program and page.locator(".review-item").count() == count, "undo does not bring the suggestions back")
    expect_none(problems, "problems")


@scenario("many suggestions are looked at, approved at one stroke and brought back", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def many(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = institution_of(portal, len(CASES) + CASES.index((language, javascript, width)))
    visit = editor(portal, language, institution, javascript=javascript, width=width)
    page = visit.page
    waiting(portal, visit, language, institution, 2)
    visit.go(paths.path("console_review_bulk", institution))
    looks_right(portal, visit, language, problems)
    # As many as there are: the debug build has read few programs by now.
    visit.go(paths.path("console_review_bulk", institution, **{"from": "20", "state": "all", "kind": ["skill", "industry", "occupation"]}))
    expect(not page.locator("#kind-technology").is_checked(), "the kinds that were asked for are forgotten")
    page.locator("#kind-industry").uncheck()
    looks_right(portal, visit, language, problems)
    visit.go(paths.path("console_review_bulk", institution, **{"from": "20", "state": "all", "kind": ["skill", "occupation"]}))
    looks_right(portal, visit, language, problems)
    # The portal goes on reading: what was shown may have changed, and is shown again.
    visit.is_error_expected = True
    submit = page.locator("main form[method=post]:has(input[name=expected]) button")
    expect(submit.count() == 1, "there is nothing to approve")
    for _ in range(5):
        with page.expect_navigation():
            submit.click()
        visit.settle()
        if "done" in visit.query:
            break
    expect("done" in visit.query, f"it is not approved: {visit.address}")
    looks_right(portal, visit, language, problems)
    press(visit, text("review.bulk.undo"))
    expect("restored" in visit.query, f"undo leads to {visit.address}")
    for name in ("console_review_changes", "console_review_quality"):
        visit.go(paths.path(name, institution))
        expect(visit.status == 200, f"{name} answered {visit.status}")
        looks_right(portal, visit, language, problems)
    expect_none(problems, "problems")
