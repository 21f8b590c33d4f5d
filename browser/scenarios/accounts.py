"""Somebody is invited to work on the portal, signs in with a second factor, and helps themselves when something is lost."""

import re
import uuid

import measures
from mailbox import Authenticator, Mailbox
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario, with_server

PASSWORD, ANOTHER = "seven quiet herons", "a kettle under the stairs"


def press(visit, name: str) -> None:
    """Presses a button or follows a link of the page's main part, and waits for what it leads to."""
    main = visit.page.locator("main")
    control = main.get_by_role("button", name=name, exact=True).or_(main.get_by_role("link", name=name, exact=True))
    with visit.page.expect_navigation():
        control.first.click()
    visit.settle()


def is_sound(portal, visit, language: str, problems: list[str]) -> None:
    """The page is accessible, light and dark, fits, and shows no name of a text. Gathers what is not."""
    page = visit.page
    where = visit.address.split("?")[0]
    found = [f"small target: {one}" for one in measures.small_targets(page)] + [f"too wide: {one}" for one in measures.overflow(page)]
    if page.context.browser and visit.javascript:
        found += [f"light: {one}" for one in measures.axe_violations(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {one}" for one in measures.axe_violations(page)]
        page.emulate_media(color_scheme="light")
    words = page.locator("body").inner_text()
    found += [f"a text that looks like a key: {one}" for one in re.findall(r"\b(?:account|console|staff|accounts|audit|form)\.[a-z][A-Za-z.]*|\{\w+\}", words)]
    expect(page.locator("html").get_attribute("lang") == language, f"{where} is not in {language}")
    problems += [f"{where}: {one}" for one in found]


def visit_of(portal, path: str, **options):
    visit = portal.open(path, **options)
    visit.may_have_session = True
    visit.javascript = options.get("javascript", True)
    return visit


def invite(portal, language: str, *role: str) -> tuple[str, str]:
    """Brings somebody in from the command line. Returns their address and the path of the link they got by mail."""
    address = f"{uuid.uuid4().hex[:12]}@lakes.example"
    portal.server.run("user", "create", *role, "--email", address, "--name", "Ana Tremblay", "--language", language)
    return address, Mailbox(portal.server.mail).link(address)


def enrol(portal, visit, language: str) -> Authenticator:
    app = Authenticator(visit.page.locator("#secret").inner_text())
    visit.page.locator("#code").fill(app.code())
    press(visit, portal.text(language, "account.enrol.submit"))
    expect(visit.page.locator(".recovery-codes li").count() == 10, "there are not ten recovery codes")
    return app


def sign_in(portal, visit, language: str, address: str, password: str) -> None:
    visit.page.locator("#email").fill(address)
    visit.page.locator("#password").fill(password)
    press(visit, portal.text(language, "account.signIn.submit"))


@scenario(
    "somebody is invited, sets up a second factor, signs out and in, looks at the sessions, and gets a new password",
    LANGUAGES, [True, False], [WIDE, PHONE])
@with_server
def whole(portal, language, javascript, width):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    address, link = invite(portal, language, "--operator")
    visit = visit_of(portal, link, language=language, javascript=javascript, width=width)
    page = visit.page
    check = lambda: is_sound(portal, visit, language, problems)  # noqa: E731
    check()
    expect(page.locator("#name").input_value() == "Ana Tremblay", "the name is not filled in")

    visit.is_error_expected = True
    page.locator("#name").fill("Ana Ève Tremblay")
    page.locator("#password").fill("password1234")
    press(visit, text("account.invitation.submit"))
    expect(page.locator("#password-error").count() == 1, "a password everybody uses is taken")
    expect(page.locator("#name").input_value() == "Ana Ève Tremblay", "what was typed is lost")
    expect(page.locator("#password").input_value() == "", "the password stands in the page")
    check()
    page.locator("#password").fill(PASSWORD)
    press(visit, text("account.invitation.submit"))

    expect(visit.address == paths.path("account_authenticator"), f"a new operator comes to {visit.address}")
    check()
    page.goto(portal.base_url + paths.path("console_accounts"))
    expect(visit.address == paths.path("account_authenticator"), "without a second factor one gets on")
    app = enrol(portal, visit, language)
    check()
    press(visit, text("account.codes.done"))
    expect(visit.address == paths.path("console"), f"from the codes one comes to {visit.address}")
    institution = page.locator("main tbody a").first.get_attribute("href").rsplit("/", 1)[1]
    for name in ["console", "console_accounts", "console_log", "account", "account_password", "account_email", "account_sessions",
                 "account_recovery_codes", "account_authenticator"]:
        visit.go(paths.path(name))
        expect(visit.status == 200, f"{name} answered {visit.status}")
        check()
    for name in ["console_institution", "console_staff"]:
        visit.go(paths.path(name, institution))
        expect(visit.status == 200, f"{name} answered {visit.status}")
        check()

    with page.expect_navigation():
        page.locator("header").get_by_role("button", name=text("account.signOut.submit")).click()
    expect(visit.page.context.cookies() == [], "a cookie is left after signing out")
    check()
    sign_in(portal, visit, language, address, "not the password")
    expect(page.locator("#email").input_value() == address, "the address is lost")
    check()
    sign_in(portal, visit, language, address, PASSWORD)
    check()
    page.locator("#code").fill("000000")
    press(visit, text("account.secondFactor.submit"))
    expect(page.locator("#code-error").count() == 1, "a wrong code is taken")
    page.locator("#code").fill(app.code())
    press(visit, text("account.secondFactor.submit"))
    expect(visit.address == paths.path("console"), f"after signing in one comes to {visit.address}")

    other = visit_of(portal, paths.path("password_request"), language=language, javascript=javascript, width=width)
    mailbox = Mailbox(portal.server.mail)
    before = len(mailbox.messages(address))
    other.page.locator("#email").fill(address)
    press(other, text("account.forgotten.submit"))
    expect(text("account.forgotten.sent.title") in other.page.locator("main").inner_text(), "it does not say where to look")
    other.go(mailbox.link(address, after=before))
    is_sound(portal, other, language, problems)
    other.page.locator("#password").fill(ANOTHER)
    press(other, text("account.reset.submit"))
    other.page.locator("#code").fill(app.code())
    press(other, text("account.secondFactor.submit"))
    expect(other.address == paths.path("console"), f"the new password leads to {other.address}")
    visit.go(paths.path("console"))
    expect(visit.address.startswith(paths.path("sign_in")), "the other session goes on after the password was changed")
    expect_none(problems, "problems")


@scenario("a manager invites somebody, who may see and not change; sessions are ended one by one", LANGUAGES)
@with_server
def staff(portal, language):
    paths = portal.paths(language)
    text = lambda key: portal.text(language, key)  # noqa: E731
    institution = portal.sample_institution()
    address, link = invite(portal, language, "--institution", institution, "--role", "manager")
    manager = visit_of(portal, link, language=language)
    manager.page.locator("#password").fill(PASSWORD)
    press(manager, text("account.invitation.submit"))
    enrol(portal, manager, language)
    manager.go(paths.path("console_staff", institution))
    guest = f"{uuid.uuid4().hex[:12]}@lakes.example"
    # The same institution in both languages, at the same time.
    name = f"Luc Roy {language}"
    form = manager.page.locator("main form.stacked-form")
    form.locator("#name").fill(name)
    form.locator("#email").fill(guest)
    form.locator("#role").select_option("viewer")
    form.locator("#language").select_option(language)
    press(manager, text("staff.invite.submit"))
    expect(guest in manager.page.locator("main tbody").inner_text(), "who was invited is not on the list")

    visitor = visit_of(portal, Mailbox(portal.server.mail).link(guest), language=language)
    visitor.page.locator("#password").fill(PASSWORD)
    press(visitor, text("account.invitation.submit"))
    expect(visitor.address == paths.path("console"), "a viewer is led to a second factor")
    visitor.is_error_expected = True
    visitor.go(paths.path("console_staff", institution))
    expect(visitor.status == 403, f"a viewer comes to the staff: {visitor.status}")

    again = visit_of(portal, paths.path("sign_in"), language=language)
    sign_in(portal, again, language, guest, PASSWORD)
    again.go(paths.path("account_sessions"))
    expect(again.page.locator("main tbody tr").count() == 2, "there are not two sessions")
    press(again, text("account.sessions.end"))
    expect(again.page.locator("main tbody tr").count() == 1, "the other session is still there")
    visitor.go(paths.path("console"))
    expect(visitor.address.startswith(paths.path("sign_in")), "an ended session goes on")

    manager.page.get_by_role("link", name=name, exact=True).click()
    manager.page.locator("#role").select_option("none")
    press(manager, text("staff.roleSubmit"))
    expect(guest not in manager.page.locator("main").inner_text(), "who was taken off is still on the list")
    expect(portal.server.run("audit", "verify"), "the log is not whole")


@scenario("what somebody types on the staff page stays when something is wrong", LANGUAGES, [True, False])
@with_server
def kept(portal, language, javascript):
    paths = portal.paths(language)
    text = lambda key: portal.text(language, key)  # noqa: E731
    _, link = invite(portal, language, "--operator")
    visit = visit_of(portal, link, language=language, javascript=javascript)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, text("account.invitation.submit"))
    enrol(portal, visit, language)
    visit.go(paths.path("console_accounts"))
    visit.is_error_expected = True
    visit.page.locator("#name").fill("Zoé")
    visit.page.locator("#email").fill("zoé@café.example")
    visit.page.locator("#role").select_option("counsellor")
    visit.page.locator("form.stacked-form").evaluate("form => form.noValidate = true") if javascript else None
    visit.page.locator("#email").fill("zoe@localhost")
    press(visit, text("staff.invite.submit"))
    expect(visit.page.locator("#email-error").count() == 1, "an address without a place is taken")
    values = [visit.page.locator(one).input_value() for one in ("#name", "#email", "#role")]
    expect(values == ["Zoé", "zoe@localhost", "counsellor"], f"what was typed is lost: {values}")
    link = visit.page.locator(".error-summary a").first
    expect(link.get_attribute("href") == "#email", "the summary does not lead to the field")


@scenario("somebody erases their account, and its address and password open nothing any more", LANGUAGES, [True, False])
@with_server
def erasure(portal, language, javascript):
    paths, problems = portal.paths(language), []
    text = lambda key: portal.text(language, key)  # noqa: E731
    address, link = invite(portal, language, "--institution", portal.sample_institution(), "--role", "viewer")
    visit = visit_of(portal, link, language=language, javascript=javascript, width=PHONE)
    visit.page.locator("#password").fill(PASSWORD)
    press(visit, text("account.invitation.submit"))
    visit.go(paths.path("account"))
    press(visit, text("account.erasure.link"))
    is_sound(portal, visit, language, problems)
    visit.is_error_expected = True
    visit.page.locator("#current").fill(ANOTHER)
    press(visit, text("account.erasure.submit"))
    expect(visit.page.locator("#current-error").count() == 1, "another password erases the account")
    visit.page.locator("#current").fill(PASSWORD)
    press(visit, text("account.erasure.submit"))
    expect(text("account.notice.erased") in visit.page.locator("main").inner_text(), "it does not say that it is done")
    expect(visit.page.context.cookies() == [], "a cookie is left")
    sign_in(portal, visit, language, address, PASSWORD)
    expect(visit.page.locator("#email-error").count() == 1, "an account that was erased opens")
    expect_none(problems, "problems")
