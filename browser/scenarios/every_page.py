"""What holds for every kind of page, in both languages, wide and on a phone, light and dark."""

import re

import measures
from paths import PAGE_NAMES
from portal import NARROWEST, PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario


@scenario("a page is sound and accessible", PAGE_NAMES, LANGUAGES, [WIDE, PHONE])
def sound(portal, name, language, width):
    path = portal.pages(language)[name]
    visit = portal.open(path, status=404 if name == "not found" else 200, width=width, language=language)
    page = visit.page
    expect(page.locator("html").get_attribute("lang") == language, f"lang is not {language}")
    expect(page.locator("h1").count() == 1, f"{page.locator('h1').count()} h1 elements, not one")
    expect(page.locator("h1").inner_text().strip(), "the h1 is empty")
    expect(len(page.title()) > 8, f"the title is {page.title()!r}")
    expect(page.locator("main").count() == 1, "there is not one main element")

    problems = [f"light: {one}" for one in measures.axe_violations(page)]
    page.emulate_media(color_scheme="dark")
    problems += [f"dark: {one}" for one in measures.axe_violations(page)]
    page.emulate_media(color_scheme="light")
    problems += [f"small target: {one}" for one in measures.small_targets(page)]
    problems += [f"too wide: {one}" for one in measures.overflow(page)]
    if width == PHONE:
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        problems += [f"too wide at {NARROWEST} px: {one}" for one in measures.overflow(page)]
    expect_none(problems, "problems")


@scenario("no page shows the name of a text instead of the text", PAGE_NAMES, LANGUAGES)
def translated(portal, name, language):
    visit = portal.open(portal.pages(language)[name], status=404 if name == "not found" else 200, language=language)
    words = visit.page.locator("body").inner_text()
    # An address of somebody else is no key, however many dots it has.
    for address in visit.page.locator("main a[rel~=external]").all_inner_texts():
        words = words.replace(address, "")
    expect_none(re.findall(r"\b(?:[a-z]+[A-Za-z]*\.){1,3}[a-z][A-Za-z]+\b(?=\s|$)|\{\w+\}", words), "texts that look like keys")


@scenario("the skip link is the first stop and leads to the content", LANGUAGES)
def skip_link(portal, language):
    visit = portal.open(portal.paths(language).home(), language=language)
    page = visit.page
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    expect(link.get_attribute("href") == "#main", f"the first stop is {measures.focus(page)}")
    expect(link.inner_text().strip() == portal.text(language, "layout.skip"), "the skip link has another text")
    expect(link.bounding_box()["y"] >= 0, "the skip link is not shown when it has the focus")
    page.keyboard.press("Enter")
    expect(page.evaluate("location.hash") == "#main", "the skip link does not lead to #main")


@scenario("every stop of the Tab key shows where it is", ["home", "recommendations", "search", "program"], LANGUAGES)
def visible_focus(portal, name, language):
    visit = portal.open(portal.pages(language)[name], language=language)
    page = visit.page
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = measures.focus(page)
        if stop is None:
            break
        if not stop["seen"]:
            unseen.append(stop["name"])
    expect_none(sorted(set(unseen)), "stops without a visible focus")
