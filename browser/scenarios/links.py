"""Every link on every page leads somewhere; search engines and data readers get true statements."""

import json
import urllib.parse
import xml.etree.ElementTree as Tree
from collections import deque

from paths import PAGE_NAMES, PATTERNS
from scenario import LANGUAGES, expect, expect_none, scenario

# Pages read for further links, and searches among them: filters and pages of results multiply without end.
MOST_PAGES, MOST_SEARCHES = 400, 60


def local(link: str, here: str, host: str) -> str | None:
    """A link as a path on this portal; nothing for other hosts, mail and the like."""
    parts = urllib.parse.urlsplit(urllib.parse.urljoin(f"http://{host}{here}", link))
    if parts.scheme not in ("http", "https") or parts.netloc != host:
        return None
    return parts.path + ("?" + parts.query if parts.query else "")


@scenario("every link on every page leads to a page", LANGUAGES)
def crawl(portal, language):
    start = portal.paths(language).home()
    waiting, known, problems, searches = deque([(start, "the start")]), {start}, [], 0
    pages = 0
    while waiting and pages < MOST_PAGES:
        path, source = waiting.popleft()
        answer = portal.get(path)
        pages += 1
        if answer.status in (302, 303) and path.split("?")[0].endswith(("/registration", "/inscription", "/site")):
            continue
        if answer.status != 200:
            problems.append(f"{path} answered {answer.status} (linked from {source})")
            continue
        if answer.type != "text/html":
            continue
        document = answer.document
        ids = document.ids
        if len(ids) != len(set(ids)):
            problems.append(f"{path}: an id stands twice: {sorted({i for i in ids if ids.count(i) > 1})[:3]}")
        for link in document.links:
            if link.startswith("#"):
                if len(link) > 1 and link[1:] not in ids:
                    problems.append(f"{path}: {link} leads nowhere on the page")
                continue
            if link in ("", "#") or link.startswith("javascript:"):
                problems.append(f"{path}: a link to {link!r}")
            place = local(link, path, portal.host)
            # The other language is crawled by its own case.
            if place is None or place in known or not place.startswith(f"/{language}"):
                continue
            if "?" in place:
                searches += 1
                if searches > MOST_SEARCHES:
                    continue
            known.add(place)
            waiting.append((place, path))
    expect_none(problems, "broken links")
    expect(pages > 100, f"only {pages} pages can be reached")


@scenario("what a page refers to is there: styles, scripts, pictures", LANGUAGES)
def parts(portal, language):
    problems, seen = [], set()
    for name, path in portal.pages(language).items():
        document = portal.get(path).document
        for element in document.elements:
            link = element["src"] or (element["href"] if element.tag == "link" and "canonical" not in element["rel"] and "alternate" not in element["rel"] else "")
            place = local(link, path, portal.host) if link else None
            if link and place is None:
                problems.append(f"{name}: {link} is not ours")
            elif place and place not in seen:
                seen.add(place)
                answer = portal.get(place)
                if answer.status != 200:
                    problems.append(f"{name}: {place} answered {answer.status}")
    expect_none(problems, "missing parts")


@scenario("each page names its own address and its counterpart in the other language", [n for n in PAGE_NAMES if n != "not found"], LANGUAGES)
def canonical(portal, name, language):
    path = portal.pages(language)[name]
    document = portal.get(path).document
    own = document.all("link", rel="canonical")
    expect(len(own) == 1, f"{len(own)} canonical links")
    address = urllib.parse.urlsplit(own[0]["href"])
    expect(address.scheme in ("http", "https"), "the canonical address is not absolute")
    expect(address.path == path.split("?")[0], f"canonical is {address.path}")
    alternates = {e["hreflang"][:2]: e["href"] for e in document.all("link", rel="alternate") if "hreflang" in e.attributes}
    expect(set(alternates) >= {"en", "fr"}, f"alternates: {sorted(alternates)}")
    for other, link in alternates.items():
        if other in LANGUAGES:
            place = local(link, path, address.netloc)
            expect(place and portal.get(place).status == 200, f"the {other} counterpart {link} is not there")


@scenario("structured data can be read and holds no filler", ["program", "search", "recommendations", "institution"], LANGUAGES)
def structured_data(portal, name, language):
    document = portal.get(portal.pages(language)[name]).document
    blocks = [e.text for e in document.all("script", type="application/ld+json")]
    if name == "program":
        expect(blocks, "a program page has no structured data")
    for block in blocks:
        data = json.loads(block)
        nodes = data if isinstance(data, list) else [data]
        for node in nodes:
            expect(node.get("@context") == "https://schema.org", f"@context is {node.get('@context')}")
            expect(node.get("@type"), "no @type")
        for value in leaves(data):
            expect(value not in ("", None, [], {}), "an empty value")
            expect(str(value).lower() not in ("n/a", "tbd", "unknown", "null", "none"), f"a filler value: {value}")
    if name == "program" and blocks:
        expect(any("Course" in json.dumps(json.loads(b).get("@type", "")) for b in blocks if isinstance(json.loads(b), dict)), "no Course")


def leaves(value):
    if isinstance(value, dict):
        for child in value.values():
            yield from leaves(child)
    elif isinstance(value, list):
        for child in value:
            yield from leaves(child)
    else:
        yield value


@scenario("the sitemap lists every kind of page in both languages, and robots are told of it")
def sitemap(portal):
    answer = portal.get("/sitemap.xml")
    expect(answer.status == 200 and "xml" in answer.type, f"/sitemap.xml answered {answer.status} {answer.type}")
    places = [e.text for e in Tree.fromstring(answer.body).iter() if e.tag.endswith("}loc")]
    paths = [urllib.parse.urlsplit(place).path for place in places]
    expect(len(paths) == len(set(paths)), "an address stands twice")
    problems = []
    for language, index in (("en", 0), ("fr", 1)):
        for route in ("program", "occupation", "institution"):
            start = f"/{language}" + PATTERNS[route][index].replace("{id}", "")
            if not any(path.startswith(start) and len(path) > len(start) for path in paths):
                problems.append(f"no {route} in {language}")
        programs = [p for p in paths if p.startswith(f"/{language}" + PATTERNS["search"][index] + "/")]
        if len(programs) < 300:
            problems.append(f"{len(programs)} programs in {language}")
    step = max(1, len(paths) // 60)
    problems += [f"{path} answered {s}" for path in paths[::step] if (s := portal.get(path).status) != 200]
    expect_none(problems, "problems of the sitemap")
    robots = portal.get("/robots.txt")
    expect(robots.status == 200 and "sitemap.xml" in robots.text.lower(), "/robots.txt does not name the sitemap")
