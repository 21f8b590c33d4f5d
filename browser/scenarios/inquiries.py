"""An employer writes once to several institutions, and hears from them; the institutions' staff answer."""

import re
import uuid

from scenarios.accounts import enrol, invite, press, visit_of
from mailbox import Mailbox
from measures import axe_violations, overflow, small_targets
from paths import code
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server


def sound(visit, problems: list[str]) -> None:
    """Gathers what is wrong with a page: its contrast, its names, its width, its targets, texts that are keys."""
    page, where = visit.page, visit.address.split("?")[0][:60]
    found = [f"small target: {one}" for one in small_targets(page)] + [f"too wide: {one}" for one in overflow(page)]
    if visit.javascript:
        found += [f"{one}" for one in axe_violations(page)]
    words = page.locator("body").inner_text()
    found += [f"a text that looks like a key: {one}" for one in re.findall(r"\b(?:inquiry|inbox|routing|console)\.[a-z][A-Za-z.]*|\{\w+\}", words)]
    problems += [f"{where}: {one}" for one in found]


def fill(visit, address: str, place: str, message: str) -> None:
    page = visit.page
    page.locator("#place").fill(place)
    page.locator("#message").fill(message)
    page.locator("#name").fill("Ana Ève Roy")
    page.locator("#organisation").fill(f"Scierie {place}")
    page.locator("#email").fill(address)


@scenario("an employer asks two institutions, who is told is shown first, the mailbox confirms, staff answer and close", LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    _, link = invite(portal, language, "--institution", institution, "--role", "manager")
    staff = visit_of(portal, link, language=language, javascript=javascript, width=width)
    staff.page.locator("#password").fill("seven quiet herons")
    press(staff, text("account.invitation.submit"))
    enrol(portal, staff, language)

    # A manager names an office of this run's own, and a rule that leads there: others work at the same institution at the same time.
    tag = uuid.uuid4().hex[:8]
    office = f"Bureau {tag}" if language == "fr" else f"Office {tag}"
    staff.go(paths.path("console_routing", institution))
    sound(staff, problems)
    staff.page.locator("#label-en").fill(f"Office {tag}")
    staff.page.locator("#label-fr").fill(f"Bureau {tag}")
    mailbox_of_office = f"{uuid.uuid4().hex[:10]}@office.example"
    staff.page.locator("#address").fill(mailbox_of_office)
    staff.page.locator("#hours").fill("24")
    press(staff, text("routing.addMailboxSubmit"))
    sound(staff, problems)
    staff.page.locator("#place").fill(tag)
    staff.page.locator("#mailbox").select_option(label=office)
    press(staff, text("routing.addRuleSubmit"))
    staff.page.locator("#try-place").fill(tag)
    press(staff, text("routing.trySubmit"))
    expect(mailbox_of_office in staff.page.locator("#try").inner_text(), "the trial does not find the office")
    sound(staff, problems)

    programs = portal.sample_programs(language, institution=institution)[:1]
    programs += [one for one in portal.sample_programs(language) if one not in programs][:6]
    # Three programs, the institution's own first.
    visit = portal.open(paths.path("inquiry", ids=".".join(code(one) for one in programs[:3])), language=language, javascript=javascript, width=width)
    visit.javascript = javascript
    sound(visit, problems)
    page = visit.page
    with page.expect_navigation():
        page.locator("main form[method=post] button").click()
    sound(visit, problems)
    address = f"{uuid.uuid4().hex[:12]}@plant.example"
    visit.is_error_expected = True
    page.locator("#email").fill("ana@")
    press(visit, text("inquiry.form.submit"))
    expect(page.locator("#message-error").count() == 1 and page.locator("#email").input_value() == "ana@", "what was typed is lost")
    sound(visit, problems)
    message = "Douze personnes, <b>ce printemps</b>.\nEst-ce possible?"
    fill(visit, address, tag, message)
    press(visit, text("inquiry.form.keep"))
    kept = page.locator(".private-link").get_attribute("href")
    sound(visit, problems)
    visit.go(kept.replace(portal.base_url, "") if kept.startswith(portal.base_url) else kept)
    expect(page.locator("#message").input_value() == message, "the draft did not survive")
    press(visit, text("inquiry.form.submit"))
    expect(office in page.locator(".recipients").inner_text(), "the office is not named before sending")
    expect("@office.example" not in page.content(), "the office's address is shown to the public")
    sound(visit, problems)
    press(visit, text("inquiry.check.submit"))
    expect(page.locator("#consent-error").count() == 1, "it goes without consent")
    page.locator("#consent").check()
    press(visit, text("inquiry.check.submit"))
    expect(address in page.locator("main").inner_text(), "it does not say where to look")
    sound(visit, problems)

    mailbox = Mailbox(portal.server.mail)
    expect(not mailbox.messages(mailbox_of_office), "it went before the mailbox said yes")
    visit.go(mailbox.link(address))
    sound(visit, problems)
    press(visit, text("inquiry.confirm.submit"))
    expect(text("inquiry.notice.sent") in page.locator("main").inner_text(), "it does not say that it went")
    sound(visit, problems)
    status = visit.address.split("?")[0]
    mailbox.link(address, after=1)
    (received,) = mailbox.messages(mailbox_of_office)
    expect(message.split("\n")[1] in received.get_body(("plain",)).get_content(), "the office does not get the message")

    staff.go(paths.path("console_inquiries", institution))
    sound(staff, problems)
    with staff.page.expect_navigation():
        staff.page.locator("tbody a", has_text=f"Scierie {tag}").first.click()
    sound(staff, problems)
    visit.go(status)
    expect(page.locator(".status-opened").count() == 1, "the employer does not see that it was opened")
    staff.page.locator("#note").fill("Ask the dean")
    press(staff, text("inbox.noteSubmit"))
    staff.page.locator("#reply").fill("Oui, en mai.\nÀ bientôt.")
    press(staff, text("inbox.replySubmit"))
    sound(staff, problems)
    visit.go(status)
    seen = page.locator("main").inner_text()
    expect("Oui, en mai." in seen and "Ask the dean" not in seen, "the reply is not shown, or the note is")
    sound(visit, problems)
    expect(mailbox.link(address, after=2) == status, "the mail with the reply does not lead to the page")

    staff.page.locator("#outcome").select_option("training-agreed")
    press(staff, text("inbox.closeSubmit"))
    visit.go(status)
    expect(page.locator(".status-closed").count() == 1, "the employer does not see that it was closed")
    visit.go(paths.path("inquiry_erase", status.rsplit("/", 1)[1]))
    sound(visit, problems)
    press(visit, text("inquiry.erase.submit"))
    visit.go(status)
    expect(visit.status == 410, f"an erased inquiry answers {visit.status}")
    expect_none(problems, "problems")


@scenario("a program's page leads to a question about it, and a short list to its institutions", LANGUAGES, [True, False])
def ways(portal, language, javascript):
    paths = portal.paths(language)
    program = portal.sample_programs(language)[0]
    visit = portal.open(paths.program(program), language=language, javascript=javascript)
    press(visit, portal.text(language, "inquiry.link.program"))
    expect(visit.page.locator(".basket-line").count() == 1 and visit.page.locator("#q").count() == 0, "a question is about more than the program")
    visit.go(paths.path("short_list", ids=code(program)))
    press(visit, portal.text(language, "inquiry.link.shortList"))
    expect(visit.page.locator(".basket-line").count() == 1, "the basket does not hold the list")


@scenario("from the results of a search to the basket, and what is kept on the device comes along", LANGUAGES, [True, False], [WIDE, PHONE])
def from_a_search(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    visit = visit_of(portal, paths.search(), language=language, javascript=javascript, width=width)
    page = visit.page
    first, second, third = (page.locator("main [data-program]").nth(place) for place in range(3))
    if javascript:
        for row in (first, second):
            row.locator(".save-button").click()
    title = third.locator("h3").inner_text()
    third.get_by_role("link", name=portal.text(language, "inquiry.link.row")).click()
    page.wait_for_load_state()
    expect(title in page.locator(".basket-line").all_inner_texts()[0], f"{title!r} is not in the basket: {visit.address}")
    offer = page.locator("[data-basket]")
    if not javascript:
        expect(not offer.is_visible(), "without scripts something is offered that only scripts know")
    else:
        expect("(2)" in offer.inner_text(), f"two kept programs are offered as {offer.inner_text()!r}")
        sound(visit, problems)
        offer.locator("a").click()
        page.wait_for_load_state()
        expect(page.locator(".inquiry-groups .basket-line").count() == 3, "the basket does not hold three programs")
        expect(not offer.is_visible(), "what is in the basket is offered again")
    sound(visit, problems)
    expect_none(problems, "problems")
