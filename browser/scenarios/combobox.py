"""Suggested job titles, by keyboard alone, as the ARIA combobox pattern has it."""

import urllib.parse

from playwright.sync_api import TimeoutError

import measures
from scenario import LANGUAGES, expect, scenario

PREFIX = {"en": "nurse ai", "fr": "préposé"}


def reach_box(portal, language):
    """Gets to the job box by Tab alone and types."""
    visit = portal.open(portal.paths(language).home(), language=language)
    page = visit.page
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "job":
            break
    expect(page.evaluate("document.activeElement.name") == "job", "Tab never reaches the job box")
    expect(measures.focus(page)["seen"], "the focus cannot be seen in the job box")
    return visit


def type_until_suggested(page, words: str) -> None:
    """Types and waits for the suggestions for all of it: those for its beginning are replaced under one's hands."""
    wanted = urllib.parse.quote(words.strip())
    with page.expect_response(lambda answer: "/job-titles" in answer.url and answer.url.endswith(f"q={wanted}")) as answer:
        page.keyboard.type(words, delay=20)
    answer.value.finished()
    wait_for(page, expanded=True)
    page.wait_for_timeout(100)


def goes_on(page, place: str) -> bool:
    """Taking a suggestion may go on at once or only fill the box."""
    try:
        page.wait_for_url(lambda url: urllib.parse.urlsplit(url).path == place, timeout=4_000)
        return True
    except TimeoutError:
        return False


def wait_for(page, expanded: bool) -> None:
    page.wait_for_selector(f"input[name=job][aria-expanded={'true' if expanded else 'false'}]")


def active_option(page):
    return page.evaluate(
        """() => { const id = document.activeElement.getAttribute('aria-activedescendant');
            const option = id && document.getElementById(id);
            return option && { role: option.getAttribute('role'), selected: option.getAttribute('aria-selected'),
                               text: option.textContent.trim(), list: option.closest('[role=listbox]')?.id }; }"""
    )


@scenario("titles are suggested while one types, and announced", LANGUAGES)
def suggests(portal, language):
    page = reach_box(portal, language).page
    box = page.locator("input[name=job]")
    expect(box.get_attribute("role") == "combobox", "the job box is no combobox")
    expect(box.get_attribute("aria-expanded") == "false", "the list is open before anything is typed")
    expect(box.get_attribute("aria-autocomplete") == "list", "aria-autocomplete is not list")
    type_until_suggested(page, PREFIX[language])
    listbox = page.locator(f"#{box.get_attribute('aria-controls')}")
    expect(listbox.get_attribute("role") == "listbox", "aria-controls names no listbox")
    expect(listbox.is_visible(), "the listbox is not visible")
    expect(1 <= listbox.locator("[role=option]").count() <= 12, f"{listbox.locator('[role=option]').count()} options")
    expect(listbox.get_attribute("aria-label") or listbox.get_attribute("aria-labelledby"), "the listbox has no name")
    expect(not measures.axe_violations(page), f"axe: {measures.axe_violations(page)}")


@scenario("arrows move through the suggestions, Escape closes them, Enter takes one", LANGUAGES)
def keyboard(portal, language):
    visit = reach_box(portal, language)
    page = visit.page
    box = page.locator("input[name=job]")
    type_until_suggested(page, PREFIX[language])

    page.keyboard.press("ArrowDown")
    first = active_option(page)
    expect(first and first["role"] == "option" and first["selected"] == "true", f"after an arrow: {first}")
    expect(first["list"] == box.get_attribute("aria-controls"), "the active option is not in the controlled list")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")
    wait_for(page, expanded=False)
    expect(active_option(page) is None, "an option stays active in a closed list")
    expect(page.evaluate("document.activeElement.name") == "job", "Escape takes the focus away")

    page.keyboard.type(" ")
    page.keyboard.press("Backspace")
    wait_for(page, expanded=True)
    page.keyboard.press("ArrowDown")
    chosen = active_option(page)["text"]
    page.keyboard.press("Enter")
    recommendations = portal.paths(language).path("recommendations")
    if not goes_on(page, recommendations):
        expect(box.input_value() and box.input_value() in chosen, f"{box.input_value()!r} in the box after taking {chosen!r}")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(visit.address.startswith(recommendations), f"landed on {visit.address}")
    expect(visit.programs, "no programs for a suggested title")


@scenario("Enter without choosing a suggestion asks for what was typed", LANGUAGES)
def typed_words_win(portal, language):
    visit = reach_box(portal, language)
    type_until_suggested(visit.page, PREFIX[language])
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")
    expect(visit.query["job"] == [PREFIX[language]], f"asked for {visit.query}")


@scenario("a suggestion can be taken by touch", LANGUAGES)
def touch(portal, language):
    visit = portal.open(portal.paths(language).home(), language=language, width=390)
    page = visit.page
    page.locator("input[name=job]").tap()
    type_until_suggested(page, PREFIX[language])
    option = page.locator("[role=listbox] [role=option]").first
    expect(option.bounding_box()["height"] >= measures.MINIMUM_TARGET, "an option is too small for a finger")
    option.tap()
    left = goes_on(page, portal.paths(language).path("recommendations"))
    expect(left or page.locator("input[name=job]").input_value() != PREFIX[language], "tapping an option does nothing")
