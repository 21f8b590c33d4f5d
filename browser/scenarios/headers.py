"""What every answer says about itself: no scripts but ours, no guessing, no cookies, nothing that tracks."""

from paths import PAGE_NAMES
from scenario import LANGUAGES, expect, expect_none, scenario


@scenario("an answer is locked down", PAGE_NAMES, LANGUAGES)
def locked_down(portal, name, language):
    answer = portal.get(portal.pages(language)[name])
    problems = []
    policy = answer.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy and "default-src 'self'" not in policy:
        problems.append(f"no strict content-security policy: {policy!r}")
    for unsafe in ("unsafe-inline", "unsafe-eval", "data:", "*", "http:", "https:"):
        if unsafe in policy:
            problems.append(f"the policy allows {unsafe}")
    for directive in ("frame-ancestors", "base-uri", "form-action"):
        if directive not in policy:
            problems.append(f"the policy says nothing on {directive}")
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        problems.append("no nosniff")
    if answer.headers.get("Referrer-Policy") not in ("strict-origin-when-cross-origin", "same-origin", "no-referrer", "strict-origin"):
        problems.append(f"Referrer-Policy is {answer.headers.get('Referrer-Policy')}")
    if "Set-Cookie" in answer.headers:
        problems.append("it sets a cookie")
    if "utf-8" not in answer.headers.get("Content-Type", "").lower():
        problems.append(f"Content-Type is {answer.headers.get('Content-Type')}")
    for revealing in ("X-Powered-By",):
        if revealing in answer.headers:
            problems.append(f"it says {revealing}")
    expect_none(problems, "problems")


@scenario("a page holds no inline script or style", PAGE_NAMES, LANGUAGES)
def nothing_inline(portal, name, language):
    document = portal.get(portal.pages(language)[name]).document
    problems = []
    for element in document.elements:
        if "style" in element.attributes:
            problems.append(f"<{element.tag} style=…>")
        problems += [f"<{element.tag} {attribute}=…>" for attribute in element.attributes if attribute.startswith("on")]
        if element.tag == "style":
            problems.append("a style element")
        if element.tag == "script" and not element["src"] and element["type"] not in ("application/ld+json", "application/json"):
            problems.append("a script element without src")
        if element.tag in ("iframe", "object", "embed"):
            problems.append(f"<{element.tag}>")
    expect_none(problems, "inline parts")


@scenario("styles and scripts are kept for ever under names that change with them")
def assets(portal):
    document = portal.get("/en").document
    places = [e["href"] for e in document.all("link") if "stylesheet" in e["rel"]] + [e["src"] for e in document.all("script") if e["src"]]
    expect(places, "the page names no style sheet")
    problems = []
    for place in places:
        cache = portal.get(place).headers.get("Cache-Control", "")
        if "immutable" not in cache or "max-age=31536000" not in cache:
            problems.append(f"{place}: {cache!r}")
        if portal.get(place, headers={"Accept-Encoding": "gzip"}).headers.get("Content-Encoding") != "gzip":
            problems.append(f"{place}: not compressed")
    expect_none(problems, "assets kept wrongly")


@scenario("a page is small: compressed, and without waiting for anything else", ["home", "recommendations", "search", "program"])
def small(portal, name):
    answer = portal.get(portal.pages("en")[name], headers={"Accept-Encoding": "gzip"})
    expect(answer.headers.get("Content-Encoding") == "gzip", "the page is not compressed")
    expect(len(answer.body) < 60_000, f"{len(answer.body)} bytes compressed")
