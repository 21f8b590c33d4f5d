"""What programs bring, step by step: a learner finds one and leaves for the institution, an employer asks, the office answers, and the figures say so."""

import re
import time
import uuid

from mailbox import Mailbox
from paths import code
from portal import NARROWEST, PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, enrol, invite, is_sound, press, visit_of
from scenarios.operators import operator

# A browser that says it is one: what says it runs without a head is taken for a robot, and not counted.
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
STEPS = ["impression", "view", "click-through", "inquiry", "opened", "replied", "closed"]
KEYS = r"\b(?:figures|unmet|inquiry)\.[a-z][A-Za-z.-]*"


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("main").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


def numbers(visit) -> dict[str, int]:
    found = {}
    for step in STEPS:
        found[step] = int(re.sub(r"\D", "", visit.page.locator(f"#step-{step} .funnel-number").inner_text()))
    return found


def wait_for(visit, path: str, steps: list[str], before: dict[str, int]) -> dict[str, int]:
    """Looks again until every one of the steps has grown: what pages count is written every few seconds."""
    end = time.monotonic() + 30
    while True:
        visit.go(path)
        now = numbers(visit)
        if all(now[step] > before[step] for step in steps):
            return now
        expect(time.monotonic() < end, f"{[step for step in steps if now[step] <= before[step]]} did not grow from {before}")
        visit.page.wait_for_timeout(500)


def staff_of(portal, institution: str, language: str, **options):
    _, link = invite(portal, language, "--institution", institution, "--role", "manager")
    visit = visit_of(portal, link, language=language, **options)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, portal.text(language, "account.invitation.submit"))
    enrol(portal, visit, language)
    return visit


@scenario("each step from a search to an outcome shows in the institution's figures", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    options = {"language": language, "javascript": javascript, "width": width}
    staff = staff_of(portal, institution, **options)
    figures = paths.path("console_figures", institution)
    staff.go(figures)
    looks_right(portal, staff, language, problems)
    before = numbers(staff)

    portal.may_leave = True
    # A visitor counts once a day: each run is a visitor of its own.
    tag = uuid.uuid4().hex[:8]
    learner = portal.open(paths.search(institution=institution), user_agent=f"{BROWSER} {tag}", **options)
    program = learner.programs[0]
    learner.go(paths.program(program))
    # The host does not exist; that the browser sets out for it is all there is to see.
    with learner.page.expect_request(re.compile(r"^https?://[^/]+\.example(/|$)")):
        learner.page.locator(f"main a[href^='{paths.registration(program)}']").first.click(no_wait_after=True)
    before = wait_for(staff, figures, ["impression", "view", "click-through"], before)

    employer = portal.open(paths.path("inquiry", ids=code(program)), **options)
    with employer.page.expect_navigation():
        employer.page.locator("main form[method=post] button").click()
    address = f"{tag}@plant.example"
    for field, value in {"message": "Douze personnes?", "name": "Ana Roy", "organisation": f"Scierie {tag}", "email": address}.items():
        employer.page.locator(f"#{field}").fill(value)
    press(employer, text("inquiry.form.submit"))
    employer.page.locator("#consent").check()
    press(employer, text("inquiry.check.submit"))
    employer.go(Mailbox(portal.server.mail).link(address))
    press(employer, text("inquiry.confirm.submit"))
    before = wait_for(staff, figures, ["inquiry"], before)

    staff.go(paths.path("console_inquiries", institution))
    with staff.page.expect_navigation():
        staff.page.locator("tbody a", has_text=f"Scierie {tag}").first.click()
    inquiry = staff.address
    before = wait_for(staff, figures, ["opened"], before)
    staff.go(inquiry)
    staff.page.locator("#reply").fill("Oui, en mai.")
    press(staff, text("inbox.replySubmit"))
    before = wait_for(staff, figures, ["replied"], before)
    staff.go(inquiry)
    staff.page.locator("#outcome").select_option("training-agreed")
    press(staff, text("inbox.closeSubmit"))
    before = wait_for(staff, figures, ["closed"], before)
    looks_right(portal, staff, language, problems)
    expect(text("figures.outcome.training-agreed") in staff.page.locator("main").inner_text(), "the outcome is not named")
    expect(f"Scierie {tag}" not in staff.page.content() and address not in staff.page.content(), "the figures name somebody")
    expect(before["inquiry"] >= before["opened"] >= before["replied"], f"more replies than inquiries: {before}")

    # The address is the state: months, a sentence for what is none, the order of the table, the file.
    press(staff, text("figures.period.365"))
    expect("period=365" in staff.address, f"the period does not stand in {staff.address}")
    looks_right(portal, staff, language, problems)
    staff.is_error_expected = True
    staff.page.locator("#from").fill("2026-13")
    press(staff, text("figures.period.submit"))
    expect(staff.page.locator("#from-error").count() == 1, "a month that is none is taken")
    expect(staff.page.locator("#from").input_value() == "2026-13", "what was typed is lost")
    looks_right(portal, staff, language, problems)
    staff.go(figures)
    with staff.page.expect_navigation():
        staff.page.locator("#table ~ .step-table thead a").nth(1).click()
    expect("sort=impression" in staff.address, f"the order does not stand in {staff.address}")
    with staff.page.expect_download() as download:
        staff.page.get_by_role("link", name=text("figures.file")).click()
    lines = open(download.value.path(), encoding="utf-8-sig").read().splitlines()
    expect(lines[0].startswith("month,institution_id,program_id,"), f"the file begins with {lines[0]}")
    expect(any(program in line for line in lines[1:]), "the program is not in the file")
    staff.go(paths.path("console_institution", institution))
    looks_right(portal, staff, language, problems)
    press(staff, text("figures.overview.all"))
    expect(staff.address == figures, f"the overview leads to {staff.address}")
    expect_none(problems, "problems")


@scenario("whoever runs the portal sees the figures of all institutions, on the narrowest screen too", LANGUAGES, [WIDE, NARROWEST])
@with_server
def all_of_them(portal, language, width):
    problems = []
    visit = operator(portal, language, width=width)
    visit.go(portal.paths(language).path("console_portal_figures"))
    looks_right(portal, visit, language, problems)
    visit.go(portal.paths(language).path("console_portal_figures", period="90", sort="impression"))
    looks_right(portal, visit, language, problems)
    answer = portal.server.run("referrals", "--format", "csv")
    expect("month,institution_id," in str(answer), "the command writes no table")
    expect_none(problems, "problems")
