"""Employers who may be contacted: they opt in, an institution finds them and writes, one click ends it; their data is taken along and erased."""

import json
import re
import uuid

from mailbox import Mailbox
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server
from scenarios.accounts import PASSWORD, invite, is_sound, press, visit_of
from scenarios.operators import operator

KEYS = r"\b(?:directory|outreach|mydata|consents|mail)\.[a-z][A-Za-z.-]*"
CONSENT = "2026-11"


def looks_right(portal, visit, language: str, problems: list[str]) -> None:
    is_sound(portal, visit, language, problems)
    words = visit.page.locator("body").inner_text()
    problems += [f"{visit.address}: a text that looks like a key: {one}" for one in re.findall(KEYS, words)]


def unsubscribe_path(message) -> str:
    """What RFC 8058 wants of a mail, and the path one POST to ends it."""
    expect(message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click", f"{message['List-Unsubscribe-Post']}")
    found = re.fullmatch(r"<https?://[^/]+(/\S+)>", str(message["List-Unsubscribe"]).strip())
    expect(found, f"List-Unsubscribe: {message['List-Unsubscribe']}")
    return found.group(1)


def text_of(message) -> str:
    return message.get_body(("plain",)).get_content()


@scenario(
    "an employer opts in, an institution writes to them, one click ends it, and their data is taken along and erased",
    LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def directory(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    mailbox = Mailbox(portal.server.mail)
    word = uuid.uuid4().hex[:10]
    address = f"{word}@works.example"
    options = dict(language=language, javascript=javascript, width=width)

    # The way in: a form whose mistakes are told, and a link in a mail.
    visit = visit_of(portal, paths.path("employers"), **options)
    page = visit.page
    with page.expect_navigation():
        page.get_by_role("link", name=text("directory.door.link"), exact=True).click()
    looks_right(portal, visit, language, problems)
    visit.is_error_expected = True
    page.locator("#organisation").fill(f"Works {word}")
    page.locator("#contact").fill("Ana Roy")
    page.locator("#email").fill(address)
    page.locator("#interests-train-staff").check()
    page.locator("#industries-62").check()
    page.locator("#note").fill(f"Robots {word}")
    press(visit, text("directory.submit"))
    expect(page.locator("#consent-error").count() == 1, "no sentence where nobody agreed")
    expect(page.locator("#organisation").input_value() == f"Works {word}", "what was typed is lost")
    expect(not page.locator("#consent").is_checked(), "consent is ticked beforehand")
    looks_right(portal, visit, language, problems)
    page.locator("#consent").check()
    press(visit, text("directory.submit"))
    looks_right(portal, visit, language, problems)

    institution = portal.sample_institution()
    _, link = invite(portal, language, "--institution", institution, "--role", "editor")
    staff = visit_of(portal, link, **options)
    staff.page.locator("#password").fill(PASSWORD)
    press(staff, text("account.invitation.submit"))
    board = paths.path("console_directory", institution)
    staff.go(board + "?q=" + word)
    expect(staff.page.locator("[data-employer]").count() == 0, "somebody is listed before their address is verified")

    visit.go(mailbox.link(address))
    looks_right(portal, visit, language, problems)
    press(visit, text("directory.confirm.submit"))
    looks_right(portal, visit, language, problems)
    own = visit.address.split("?")[0]

    # The institution finds them, sees what will arrive, and sends it.
    staff.go(board + f"?q={word}&interest=train-staff&industry=62")
    looks_right(portal, staff, language, problems)
    expect(staff.page.locator("[data-employer]").count() == 1, "the employer is not found")
    expect(address not in staff.page.content(), "the directory shows an address")
    staff.page.locator("[data-employer] input[type=checkbox]").check()
    press(staff, text("outreach.write"))
    looks_right(portal, staff, language, problems)
    staff.is_error_expected = True
    staff.page.locator("#subject").fill(f"Atelier {word}")
    staff.page.locator("#postal").fill("1 Main Street\nHearst")
    press(staff, text("outreach.form.submit"))
    expect(staff.page.locator("#text-error").count() == 1, "no sentence for an empty message")
    staff.page.locator("#text").fill(f"Welding {word}\nin May")
    press(staff, text("outreach.form.submit"))
    looks_right(portal, staff, language, problems)
    shown = staff.page.locator(".mail-preview").inner_text()
    expect(f"Welding {word}" in shown and "1 Main Street, Hearst" in shown, f"the preview lacks something: {shown}")
    expect(address not in staff.page.content(), "the preview shows an address")
    expect(len(mailbox.messages(address)) == 2, "the preview sent something")
    with staff.page.expect_navigation():
        staff.page.locator("button[value=send]").click()
    looks_right(portal, staff, language, problems)
    end = mailbox.link(address, after=2)
    message = mailbox.messages(address)[-1]
    expect(unsubscribe_path(message) == end, f"the text leads to {end}, the header elsewhere")
    expect("@" in str(message["Reply-To"]) and address not in str(message["Reply-To"]), f"Reply-To: {message['Reply-To']}")
    expect(own.rsplit("/", 1)[1] not in text_of(message), "the message holds the key to the private page")
    visit.go(own)
    looks_right(portal, visit, language, problems)
    expect(page.get_by_text(f"Atelier {word}").count() >= 1, "the private page does not show what was written")

    # Looking ends nothing; one POST from nowhere does, as often as it comes.
    visit.go(end)
    looks_right(portal, visit, language, problems)
    staff.go(board + "?q=" + word)
    expect(staff.page.locator("[data-employer]").count() == 1, "looking at the link ended something")
    for _ in range(2):
        answer = page.request.post(
            portal.base_url + end, data="List-Unsubscribe=One-Click",
            headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": "https://mail.example"})
        expect(answer.status == 200, f"one click: {answer.status}")
    staff.go(board + "?q=" + word)
    expect(staff.page.locator("[data-employer]").count() == 0, "who said no is still listed")

    # Everything as one file, and then nothing any more.
    visit.go(paths.path("employer_data"))
    looks_right(portal, visit, language, problems)
    page.locator("#email").fill(address)
    press(visit, text("mydata.submit"))
    looks_right(portal, visit, language, problems)
    visit.go(mailbox.link(address, after=3))
    looks_right(portal, visit, language, problems)
    with page.expect_download() as download:
        page.get_by_role("button", name=text("mydata.export.submit"), exact=True).click()
    file = json.loads(open(download.value.path(), encoding="utf-8").read())
    expect(file["address"] == address and file["directoryEntry"]["organisation"] == f"Works {word}", f"{file}")
    expect(file["messagesFromInstitutions"][0]["subject"] == f"Atelier {word}", f"{file}")
    expect([one["way"] for one in file["consents"]] == ["link", "one-click"], f"{file['consents']}")
    press(visit, text("mydata.erase.submit"))
    looks_right(portal, visit, language, problems)
    visit.go(own)
    looks_right(portal, visit, language, problems)
    expect(page.locator("h1").inner_text() == text("directory.gone.title"), "the private page is still there")
    expect_none(problems, "problems")


def listed(portal, language: str, word: str, **options) -> str:
    """An employer who has verified their address. Returns the path of their private page."""
    text = lambda key: portal.text(language, key)  # noqa: E731
    visit = visit_of(portal, portal.paths(language).path("directory"), language=language, **options)
    page = visit.page
    for field, value in [("organisation", f"Works {word}"), ("contact", "Ana Roy"), ("email", f"{word}@works.example")]:
        page.locator(f"#{field}").fill(value)
    for box in ["interests-hire-graduates", "industries-62", "consent"]:
        page.locator(f"#{box}").check()
    press(visit, text("directory.submit"))
    visit.go(Mailbox(portal.server.mail).link(f"{word}@works.example"))
    press(visit, text("directory.confirm.submit"))
    return visit.address.split("?")[0]


@scenario("an employer changes, hides, shows and ends their entry on the private page", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def own(portal, language, javascript, width):
    problems: list[str] = []
    text = lambda key: portal.text(language, key)  # noqa: E731
    word = uuid.uuid4().hex[:10]
    path = listed(portal, language, word, javascript=javascript, width=width)
    visit = visit_of(portal, path, language=language, javascript=javascript, width=width)
    page = visit.page
    visit.is_error_expected = True
    page.locator("#change summary").click()
    looks_right(portal, visit, language, problems)
    page.locator("#industries-62").uncheck()
    press(visit, text("directory.act.change"))
    expect(page.locator("#industries-error").count() == 1, "an entry without an industry is taken")
    looks_right(portal, visit, language, problems)
    page.locator("#industries-23").check()
    page.locator("#note").fill("Toitures & <b>")
    press(visit, text("directory.act.change"))
    expect(page.locator("p.notice").count() == 1 and "Toitures & <b>" in page.locator(".facts-list").inner_text(), "it is not changed")
    for act in ["pause", "resume", "keep"]:
        press(visit, text(f"directory.act.{act}"))
        expect(page.locator("p.notice").inner_text() == text(f"directory.notice.{act}"), f"nothing says that it did {act}")
    looks_right(portal, visit, language, problems)
    press(visit, text("directory.act.withdraw"))
    looks_right(portal, visit, language, problems)
    visit.go(path)
    expect(page.locator("h1").inner_text() == text("directory.gone.title"), "the entry is still there")
    expect_none(problems, "problems")


@scenario("an operator reads what an address agreed to, and takes an entry out", LANGUAGES, [WIDE, PHONE])
@with_server
def oversight(portal, language, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    word = uuid.uuid4().hex[:10]
    path = listed(portal, language, word)
    visit = operator(portal, language, width=width)
    page = visit.page
    visit.go(paths.path("console_employers") + "?q=" + word)
    looks_right(portal, visit, language, problems)
    expect(page.locator("tbody tr").count() == 1 and f"{word}@" not in page.content(), "the list lacks the entry, or shows an address")
    with page.expect_navigation():
        page.locator("tbody button").click()
    looks_right(portal, visit, language, problems)
    visit.go(paths.path("console_consents"))
    looks_right(portal, visit, language, problems)
    visit.is_error_expected = True
    page.locator("#email").fill("nobody@here")
    press(visit, text("consents.submit"))
    expect(page.locator("#email-error").count() == 1, "what is no address is looked up")
    page.locator("#email").fill(f"{word}@works.example")
    press(visit, text("consents.submit"))
    looks_right(portal, visit, language, problems)
    words = page.locator("tbody").inner_text()
    expect(all(text(f"consents.acts.{act}") in words for act in ["given", "removed"]) and CONSENT in words, f"the ledger says {words}")
    expect(word not in visit.address, "the address stands in the page's")
    visit.go(path)
    expect(page.locator("h1").inner_text() == text("directory.gone.title"), "the entry is still there")
    expect_none(problems, "problems")
