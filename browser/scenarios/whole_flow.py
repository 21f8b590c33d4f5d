"""From the invitation to the learner: an institution's manager comes in, brings 300 programs, tags and publishes, and somebody finds them."""

import pathlib
import tempfile
import time
import uuid

from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, enrol, invite, is_sound, press, visit_of
from scenarios.import_console import as_workbook, press_pattern, still, upload

ROWS = 300
WRONG = [30, 31, 175, 299]
COLUMNS = ["reference", "state", "title_en", "title_fr", "description_en", "description_fr", "url", "hours", "credential", "offerings"]
# The first program is published: its text names what it teaches.
ENGLISH = "Weld pipe and plate with SMAW and GTAW. Learners read welding drawings, inspect welds and prepare joints as welders do on site."
FRENCH = "Souder des tuyaux et des plaques. On lit des plans de soudage, on inspecte les soudures et on prépare les joints comme les soudeurs."
READING_SECONDS = 300


def rows(mark: str) -> list[list[str]]:
    table = []
    for number in range(2, ROWS + 2):
        hours = "plenty" if number in WRONG else "36"
        table.append([
            f"{mark}-{number}", "draft", f"Pipe welding {mark} {number}", f"Soudage de tuyaux {mark} {number}", ENGLISH if number == 2 else "",
            FRENCH if number == 2 else "", f"https://college.example/{mark}/{number}", hours, "micro-credential",
            "open; online; ; en; 300.00",
        ])
    return table


@scenario(
    "a manager is invited, sets up a second factor, brings 300 programs with mistakes, corrects them, tags one, publishes it, and a learner finds it",
    LANGUAGES, [True, False])
@with_server
def whole(portal, language, javascript):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    pattern = lambda key: portal.text_pattern(language, key)  # noqa: E731
    institution, mark = portal.sample_institution(), uuid.uuid4().hex[:6]
    _, link = invite(portal, language, "--institution", institution, "--role", "manager")
    visit = visit_of(portal, link, language=language, javascript=javascript, width=WIDE if javascript else PHONE)
    page = visit.page
    check = lambda: is_sound(portal, visit, language, problems)  # noqa: E731
    page.locator("#password").fill(PASSWORD)
    press(visit, text("account.invitation.submit"))
    enrol(portal, visit, language)
    press(visit, text("account.codes.done"))
    expect(visit.address == paths.path("console"), f"the first sign-in leads to {visit.address}")

    visit.go(paths.path("console_imports", institution))
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "programs.xlsx"
        as_workbook(rows(mark), file, COLUMNS)
        upload(visit, file, text("imports.upload"))
    expect(page.locator(".import-tally .has-errors dd").inner_text() == str(len(WRONG)), "another number of mistakes")
    press_pattern(visit, pattern("imports.fixHereLink.other"))
    for number in WRONG:
        page.locator(f"[id='cell.{number}.hours']").fill("40")
    press(visit, text("imports.correct.submit"))
    still(visit)
    press_pattern(visit, pattern("imports.confirm.other"))
    still(visit)
    check()
    expect(portal.open(paths.search(q=mark), language=language).programs == [], "drafts are found")

    visit.go(paths.path("console_programs", institution, q=f"{mark}-2", state="draft"))
    row = page.locator("main tbody tr", has_text=f"{mark}-2").filter(has=page.get_by_text(f"{mark}-2", exact=True))
    program = row.locator("a").first.get_attribute("href").split("?")[0].rsplit("/", 1)[1]
    deadline = time.monotonic() + READING_SECONDS
    while True:
        visit.go(paths.path("console_review", institution, program=program))
        if page.locator("input[name=program]").count() and page.locator("input[name=program]").first.get_attribute("value") == program:
            break
        expect(time.monotonic() < deadline, f"after {READING_SECONDS} s the program has not been read")
        time.sleep(2)
    check()
    occupation = page.locator(".review-item", has=page.locator("input[name^='occupation']")).first
    if occupation.count() == 0:
        occupation = page.locator(".review-item").first
    name = occupation.locator("legend strong").inner_text()
    occupation.locator("input[data-verdict='approved']").check()
    press(visit, text("review.save"))

    visit.go(paths.path("console_programs", institution) + "/" + program)
    press(visit, text("programs.act.publish"))
    press(visit, text("programs.publish.submit"))
    check()
    learner = portal.open(paths.search(q=mark), language=language, javascript=javascript, width=PHONE)
    expect(learner.programs == [program], f"a learner finds {learner.programs}")
    learner.go(paths.program(program))
    expect(name in learner.page.locator("main").inner_text(), f"the program's page does not say {name}")
    expect_none(problems, "problems")
