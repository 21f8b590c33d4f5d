"""Paper, less motion, forced colours, large text: the same page without loss."""

import measures
from portal import NARROWEST
from scenario import LANGUAGES, expect, expect_none, scenario

PAGES = ["home", "recommendations", "search", "program", "occupation"]


@scenario("a printed page keeps what it says and drops what cannot be used on paper", ["recommendations", "program", "occupation"], LANGUAGES)
def paper(portal, name, language):
    visit = portal.open(portal.pages(language)[name], language=language)
    page = visit.page
    shown = "all => all.filter(e => e.checkVisibility() && e.textContent.trim()).map(e => e.textContent.trim().slice(0, 60))"
    on_screen = page.locator("main h1, main h2, main dt, main dd, main .program-row .reasons li").evaluate_all(shown)
    page.emulate_media(media="print")
    on_paper = page.locator("main h1, main h2, main dt, main dd, main .program-row .reasons li").evaluate_all(shown)
    lost = [one for one in on_screen if one not in on_paper]
    expect(len(lost) <= len(on_screen) // 10, f"lost on paper: {lost[:6]}")
    expect(page.locator("main h1").is_visible(), "the heading is not printed")
    expect(not page.locator("header nav").first.is_visible(), "the navigation is printed")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"paper is printed {background}")


@scenario("who asks for less motion gets none", PAGES)
def less_motion(portal, name):
    visit = portal.open(portal.pages("en")[name], reduced_motion="reduce")
    moving = visit.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => {
            const s = getComputedStyle(e), long = v => v.split(',').some(t => parseFloat(t) * (t.includes('ms') ? 1 : 1000) > 20);
            return (s.animationName !== 'none' && long(s.animationDuration)) || (s.transitionProperty !== 'none' && long(s.transitionDuration)) ||
                s.scrollBehavior === 'smooth';
        }).map(e => e.outerHTML.slice(0, 100))"""
    )
    expect_none(moving, "things that still move")


@scenario("in forced colours buttons have an edge and the focus is seen", PAGES, ["light", "dark"])
def forced_colours(portal, name, scheme):
    visit = portal.open(portal.pages("en")[name], forced_colors="active", color_scheme=scheme)
    page = visit.page
    flat = page.locator("main button:visible").evaluate_all(
        """all => all.filter(e => { const s = getComputedStyle(e);
            return parseFloat(s.borderTopWidth) === 0 && s.textDecorationLine === 'none' && s.outlineStyle === 'none'; })
            .map(e => e.outerHTML.slice(0, 100))"""
    )
    expect_none(flat, "buttons that look like text")
    unseen = []
    for _ in range(15):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null; const s = getComputedStyle(e);
                return { seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, name: e.outerHTML.slice(0, 100) }; }"""
        )
        if stop is None:
            break
        if not stop["seen"]:
            unseen.append(stop["name"])
    expect_none(unseen, "stops that cannot be seen: shadows vanish in forced colours")


@scenario("text at twice its size fits", PAGES, LANGUAGES)
def large_text(portal, name, language):
    visit = portal.open(portal.pages(language)[name], language=language, width=NARROWEST * 2)
    visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect_none(measures.overflow(visit.page), "things too wide")


@scenario("a page that lost its styles still reads in order", ["home", "program"], LANGUAGES)
def without_styles(portal, name, language):
    visit = portal.visit(language=language)
    visit.page.route("**/*.css", lambda route: route.fulfill(status=200, content_type="text/css", body=""))
    visit.go(portal.pages(language)[name])
    expect(visit.page.locator("main h1").is_visible(), "there is no heading to read")
