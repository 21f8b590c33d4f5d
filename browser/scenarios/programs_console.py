"""An editor writes a program, publishes it, works on a draft beside it, meets a colleague in it, and takes it back."""

import re
import uuid

from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, invite, is_sound, press, visit_of

KEYS = r"\bprograms\.[a-z][A-Za-z.-]*"


def editor(portal, language: str, institution: str, **options):
    _, link = invite(portal, language, "--institution", institution, "--role", "editor")
    visit = visit_of(portal, link, language=language, **options)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, portal.text(language, "account.invitation.submit"))
    return visit


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("body").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


def write(page, language: str, title: str, reference: str) -> None:
    page.locator(f"#title-{language}").fill(title)
    page.locator("#reference").fill(reference)
    page.locator("#url").fill("https://college.example/program")
    page.locator("[id='offering.0.schedule']").select_option("open")
    page.locator("[id='offering.0.price']").fill("450")


@scenario(
    "an editor writes a program, publishes it, edits a draft beside it, brings an old version back, and archives it",
    LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    visit = editor(portal, language, institution, javascript=javascript, width=width)
    page = visit.page
    check = lambda: looks_right(portal, visit, language, problems)  # noqa: E731
    word = "zq" + uuid.uuid4().hex[:10].translate(str.maketrans("0123456789", "ghijklmnop"))
    title, other = f"Atelier {word}", f"Atelier {word} bis"

    visit.go(paths.path("console_programs", institution))
    check()
    press(visit, text("programs.new.link"))
    check()
    visit.is_error_expected = True
    write(page, language, title, f"R-{word}")
    page.locator("#hours").fill("many")
    press(visit, text("programs.form.save"))
    expect(page.locator("#hours-error").count() == 1, "a length that is no number is taken")
    expect(page.locator(f"#title-{language}").input_value() == title, "what was typed is lost")
    expect(page.locator(".error-summary a[href='#hours']").count() == 1, "the mistake is not summed up")
    check()
    page.locator("#hours").fill("37,5")
    page.get_by_role("button", name=text("programs.form.add.outcome")).click()
    visit.settle()
    page.locator(f"[id='outcome.1.{language}']").fill("Second outcome")
    page.locator(f"[id='outcome.0.{language}']").fill("First outcome")
    expect(page.locator("#hours").input_value() == "37,5", "adding a row loses what was typed")
    press(visit, text("programs.form.preview"))
    expect(title in page.locator("h1").inner_text(), "the preview does not show the program")
    check()
    press(visit, text(f"programs.preview.in.{'fr' if language == 'en' else 'en'}"))
    expect(page.locator("html").get_attribute("lang") != language, "the preview is in one language only")
    page.go_back()
    press(visit, text("programs.preview.back"))
    program = visit.address.split("?")[0].rsplit("/", 1)[1]
    check()

    learner = portal.open(paths.search(q=word), language=language)
    expect(learner.programs == [], "a draft is found")
    visit.go(paths.path("console_institution", institution))
    check()
    press(visit, page.locator(".task-list a[href$='state=draft']").inner_text())
    expect(title in page.locator("main").inner_text(), "the overview does not lead to what is not published yet")
    visit.go(paths.path("console_programs", institution) + "/" + program)
    press(visit, text("programs.act.publish"))
    check()
    press(visit, text("programs.publish.submit"))
    check()
    learner.go(paths.search(q=word))
    expect(learner.programs == [program], f"what is published is not found: {learner.programs}")

    press(visit, text("programs.act.edit"))
    check()
    page.locator(f"#title-{language}").fill(other)
    press(visit, text("programs.form.saveDraft"))
    expect(text("programs.hasDraft") in page.locator("main").inner_text(), "it does not say that there is a draft")
    check()
    learner.go(paths.program(program))
    expect(learner.page.locator("h1").inner_text() == title, "learners see the draft")
    press(visit, text("programs.act.publish"))
    check()
    press(visit, text("programs.publish.submit"))
    learner.go(paths.program(program))
    expect(learner.page.locator("h1").inner_text() == other, "learners do not see what was published")

    press(visit, text("programs.act.tags"))
    page.locator("#q").fill("soudage" if language == "fr" else "welding")
    press(visit, text("programs.tags.find"))
    check()
    page.locator(".tag-rows button").first.click()
    visit.settle()
    expect(text("console.notice.tagAdded") in page.locator("main").inner_text(), "the tag is not added")
    check()

    visit.go(paths.path("console_program_history", institution, program))
    check()
    page.locator("main tbody a").last.click()
    visit.settle()
    check()
    press(visit, text("programs.history.restore"))
    press(visit, text("programs.act.publish"))
    press(visit, text("programs.publish.submit"))
    learner.go(paths.program(program))
    expect(learner.page.locator("h1").inner_text() == title, "the old version is not back")

    press(visit, text("programs.act.archive"))
    expect(text("programs.state.archived") in page.locator("main .marks").inner_text(), "it is not archived")
    check()
    learner.is_error_expected = True
    learner.go(paths.program(program))
    expect(learner.status == 404, f"what is archived is answered with {learner.status}")
    visit.go(paths.path("console_programs", institution, q=word, state="archived"))
    expect(page.locator("main tbody tr").count() == 1, "the archive does not list it")
    check()
    visit.go(paths.path("console_freshness", institution))
    check()
    expect_none(problems, "problems")


@scenario("two editors who change the same field are told, and choose by field", LANGUAGES, [True, False])
@with_server
def two(portal, language, javascript):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    first = editor(portal, language, institution)
    first.go(paths.path("console_new_program", institution))
    word = uuid.uuid4().hex[:10]
    write(first.page, language, f"Common {word}", f"T-{word}")
    press(first, text("programs.form.save"))
    program = first.address.split("?")[0].rsplit("/", 1)[1]
    second = editor(portal, language, institution, javascript=javascript)
    form = paths.path("console_program_text", institution, program)
    first.go(form)
    second.go(form)
    first.page.locator(f"#title-{language}").fill(f"First {word}")
    first.page.locator("#weeks").fill("3")
    press(first, text("programs.form.save"))
    second.is_error_expected = True
    second.page.locator(f"#title-{language}").fill(f"Second {word}")
    second.page.locator("#hours").fill("21")
    press(second, text("programs.form.save"))
    expect(second.page.locator("fieldset.conflict").count() == 1, "the second editor is not asked about the one field")
    body = second.page.locator("main").inner_text()
    expect(all(f"{one} {word}" in body for one in ("Common", "First", "Second")), "not all three texts are shown")
    looks_right(portal, second, language, problems)
    second.page.locator(f"[id='choice.title-{language}.theirs']").check()
    press(second, text("programs.conflict.save"))
    second.go(form)
    values = [second.page.locator(one).input_value() for one in (f"#title-{language}", "#weeks", "#hours")]
    expect(values == [f"First {word}", "3", "21"], f"the merge holds {values}")
    expect_none(problems, "problems")


@scenario("an editor says of programs that they are still right", LANGUAGES)
@with_server
def confirmed(portal, language):
    problems = []
    paths = portal.paths(language)
    institution = portal.sample_institution()
    visit = editor(portal, language, institution)
    visit.go(paths.path("console_freshness", institution))
    looks_right(portal, visit, language, problems)
    expect(visit.page.locator("main tbody tr").count() > 0, "nothing is published there")
    visit.page.locator("main tbody input[type=checkbox]").first.check()
    press(visit, portal.text(language, "programs.fresh.confirm"))
    expect(portal.text(language, "console.notice.confirmed") in visit.page.locator("main").inner_text(), "it is not confirmed")
    expect_none(problems, "problems")
