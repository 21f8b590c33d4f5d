"""An operator runs the portal: institutions that are added, merged and closed, lists, the look, pages, settings."""

import re
import uuid

from portal import NARROWEST, PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, enrol, invite, is_sound, press, visit_of

KEYS = r"\boperating\.[a-z][A-Za-z.-]*"


def operator(portal, language: str, **options):
    _, link = invite(portal, language, "--operator")
    visit = visit_of(portal, link, language=language, **options)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, portal.text(language, "account.invitation.submit"))
    enrol(portal, visit, language)
    return visit


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("body").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


def add_institution(portal, visit, language: str, name: str) -> str:
    paths, page = portal.paths(language), visit.page
    visit.go(paths.path("console_new_institution"))
    page.locator(f"#name-{language}").fill(name)
    page.locator("#url").fill("https://college.example")
    page.locator("#city").fill("Hearst")
    press(visit, portal.text(language, "operating.institutions.create"))
    return visit.address.split("?")[0].rsplit("/", 1)[1]


@scenario("an operator adds two institutions, merges one into the other, and closes and reopens that", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def institutions(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    visit = operator(portal, language, javascript=javascript, width=width)
    page = visit.page
    check = lambda: looks_right(portal, visit, language, problems)  # noqa: E731
    word = "zq" + uuid.uuid4().hex[:8]

    visit.go(paths.path("console_institutions"))
    check()
    visit.go(paths.path("console_new_institution"))
    check()
    visit.is_error_expected = True
    page.locator(f"#name-{language}").fill(f"Institut {word}")
    page.locator("#url").fill("nowhere")
    page.locator("#city").fill("Hearst")
    press(visit, text("operating.institutions.create"))
    expect(page.locator("#url-error").count() == 1, "an address that is none is taken")
    expect(page.locator(f"#name-{language}").input_value() == f"Institut {word}", "what was typed is lost")
    check()
    first = add_institution(portal, visit, language, f"Institut {word} un")
    second = add_institution(portal, visit, language, f"Institut {word} deux")
    check()
    visit.go(paths.path("console_institutions", q=word))
    expect(page.locator("main tbody tr").count() == 2, "the search does not find the two")

    visit.go(paths.path("console_institution_merge", first, q=word))
    check()
    press(visit, f"Institut {word} deux")
    check()
    public = portal.open(paths.path("institution", first), language=language)
    expect(public.address.endswith(first), "it is merged before anybody agreed")
    press(visit, text("operating.merge.submit"))
    expect(text("console.notice.institutionMerged") in page.locator("main").inner_text(), "it does not say that they are merged")
    check()
    public.go(paths.path("institution", first))
    expect(public.address.split("?")[0].endswith(second), f"the old address does not lead on: {public.address}")

    visit.go(paths.path("console_institution_closure", second))
    check()
    press(visit, text("operating.close.submit"))
    check()
    public.is_error_expected = True
    public.go(paths.path("institution", second))
    expect(public.status == 410, f"a closed institution answers {public.status}")
    looks_right(portal, public_checked(public, javascript), language, problems)
    visit.go(paths.path("console_institution_closure", second))
    check()
    press(visit, text("operating.reopen.submit"))
    public.go(paths.path("institution", second))
    expect(public.status == 200, f"an institution that is open again answers {public.status}")
    expect_none(problems, "problems")


def public_checked(visit, javascript: bool):
    visit.javascript = javascript
    return visit


@scenario("an operator makes a list, writes a page and changes the look, and the public sees it", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def contents(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    visit = operator(portal, language, javascript=javascript, width=width)
    page = visit.page
    check = lambda: looks_right(portal, visit, language, problems)  # noqa: E731
    word = "zq" + uuid.uuid4().hex[:8]
    public = portal.open(paths.home(), language=language)

    visit.go(paths.path("console_lists"))
    check()
    visit.go(paths.path("console_new_list"))
    check()
    for other in LANGUAGES:
        page.locator(f"#title-{other}").fill(f"Liste {word} {other}")
        page.locator(f"#learners-{other}").fill("Quelques mots. A few words.")
    page.locator("#readers-employers").uncheck()
    page.locator("#basis").select_option("chosen")
    chosen = portal.sample_programs(language)[:2]
    page.locator("#pinned").fill("\n".join(reversed(chosen)))
    press(visit, text("operating.preview"))
    expect(page.locator("main ol li").count() == 2, "the preview does not show the two programs")
    check()
    press(visit, text("operating.lists.create"))
    made = visit.address.split("?")[0].rsplit("/", 1)[1]
    check()
    public.go(paths.path("lists"))
    expect(word not in public.page.locator("main").inner_text(), "a list is public before it is published")
    visit.go(paths.path("console_lists"))
    with page.expect_navigation():
        page.locator("tr", has_text=word).get_by_role("button", name=re.compile(re.escape(text("operating.lists.act.publish")))).click()
    visit.settle()
    check()
    public.go(paths.path("lists"))
    with public.page.expect_navigation():
        public.page.get_by_role("link", name=re.compile(word)).click()
    public.settle()
    expect(public.programs == list(reversed(chosen)), f"the list does not hold the programs in their order: {public.programs}")

    visit.go(paths.path("console_pages"))
    check()
    page.locator("#key").fill(f"page {word} {language}")
    press(visit, text("operating.pages.begin"))
    visit.is_error_expected = True
    page.locator("#title").fill(f"Page {word}")
    page.locator("#content").fill("# Hello\n\n[no](javascript:alert(1))")
    press(visit, text("operating.pages.publish"))
    expect(page.locator("#content-error").count() == 1, "a link that runs something is taken")
    check()
    page.locator("#content").fill("# Bonjour\n\nSome [words](https://college.example).\n\n* one\n* two")
    press(visit, text("operating.preview"))
    check()
    press(visit, text("operating.pages.publish"))
    written = visit.address.split("?")[0].rsplit("/", 2)[1]
    check()
    public.go(paths.home())
    with public.page.expect_navigation():
        public.page.locator("footer").get_by_role("link", name=f"Page {word}").click()
    public.settle()
    expect(public.page.locator("main h2").inner_text() == "Bonjour", "the page has not its heading")
    looks_right(portal, public_checked(public, True), language, problems)

    visit.go(paths.path("console_look"))
    check()
    page.locator("#accent-light").fill("#ffcc00")
    press(visit, text("operating.save"))
    better = re.search(r"#[0-9a-f]{6}", page.locator("#accent-light-error").inner_text())
    expect(better, "no better colour is offered")
    check()
    page.locator("#accent-light").fill(better[0])
    page.locator(f"#footer-{language}").fill(f"Mots {word}")
    press(visit, text("operating.preview"))
    check()
    visit.go(paths.path("console_choices"))
    check()
    page.locator("#time-zone").fill("Mars/Olympus")
    press(visit, text("operating.save"))
    expect(page.locator("#time-zone-error").count() == 1, "a time zone that is none is taken")
    check()
    # Taken away again: other scenarios look at the same portal.
    visit.go(paths.path("console_page", written, language))
    press(visit, text("operating.pages.takeOff"))
    check()
    visit.go(paths.path("console_list", made))
    press(visit, text("operating.lists.erase"))
    public.go(paths.path("lists"))
    expect(word not in public.page.locator("main").inner_text(), "a list that was erased is there")
    expect_none(problems, "problems")


@scenario("the look that an operator saves is on every page at once, and can be taken back")
@with_server
def look(portal):
    # The look is the whole portal's: once, and not side by side with itself.
    paths, problems, language = portal.paths("en"), [], "en"
    text = lambda key: portal.text(language, key)  # noqa: E731
    visit = operator(portal, language)
    page = visit.page
    public = portal.open(paths.home(), language=language)
    visit.go(paths.path("console_look"))
    page.locator("#accent-light").fill("#7a1fa2")
    page.locator("#footer-en").fill("A service of the province")
    press(visit, text("operating.save"))
    looks_right(portal, visit, language, problems)
    page.locator("#file").set_input_files(
        {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 3'><path d='M0 3L9 0v3z'/></svg>"})
    press(visit, text("operating.look.upload"))
    looks_right(portal, visit, language, problems)
    public.go(paths.home())
    expect("A service of the province" in public.page.locator("footer").inner_text(), "the words at the foot are not there")
    expect(public.page.locator(".brand img").evaluate("e => e.complete && e.naturalWidth > 0"), "the logo is not shown")
    colour = public.page.locator("main .button").first.evaluate("e => getComputedStyle(e).backgroundColor")
    expect(colour == "rgb(122, 31, 162)", f"a button is {colour}")
    looks_right(portal, public_checked(public, True), language, problems)
    press(visit, text("operating.look.removeLogo"))
    page.locator("#accent-light").fill("")
    page.locator("#footer-en").fill("")
    press(visit, text("operating.save"))
    public.go(paths.home())
    expect(public.page.locator(".brand img").count() == 0, "the logo is still there")
    expect_none(problems, "problems")


@scenario("every console page of an operator fits the narrowest phone", LANGUAGES)
@with_server
def narrow(portal, language):
    paths, problems = portal.paths(language), []
    institution = portal.sample_institution()
    visit = operator(portal, language, width=NARROWEST)
    pages = [
        "console", "console_institutions", "console_new_institution", "console_lists", "console_new_list", "console_look", "console_pages",
        "console_choices", "console_accounts", "console_log",
    ]
    addresses = [paths.path(name) for name in pages] + [
        paths.path(name, institution) for name in (
            "console_institution_details", "console_institution_merge", "console_institution_closure", "console_institution",
            "console_staff", "console_programs", "console_new_program", "console_freshness", "console_imports", "console_keys", "console_embed")
    ] + [paths.path("console_list", "health"), paths.path("console_page", "privacy", language)]
    program = portal.sample_programs(language, institution=institution)[0]
    addresses += [paths.path(name, institution, program) for name in (
        "console_program", "console_program_text", "console_program_tags", "console_program_history")]
    for address in addresses:
        visit.go(address)
        looks_right(portal, visit, language, problems)
    expect_none(problems, "problems")
