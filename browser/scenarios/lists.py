"""Ready-made lists by industry: their pages, their feeds, the way there."""

import urllib.parse
import xml.etree.ElementTree as Tree

from paths import LIST
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario

ATOM = "{http://www.w3.org/2005/Atom}"


@scenario("from the home page to the programs of an industry, and on to the search", LANGUAGES, [WIDE, PHONE], [True, False])
def way(portal, language, width, javascript):
    paths = portal.paths(language)
    visit = portal.open(paths.home(), language=language, width=width, javascript=javascript)
    page = visit.page
    with page.expect_navigation():
        page.locator(f"main a[href='{paths.path('list', LIST[language])}']").click()
    expect(1 <= len(visit.programs) <= 10, f"{len(visit.programs)} programs at first")
    expect("2033" in page.locator(".lmi").inner_text(), "no outlook with its years")
    with page.expect_navigation():
        page.locator("main .pages a[href*='show=more']").click()
    expect(len(visit.programs) > 10, "asking for more gives no more")
    with page.expect_navigation():
        page.locator("main .pages a[href*='industry=']").click()
    expect(visit.total >= 10, "the search finds less than the list")


@scenario("employers read the list in their own words", LANGUAGES, [True, False])
def employers(portal, language, javascript):
    paths = portal.paths(language)
    visit = portal.open(paths.path("employers"), language=language, javascript=javascript)
    page = visit.page
    doors = page.locator("main a.door")
    expect(doors.count() == 6, f"{doors.count()} industries")
    with page.expect_navigation():
        doors.first.click()
    expect(page.locator("#train").is_visible() and page.locator("#hire").is_visible(), "nothing is said to employers")
    programs = visit.programs
    with page.expect_navigation():
        page.locator(".tabs a:not([aria-current])").click()
    expect(page.locator("#train").count() == 0 and visit.programs == programs, "learners get other programs")


@scenario("a feed is found from its page, can be read, and names pages that exist", LANGUAGES)
def feed(portal, language):
    document = portal.get(portal.paths(language).path("list", LIST[language])).document
    links = document.all("link", rel="alternate", type="application/atom+xml")
    expect(len(links) == 1, f"{len(links)} feeds")
    path = urllib.parse.urlsplit(links[0]["href"]).path
    answer = portal.get(path)
    expect(answer.type == "application/atom+xml", f"the feed is {answer.type}")
    root = Tree.fromstring(answer.body)
    expect(root.tag == ATOM + "feed" and len(root.findall(ATOM + "entry")) >= 10, "no feed, or an empty one")
    problems = []
    for entry in root.findall(ATOM + "entry")[:10]:
        for name in ("id", "title", "updated", "summary"):
            if entry.find(ATOM + name) is None or not entry.find(ATOM + name).text:
                problems.append(f"an entry without {name}")
        page = urllib.parse.urlsplit(entry.find(ATOM + "link").get("href")).path
        if portal.get(page).status != 200:
            problems.append(f"{page} is not there")
    expect_none(problems, "problems of the feed")
    again = portal.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    expect(again.status == 304 and not again.body, f"an unchanged feed is sent again: {again.status}")
