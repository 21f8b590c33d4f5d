"""Employers: what they are short of, a posting, what nobody offers; and institutions that answer."""

import re
import uuid

from mailbox import Mailbox
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, invite, is_sound, press, visit_of

KEYS = r"\b(?:employers|posting|need|unmet)\.[a-z][A-Za-z.-]*"

POSTING = {
    "en": """Personal Support Worker - Nights
About us
We are a home for 128 people and offer dental benefits and a pension plan.
Responsibilities:
- Help residents with bathing, dressing and meals
- Provide dementia care with patience
- Record care in PointClickCare
Requirements:
- First aid and CPR
- Safe lifting
Nice to have:
- Palliative care
- Microsoft Excel
""",
    "fr": """Préposé aux bénéficiaires - nuits
À propos de nous
Nous sommes un foyer de 128 personnes et offrons une assurance dentaire.
Vos tâches
• Aider les résidents à se laver, à s’habiller et à manger
• Donner des soins liés à la démence
Exigences
• Premiers soins et RCR
• Principes de déplacement sécuritaire
• Microsoft Excel serait un atout
""",
}


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("body").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


@scenario("a posting is pasted, checked, corrected, and answered with programs", LANGUAGES, [True, False], [WIDE, PHONE])
def posting(portal, language, javascript, width):
    problems: list[str] = []
    visit = visit_of(portal, portal.paths(language).path("employers"), language=language, javascript=javascript, width=width)
    page = visit.page
    looks_right(portal, visit, language, problems)
    page.locator("#text").fill(POSTING[language])
    press(visit, portal.text(language, "posting.submit"))
    looks_right(portal, visit, language, problems)
    expect("?" not in visit.address, f"something of the posting stands in the address: {visit.address}")
    ticks = page.locator("input[name=need]")
    count = ticks.count()
    expect(count >= 4, f"only {count} things were read")
    expect(page.locator("input[name=need]:checked").count() == count, "not everything read is ticked")
    evidence = page.locator(".posting-tick q").all_inner_texts()
    strange = [one for one in evidence if one.strip("“”«»\u00a0\u202f ") not in POSTING[language]]
    expect_none(strange, "evidence that does not stand in the posting")
    expect(page.locator("a[href*='33102'], a[href*='44101'], [value='33102'][name=occupation]").count() > 0, "the occupation was not read")
    rows = page.locator("[data-program]")
    expect(1 <= rows.count() <= 10, f"{rows.count()} programs")
    left = ticks.first.get_attribute("value")
    page.locator(".posting-tick").filter(has=page.locator(f"[value='{left}']")).click()
    press(visit, portal.text(language, "posting.read.again"))
    looks_right(portal, visit, language, problems)
    expect(not page.locator(f"input[value='{left}'][name=need]").is_checked(), "what was unticked is ticked again")
    expect(page.locator("#text").input_value() == POSTING[language], "the text is lost")
    with page.expect_navigation():
        page.locator("[data-program] h3 a").first.click()
    expect_none(problems, "problems")


@scenario("what is no posting is a sentence beside the field", LANGUAGES, [WIDE, PHONE])
def refused(portal, language, width):
    problems: list[str] = []
    visit = visit_of(portal, portal.paths(language).path("posting"), language=language, width=width)
    visit.is_error_expected = True
    page = visit.page
    for text in ["", "{\"@type\": ", "{\"@type\": \"Recipe\"}", "12 345"]:
        page.locator("#text").fill(text)
        press(visit, portal.text(language, "posting.submit"))
        expect(page.locator("#text-error").is_visible(), f"no sentence for {text!r}")
        expect(page.locator("#text").input_value() == text, "what was pasted is lost")
    looks_right(portal, visit, language, problems)
    expect_none(problems, "problems")


@scenario("whatever an employer types is understood or asked about", LANGUAGES, [True, False], [WIDE, PHONE])
def search(portal, language, javascript, width):
    problems: list[str] = []
    visit = visit_of(portal, portal.paths(language).path("employers"), language=language, javascript=javascript, width=width)
    page = visit.page
    for words in ["Excel", "dementia care" if language == "en" else "soins liés à la démence", "forklift" if language == "en" else "cariste", "zzzqqq"]:
        page.locator("#q").fill(words)
        press(visit, portal.text(language, "employers.submit"))
        looks_right(portal, visit, language, problems)
        expect(page.locator("[data-program], .choice, main a[href*='/not-found'], main a[href*='/introuvable']").count() > 0, f"{words} leads nowhere")
        if page.locator("[data-program]").count() == 0 and page.locator(".choice").count() > 0:
            with page.expect_navigation():
                page.locator(".choice").first.click()
            expect(page.locator("#programs").count() == 1, "the answer to the question has no programs")
    expect_none(problems, "problems")


@scenario(
    "an employer asks for what was not found, an institution answers, and the employer decides who learns of them",
    LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def request(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    mailbox = Mailbox(portal.server.mail)
    address = f"{uuid.uuid4().hex[:12]}@works.example"
    word = uuid.uuid4().hex[:10]
    options = dict(language=language, javascript=javascript, width=width)
    visit = visit_of(portal, paths.path("need_request", occupation="72106"), **options)
    page = visit.page
    looks_right(portal, visit, language, problems)
    visit.is_error_expected = True
    page.locator("#wanted").fill(f"Robots {word}")
    page.locator("#email").fill("nobody@here")
    page.locator("#people").fill("12")
    press(visit, text("need.submit"))
    expect(page.locator("#email-error").count() == 1, "an address that is none is taken")
    expect(page.locator("#wanted").input_value() == f"Robots {word}", "what was typed is lost")
    looks_right(portal, visit, language, problems)
    page.locator("#email").fill(address)
    page.locator("#organisation").fill(f"Works {word}")
    press(visit, text("need.submit"))
    looks_right(portal, visit, language, problems)

    visit.go(mailbox.link_before(address, "/confirmation"))
    looks_right(portal, visit, language, problems)
    press(visit, text("need.confirm.submit"))
    looks_right(portal, visit, language, problems)
    own = visit.address

    institution = portal.sample_institution()
    _, link = invite(portal, language, "--institution", institution, "--role", "editor")
    staff = visit_of(portal, link, **options)
    staff.page.locator("#password").fill(PASSWORD)
    press(staff, text("account.invitation.submit"))
    staff.go(paths.path("console_unmet_need", institution))
    looks_right(portal, staff, language, problems)
    card = staff.page.locator(".need-request").filter(has_text=word)
    expect(card.count() == 1, "the request is not on the board")
    expect(address not in staff.page.content() and f"Works {word}" not in staff.page.content(), "the board names who asks")
    with staff.page.expect_navigation():
        card.locator("a.row-link").last.click()
    looks_right(portal, staff, language, problems)
    staff.page.locator("#planned").fill(f"Atelier {word}")
    staff.page.locator("#ready-on").fill("2027-09-01")
    press(staff, text("unmet.submit"))
    expect(staff.page.locator("p.notice").count() == 1, "nothing says that the answer went")

    visit.go(mailbox.link(address, after=1))
    looks_right(portal, visit, language, problems)
    press(visit, text("need.introduce.submit"))
    looks_right(portal, visit, language, problems)
    staff.go(paths.path("console_unmet_need", institution))
    looks_right(portal, staff, language, problems)
    expect(address in staff.page.content(), "the institution is not told who asks")
    visit.go(own)
    looks_right(portal, visit, language, problems)
    expect(page.get_by_text(f"Atelier {word}").count() >= 1, "the answer is not on the employer's page")
    press(visit, text("need.withdraw.submit"))
    looks_right(portal, visit, language, problems)
    staff.go(paths.path("console_unmet_need", institution))
    expect(staff.page.locator(".need-request").filter(has_text=word).count() == 0, "a withdrawn request is still there")
    expect_none(problems, "problems")
