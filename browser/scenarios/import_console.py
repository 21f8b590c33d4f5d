"""An institution brings 300 programs in from a spreadsheet, corrects what is wrong, and a learner finds them."""

import csv
import io
import re
import tempfile
import pathlib
import uuid

import openpyxl

import measures
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, enrol, invite, is_sound, press, visit_of

ROWS = 300
# Rows of the spreadsheet, whose first one has the names of the columns.
WRONG_HOURS, WRONG_ADDRESS = [12, 40, 77, 150, 298], list(range(100, 124))
COLUMNS = ["reference", "title_en", "title_fr", "url", "hours", "credential", "offerings"]


def rows(mark: str) -> list[list[str]]:
    table = []
    for number in range(2, ROWS + 2):
        hours = "many" if number in WRONG_HOURS else str(10 + number % 20)
        address = "www.college.example" if number in WRONG_ADDRESS else f"https://college.example/{mark}/{number}"
        table.append([
            f"{mark}-{number}", f"Soldering {mark} {number}", f"Brasage {mark} {number}", address, hours, "digital-badge",
            "2027-01-12..2027-03-02; in-person; Sudbury P3E 2C6; en; 450.00",
        ])
    return table


def as_workbook(table: list[list[str]], path: pathlib.Path, columns: list[str] = COLUMNS) -> None:
    book = openpyxl.Workbook()
    book.active.append(columns)
    for row in table:
        book.active.append([float(cell) if name == "hours" and cell.isdigit() else cell for name, cell in zip(columns, row)])
    book.save(path)


def as_table(table: list[list[str]], path: pathlib.Path) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([COLUMNS, *table])
    path.write_bytes(text.getvalue().encode("cp1252"))


def still(visit) -> None:
    """Waits until the file is no longer in work: by script, or by the page loading itself anew."""
    visit.page.wait_for_selector('#import[data-state="still"]', timeout=60_000)
    visit.settle()


def upload(visit, path: pathlib.Path, button: str) -> None:
    visit.page.locator("#file").set_input_files(path)
    press(visit, button)
    still(visit)


def fetch(visit, link) -> bytes:
    answer = visit.page.request.get(visit.portal.base_url + link.get_attribute("href"))
    expect(answer.status == 200, f"the file answered {answer.status}")
    return answer.body()


def editor(portal, language: str, **options):
    institution = portal.sample_institution()
    _, link = invite(portal, language, "--institution", institution, "--role", "editor")
    visit = visit_of(portal, link, language=language, **options)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, portal.text(language, "account.invitation.submit"))
    return institution, visit


@scenario(
    "300 programs with mistakes are uploaded, corrected on the screen and in the returned file, written, and found by a learner",
    LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    pattern = lambda key: portal.text_pattern(language, key)  # noqa: E731
    institution, visit = editor(portal, language, javascript=javascript, width=width)
    page = visit.page
    check = lambda: is_sound(portal, visit, language, problems)  # noqa: E731
    mark = uuid.uuid4().hex[:6]
    visit.go(paths.path("console_imports", institution))
    check()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / ("programs.xlsx" if javascript else "programs.csv")
        (as_workbook if javascript else as_table)(rows(mark), file)
        upload(visit, file, text("imports.upload"))
        check()
        expect(page.locator(".import-tally .has-errors dd").inner_text() == str(len(WRONG_HOURS + WRONG_ADDRESS)), "another number of mistakes")

        # On the screen: the first twenty rows, of which five are corrected and the others kept as they are.
        press_pattern(visit, pattern("imports.fixHereLink.other"))
        check()
        expect(page.locator(".import-row").count() == 20, f"{page.locator('.import-row').count()} rows on the page")
        for number in WRONG_HOURS[:3]:
            page.locator(f"[id='cell.{number}.hours']").fill("24")
        for number in WRONG_ADDRESS[:10]:
            page.locator(f"[id='cell.{number}.url']").fill(f"https://college.example/{mark}/{number}")
        press(visit, text("imports.correct.submit"))
        still(visit)
        left = len(WRONG_HOURS + WRONG_ADDRESS) - 13
        expect(page.locator(".import-tally .has-errors dd").inner_text() == str(left), "the corrections do not count")

        # The rest in the returned file.
        returned = pathlib.Path(folder) / "returned.xlsx"
        returned.write_bytes(fetch(visit, page.locator(".import-downloads a[href*='format=xlsx']").first))
        book = openpyxl.load_workbook(returned)
        sheet = book.active
        head = [cell.value for cell in sheet[1]]
        expect(head[-1] == "ERRORS" and sheet.max_row == ROWS + 1, f"the returned file has {head}, {sheet.max_row} rows")
        said = [number for number in range(2, sheet.max_row + 1) if sheet.cell(number, len(head)).value]
        expect(len(said) == left and WRONG_HOURS[0] not in said, f"the returned file complains of rows {said}")
        for number in said:
            column = "hours" if number in WRONG_HOURS else "url"
            value = 24 if column == "hours" else f"https://college.example/{mark}/{number}"
            sheet.cell(number, head.index(column) + 1).value = value
        book.save(returned)
        upload(visit, returned, text("imports.replace"))
    check()
    expect(page.locator(".import-tally dd").first.inner_text() == str(ROWS), "not all programs are new")
    press_pattern(visit, pattern("imports.confirm.other"))
    still(visit)
    expect(text("imports.done") in page.locator("main").inner_text(), "it is not written")
    check()
    learner = portal.open(paths.search(q=f"{'soldering' if language == 'en' else 'brasage'} {mark}"), language=language)
    expect(learner.total >= ROWS, f"a learner finds {learner.total}")
    expect_none(problems, "problems")


def press_pattern(visit, pattern: re.Pattern) -> None:
    main = visit.page.locator("main")
    control = main.get_by_role("button", name=pattern).or_(main.get_by_role("link", name=pattern))
    with visit.page.expect_navigation():
        control.first.click()
    visit.settle()


@scenario("the template opens in a spreadsheet, explains its columns and offers what may be chosen; what is there now comes back unchanged", LANGUAGES)
@with_server
def template(portal, language):
    paths = portal.paths(language)
    institution, visit = editor(portal, language)
    visit.go(paths.path("console_imports", institution))
    book = openpyxl.load_workbook(io.BytesIO(fetch(visit, visit.page.locator("a[href*='what=template'][href*='format=xlsx']"))))
    first, second = book.worksheets
    names = [cell.value for cell in first[1]]
    expect(names[:3] == ["institution", "reference", "state"], f"the template begins with {names[:3]}")
    expect(first.freeze_panes == "A2", "the head of the template moves away")
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in first.data_validations.dataValidation}
    expect(any("draft,published,archived" in formula for formula in lists.values()), f"no list of states: {lists}")
    expect(second.title == portal.text(language, "columns.sheet"), f"the second sheet is called {second.title}")
    expect([row[0].value for row in second.iter_rows(min_row=2)] == names, "the second sheet explains other columns")
    now = fetch(visit, visit.page.locator("a[href*='what=programs'][href*='format=xlsx']"))
    programs = openpyxl.load_workbook(io.BytesIO(now)).worksheets[0]
    expect(programs.max_row > 1, "there are no programs")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "now.xlsx"
        # Saved by another program, as a spreadsheet would.
        openpyxl.load_workbook(io.BytesIO(now)).save(file)
        upload(visit, file, portal.text(language, "imports.upload"))
    expect(portal.text(language, "imports.nothing") in visit.page.locator("main").inner_text(), "what came out does not go in unchanged")


@scenario("a manager makes a key and the lines for the institution's own site; only the sites that were named may show them", LANGUAGES)
@with_server
def keys_and_embed(portal, language):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    _, link = invite(portal, language, "--institution", institution, "--role", "manager")
    visit = visit_of(portal, link, language=language)
    page = visit.page
    page.locator("#password").fill(PASSWORD)
    press(visit, text("account.invitation.submit"))
    enrol(portal, visit, language)
    visit.go(paths.path("console_keys", institution))
    page.locator("#name").fill("Student system")
    press(visit, text("keys.submit"))
    is_sound(portal, visit, language, problems)
    key = page.locator("#secret").inner_text()
    address = f"{portal.base_url}/api/v1/institutions/{institution}/programs/X-{uuid.uuid4().hex[:8]}"
    answer = page.request.put(address, headers={"Authorization": f"Bearer {key}"}, data={"title": {"en": "Pushed"}, "url": "https://x.example"})
    expect(answer.status == 201, f"a push answered {answer.status} {answer.text()}")
    visit.go(paths.path("console_keys", institution))
    expect(key not in page.content(), "the key is shown twice")

    visit.go(paths.path("console_embed", institution))
    page.locator("#host").fill(f"https://{language}.college.example/programs")
    press(visit, text("embed.settings.add"))
    is_sound(portal, visit, language, problems)
    expect("<iframe" in page.locator(".snippet").first.inner_text(), "there are no lines to copy")
    frame = portal.open(paths.path("embed", institution), language=language, width=PHONE, javascript=True)
    expect(frame.programs, "the frame is empty")
    problems += [f"embed: {one}" for one in measures.axe_violations(frame.page) + measures.overflow(frame.page)]
    policy = portal.get(paths.path("embed", institution)).headers.get("Content-Security-Policy", "")
    ancestors = policy.split("frame-ancestors ")[-1].split()
    expect(f"https://{language}.college.example" in ancestors and "default-src 'none'" in policy, f"the frame's policy is {policy}")
    expect_none(problems, "problems")
