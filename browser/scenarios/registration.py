"""The register button hands a person over to the institution, and to nobody else."""

import re
import urllib.parse

from scenario import LANGUAGES, expect, expect_none, scenario


@scenario("the register button leads to the institution's own page", LANGUAGES, [True, False])
def register(portal, language, javascript):
    portal.may_leave = True
    id = portal.sample_programs(language)[0]
    visit = portal.open(portal.paths(language).program(id), language=language, javascript=javascript)
    link = visit.page.locator(f"main a[href^='{portal.paths(language).registration(id)}']").first
    # The host does not exist; that the browser sets out for it, and with what, is all there is to see.
    with visit.page.expect_request(re.compile(r"^https?://[^/]+\.example(/|$)")) as request:
        link.click(no_wait_after=True)
    expect(request.value.is_navigation_request(), "the institution's address is not opened as a page")
    # The institution learns that a person comes from the portal, not what they searched for.
    referrer = request.value.headers.get("referer", "")
    expect(referrer in ("", portal.base_url + "/"), f"the institution is told {referrer}")


@scenario("the redirect goes where the catalogue says, whatever the address adds", LANGUAGES)
def no_open_redirect(portal, language):
    paths = portal.paths(language)
    problems = []
    for id in portal.sample_programs(language)[:5]:
        plain = portal.get(paths.registration(id))
        place = plain.headers.get("Location", "")
        host = urllib.parse.urlsplit(place).hostname or ""
        if plain.status != 303 or not host.endswith(".example"):
            problems.append(f"{id}: {plain.status} to {place!r}")
        for addition in ("?url=https://elsewhere.invalid/", "?next=//elsewhere.invalid", "?to=https%3A%2F%2Felsewhere.invalid", "?id=other"):
            if portal.get(paths.registration(id) + addition).headers.get("Location") != place:
                problems.append(f"{id}{addition} leads elsewhere")
        if "no-store" not in plain.headers.get("Cache-Control", ""):
            problems.append(f"{id}: the redirect may be cached, so it would not be counted")
    expect_none(problems, "wrong redirects")


@scenario("an address that is no page of ours never redirects to another host", LANGUAGES)
def no_other_redirect(portal, language):
    tried = [
        "//elsewhere.invalid", "//elsewhere.invalid/..", "/\\elsewhere.invalid", f"/{language}//elsewhere.invalid", "/https://elsewhere.invalid",
        f"/{language}/programs/..%2f..%2felsewhere.invalid/registration", f"/{language}/programs/https:%2F%2Felsewhere.invalid/registration",
    ]  # fmt: skip
    problems = []
    for path in tried:
        answer = portal.get(path)
        host = urllib.parse.urlsplit(answer.headers.get("Location", "")).netloc
        if host not in ("", portal.host) or answer.status >= 500:
            problems.append(f"{path}: {answer.status} {answer.headers.get('Location')}")
    expect_none(problems, "wrong redirects")


@scenario("registering for a program that is not there is a page, not a redirect", LANGUAGES)
def unknown_program(portal, language):
    answer = portal.get(portal.paths(language).registration("no-such-program"))
    expect(answer.status == 404 and "Location" not in answer.headers, f"answered {answer.status}")
