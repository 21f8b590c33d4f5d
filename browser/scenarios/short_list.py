"""Coming back: the short list and the searches this device keeps, with scripts and without."""

import json

from playwright.sync_api import Error

from paths import WITHDRAWN, code, sample_codes
from portal import NARROWEST, PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario

KEY = "tremplin.short-list"


def kept(visit) -> list[str]:
    return visit.page.evaluate("key => JSON.parse(localStorage.getItem(key) ?? '[]').map(one => one.c)", KEY)


def keep(visit, codes: list[str]) -> None:
    visit.page.evaluate("([key, codes]) => localStorage.setItem(key, JSON.stringify(codes.map(c => ({ c, t: 'Title ' + c }))))", [KEY, codes])


def count(visit) -> str:
    return visit.page.locator(".short-list-count").inner_text() if visit.page.locator(".short-list-count").is_visible() else ""


def holds(page, true: str) -> bool:
    """Not yet, while a script leads the page to the list's new address: there is nothing to ask then."""
    try:
        return page.evaluate(f"() => {true}")
    except Error as error:
        if "Execution context was destroyed" in error.message:
            return False
        raise


def becomes(page, true: str) -> None:
    """Waits for what a script brings about. The pages' own policy forbids Playwright to wait inside them."""
    for _ in range(100):
        if holds(page, true):
            return
        page.wait_for_timeout(100)
    expect(False, f"it never came to be: {true}")


@scenario("a program is put on the list and taken off, and every page says how many there are", LANGUAGES, [WIDE, PHONE])
def switch(portal, language, width):
    visit = portal.open(portal.paths(language).search(), language=language, width=width)
    page = visit.page
    expect(count(visit) == "", "an empty list has a number")
    buttons = page.locator(".save-button")
    expect(buttons.first.get_attribute("aria-pressed") == "false", "the switch does not say that it is off")
    name = buttons.first.inner_text()
    buttons.first.click()
    expect(buttons.first.get_attribute("aria-pressed") == "true", "the switch does not say that it is on")
    expect(buttons.first.inner_text() == name, "the name of the switch changed together with its state: that is said twice")
    buttons.nth(1).click()
    expect(count(visit) == "2", f"the header says {count(visit)!r}")
    expect(len(kept(visit)) == 2, f"{kept(visit)} are kept")
    buttons.first.click()
    expect(count(visit) == "1" and buttons.first.get_attribute("aria-pressed") == "false", "the program stays on the list")
    # The program's own page has the same switch, in the same state.
    visit.go(portal.paths(language).program(visit.programs[1]))
    expect(page.locator(".card .save-button").get_attribute("aria-pressed") == "true", "the program's page does not know")
    with page.expect_navigation():
        page.locator("[data-short-list-link]").click()
    expect(visit.query.get("ids") == kept(visit), f"the header leads to {visit.address}")
    expect(page.locator("[data-mine]").is_visible(), "the page does not say where the list is kept")


@scenario("without scripts a list is built, shortened and compared through its address alone", LANGUAGES, [WIDE, PHONE])
def without_scripts(portal, language, width):
    visit = portal.open(portal.paths(language).search(), language=language, javascript=False, width=width)
    page = visit.page
    first = visit.programs[0]
    with page.expect_navigation():
        page.locator(".save-button").first.click()
    expect(visit.query["ids"] == [code(first)], f"the button leads to {visit.address}")
    expect(page.locator("[data-without-script]").is_visible(), "it does not say that the address is the list")
    page.locator("main input[name=q]").fill("care" if language == "en" else "soins")
    with page.expect_navigation():
        page.locator("main form[role=search] button").click()
    with page.expect_navigation():
        page.locator("main .save-button").first.click()
    expect(len(visit.query["ids"][0].split(".")) == 2, f"adding to the list leads to {visit.address}")
    for box in page.locator("main input[name=program]").all():
        box.check()
    with page.expect_navigation():
        page.locator("[data-compare] button[type=submit]").click()
    expect(page.locator("main table thead th").count() == 3, "there are not two programs side by side")
    with page.expect_navigation():
        page.locator("main a").first.click()
    with page.expect_navigation():
        page.locator("a[data-remove]").first.click()
    expect(len(visit.programs) == 1, "the program is still there")


@scenario("the fifty-first program is refused with a sentence", LANGUAGES)
def full(portal, language):
    visit = portal.open(portal.paths(language).search(), language=language)
    page = visit.page
    keep(visit, [f"~{number:04d}" for number in range(50)])
    page.reload()
    expect(count(visit) == "50", f"the header says {count(visit)!r}")
    page.locator(".save-button").first.click()
    expect(page.locator("[role=alert]:visible").inner_text() == portal.text(language, "shortlist.full"), "no sentence says why")
    expect(len(kept(visit)) == 50, f"{len(kept(visit))} are kept")
    expect(page.locator(".save-button").first.get_attribute("aria-pressed") == "false", "the switch says it is on")


@scenario("a list that came by link is shown and changes nothing until one keeps it", LANGUAGES)
def shared(portal, language):
    paths = portal.paths(language)
    programs = portal.sample_programs()
    own, theirs = code(programs[4]), ".".join(code(one) for one in programs[:2])
    visit = portal.open(paths.home(), language=language)
    page = visit.page
    keep(visit, [own])
    visit.go(paths.path("short_list", ids=theirs))
    expect(visit.programs == programs[:2], "the list of the link is not shown")
    expect(page.locator("[data-not-mine]").is_visible() and not page.locator("[data-mine]").is_visible(), "it is taken for my own")
    expect(kept(visit) == [own], "looking changed my own list")
    # Shortening somebody else's list does not touch mine either.
    with page.expect_navigation():
        page.locator("a[data-remove]").first.click()
    expect(visit.programs == [programs[1]] and kept(visit) == [own], "taking one off their list changed mine")
    page.go_back()
    with page.expect_navigation():
        page.locator("[data-keep]").click()
    page.wait_for_url("**ids=*")
    expect(kept(visit) == [own, *theirs.split(".")], f"{kept(visit)} are kept")
    expect(visit.programs == [programs[4], *programs[:2]], "my own list is not shown then")
    expect(page.locator("[data-mine]").is_visible(), "it is not taken for my own now")


@scenario("two tabs of one browser agree about the list", LANGUAGES)
def tabs(portal, language):
    paths = portal.paths(language)
    programs = portal.sample_programs()
    visit = portal.open(paths.search(), language=language)
    keep(visit, [code(programs[0])])
    other = visit.page.context.new_page()
    other.goto(portal.base_url + paths.path("short_list"))
    other.wait_for_url("**ids=*")
    visit.page.reload()
    visit.page.locator(".save-button").nth(1).click()
    becomes(other, "document.querySelectorAll('main [data-program]').length === 2")
    other.locator("a[data-remove]").first.click()
    becomes(visit.page, "document.querySelector('.short-list-count').textContent === '1'")
    expect(visit.page.locator(".save-button").first.get_attribute("aria-pressed") == "false", "the first tab still says it is on")


@scenario("a store that is blocked or holds nonsense spoils nothing", ["blocked", "nonsense", "old"], LANGUAGES)
def store(portal, state, language):
    visit = portal.visit(language=language)
    page = visit.page
    if state == "blocked":
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });")
    visit.go(portal.paths(language).search())
    if state != "blocked":
        value = "{not json" if state == "nonsense" else json.dumps([{"c": "../../evil"}, 7, None, {"c": WITHDRAWN}, {"c": WITHDRAWN, "t": 5}])
        page.evaluate("([key, value]) => { localStorage.setItem(key, value); localStorage.setItem('tremplin.recent-searches', value); }", [KEY, value])
        page.reload()
        expect(count(visit) == ("1" if state == "old" else ""), f"the header says {count(visit)!r}")
        page.locator(".save-button").first.click()
        expect(page.locator(".save-button").first.get_attribute("aria-pressed") == "true", "nothing can be kept any more")
    else:
        # Then everything is as without scripts: the button opens the list in its address.
        with page.expect_navigation():
            page.locator(".save-button").first.click()
        expect("ids" in visit.query, f"the button leads to {visit.address}")


@scenario("what was withdrawn keeps the name it was kept under", LANGUAGES)
def withdrawn(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.home(), language=language)
    keep(visit, [WITHDRAWN])
    visit.go(paths.path("short_list", ids=WITHDRAWN))
    expect(visit.page.locator(".withdrawn h3").inner_text() == f"Title {WITHDRAWN}", "its title is lost")


@scenario("the fifth tick is refused with a sentence", LANGUAGES)
def ticks(portal, language):
    programs = portal.sample_programs()
    visit = portal.open(portal.paths(language).path("short_list", ids=".".join(code(one) for one in programs[:5])), language=language)
    page = visit.page
    boxes = page.locator("main input[name=program]")
    for number in range(4):
        boxes.nth(number).check()
    boxes.nth(4).click()
    expect(not boxes.nth(4).is_checked(), "a fifth one is ticked")
    expect(page.locator("[data-too-many]").is_visible(), "no sentence says why")
    boxes.nth(0).uncheck()
    expect(not page.locator("[data-too-many]").is_visible(), "the sentence stays")
    with page.expect_navigation():
        page.locator("[data-compare] button[type=submit]").click()
    expect(page.locator("main table thead th").count() == 4, "not the three that were ticked")


@scenario("a comparison is moved by keyboard, and its first column stays", LANGUAGES)
def comparison(portal, language):
    programs = portal.sample_programs()
    visit = portal.open(portal.paths(language).path("compare", ids=".".join(code(one) for one in programs[:4])), language=language, width=NARROWEST)
    page = visit.page
    region = page.locator(".compare")
    region.focus()
    page.keyboard.press("ArrowRight")
    becomes(page, "document.querySelector('.compare').scrollLeft > 20")
    left = page.locator(".compare tbody th").first.evaluate("e => e.getBoundingClientRect().left - e.closest('.compare').getBoundingClientRect().left")
    expect(abs(left) < 3, f"the first column moved by {left} px")


@scenario("paper holds the list and nothing that cannot be used on it", LANGUAGES)
def paper(portal, language):
    programs = portal.sample_programs()[:3]
    visit = portal.open(portal.paths(language).path("short_list_print", ids=sample_codes(programs)), language=language)
    page = visit.page
    expect(page.locator("button[data-print]").is_visible(), "there is no button to print")
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    for program in programs:
        expect(f"/{program}" in shown, f"the address of {program} is not on paper")
    expect(not page.locator("button:visible, header a.short-list-link:visible, .language-switch:visible").count(), "controls are printed")
    expect(page.locator(".rule:visible").count() == 2 + 2 * len(programs), "there is no room to write")


RECENT = "main [data-recent] a"


@scenario("the last searches come back on this device, can be cleared and switched off", LANGUAGES)
def recent(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.home(), language=language)
    page = visit.page
    expect(not page.locator("[data-recent]").is_visible(), "there are searches before any was made")
    visit.go(paths.recommendations("welder" if language == "en" else "soudeur"))
    for number in range(11):
        visit.go(paths.search(q=f"word{number}", delivery="online"))
    # Another filter is the same question.
    visit.go(paths.search(q="word10", delivery="in-person"))
    visit.go(paths.home())
    links = page.locator(RECENT)
    expect(links.count() == 10, f"{links.count()} searches are kept")
    expect(links.first.inner_text().startswith("word10 · "), f"the latest is {links.first.inner_text()}")
    with page.expect_navigation():
        links.first.click()
    expect(visit.query == {"q": ["word10"], "delivery": ["in-person"]}, f"it leads to {visit.address}")
    visit.go(paths.home())
    page.locator("[data-recent-clear]").click()
    expect(not page.locator("[data-recent]").is_visible(), "cleared searches are still there")
    visit.go(paths.search(q="care"))
    visit.go(paths.home())
    page.locator("[data-recent-off]").click()
    expect(page.locator("[data-recent-none]").is_visible(), "it does not say that searches are off")
    visit.go(paths.search(q="care"))
    visit.go(paths.home())
    expect(page.locator(RECENT).count() == 0, "a search was kept although they are off")
    page.locator("[data-recent-on]").click()
    visit.go(paths.search(q="care"))
    visit.go(paths.home())
    expect(page.locator(RECENT).count() == 1, "searches are not kept again")


@scenario("a search refined without leaving the page is remembered as it stands", LANGUAGES)
def recent_live(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.search(q="care"), language=language)
    page = visit.page
    box = page.locator(".facets input[type=checkbox]:visible").first
    box.check()
    becomes(page, "document.querySelector('.chosen .chip') !== null")
    address = visit.address
    visit.go(paths.home())
    expect_none([] if page.locator(RECENT).first.get_attribute("href") == address else [page.locator(RECENT).first.get_attribute("href")], "another address is kept")


@scenario("nothing of what the device keeps is sent", LANGUAGES)
def private(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.home(), language=language)
    secret = code(portal.sample_programs()[3])
    keep(visit, [secret])
    sent: list[str] = []
    visit.page.on("request", lambda request: sent.append(request.url + json.dumps(request.headers) + (request.post_data or "")))
    for path in [paths.home(), paths.search(q="care"), paths.path("lists"), paths.program(portal.sample_programs()[0])]:
        visit.go(path)
    expect_none([one[:200] for one in sent if secret in one], "requests that carry the list")
