"""Searching and filtering: what is counted is what comes, and the address is the state."""

from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario


def facet_values(page) -> list[tuple[str, str, int]]:
    """Every filter on the page: facet, value, the number of results it promises."""
    return [
        (facet, value, int(count))
        for facet, value, count in page.locator("main input[type=checkbox][name][value]").evaluate_all(
            """all => all.map(box => {
                const count = box.labels[0]?.querySelector('.count')?.firstChild?.textContent.replace(/\\D/g, '');
                return [box.name, box.value, count || '-1'];
            })"""
        )
    ]


def apply(page, facet: str) -> None:
    """Presses the first button of the form that can be seen."""
    form = page.locator("form").filter(has=page.locator(f"input[type=checkbox][name='{facet}']")).first
    with page.expect_navigation():
        form.locator("button[type=submit]:visible").first.click()


def choose(visit, facet: str, value: str) -> None:
    """Ticks a filter; presses the button where ticking alone does not apply it."""
    page = visit.page
    before = page.url
    box = page.locator(f"main input[type=checkbox][name='{facet}'][value='{value}']").first
    for summary in box.locator("xpath=ancestor::details[not(@open)]/summary").all():
        summary.click()
    box.click()
    try:
        # Where scripts run, ticking is enough; without them only the button counts.
        page.wait_for_url(lambda url: url != before, timeout=5_000 if page.locator("html.live").count() else 500)
    except Exception:
        if page.url == before:
            apply(page, facet)
    visit.settle()


@scenario("a filter that promises n results gives n results", LANGUAGES)
def counts_are_true(portal, language):
    paths = portal.paths(language)
    page = portal.open(paths.search(), language=language).page
    values = facet_values(page)
    expect(len({facet for facet, _, _ in values}) >= 6, f"filters for {sorted({facet for facet, _, _ in values})} only")
    expect_none([v for v in values if v[2] < 0], "filters without a count")
    visit = portal.visit(language=language)
    wrong = []
    seen: dict[str, int] = {}
    for facet, value, count in values:
        seen[facet] = seen.get(facet, 0) + 1
        if seen[facet] <= 3:
            visit.go(paths.search(**{facet: value}))
            if visit.total != count:
                wrong.append(f"{facet}={value} promises {count}, gives {visit.total}")
    expect_none(wrong, "wrong counts")


@scenario("counts stay true when another filter is chosen already", LANGUAGES)
def counts_within_a_choice(portal, language):
    paths = portal.paths(language)
    page = portal.open(paths.search(delivery="online"), language=language).page
    values = [v for v in facet_values(page) if v[0] != "delivery"][::5][:14]
    visit = portal.visit(language=language)
    wrong = []
    for facet, value, count in values:
        visit.go(paths.search(delivery="online", **{facet: value}))
        if visit.total != count:
            wrong.append(f"{facet}={value} promises {count}, gives {visit.total}")
    expect_none(wrong, "wrong counts")


@scenario("ticking a filter narrows the search and shows it as a chip that can be taken away", LANGUAGES, [True, False])
def filter_and_chip(portal, language, javascript):
    visit = portal.open(portal.paths(language).search(), language=language, javascript=javascript)
    everything = visit.total
    facet, value, count = next(v for v in facet_values(visit.page) if 0 < v[2] < everything)
    choose(visit, facet, value)
    expect(visit.query.get(facet) == [value], f"the address says {visit.query}")
    expect(visit.total == count, f"{visit.total} results, {count} promised")
    expect(len(visit.chips) == 1 and f"{facet}=" not in visit.chips[0], f"chips: {visit.chips}")
    box = visit.page.locator(f"main input[type=checkbox][name='{facet}'][value='{value}']").first
    expect(box.is_checked(), "the chosen filter is not ticked on the next page")

    with visit.page.expect_navigation():
        visit.page.locator("main ul.chosen a.chip").click()
    visit.settle()
    expect(visit.chips == [] and visit.total == everything, f"after taking the chip away: {visit.chips}, {visit.total} results")


@scenario("the address is the state: reload, share and the back button keep a search", LANGUAGES)
def address_is_state(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.search(), language=language)
    everything = visit.programs
    facet, value, _ = next(v for v in facet_values(visit.page) if 0 < v[2] < visit.total)
    choose(visit, facet, value)
    address, narrowed = visit.address, visit.programs

    visit.page.reload()
    expect(visit.programs == narrowed, "reloading changes the results")
    expect(portal.open(address, language=language).programs == narrowed, "the address gives other results elsewhere")
    visit.page.go_back()
    expect(visit.shows(everything), "the back button does not bring the first search back")
    visit.page.go_forward()
    expect(visit.shows(narrowed), "the forward button does not bring the second search back")


@scenario("pages follow each other without repeating or losing a program", LANGUAGES, [True, False])
def paging(portal, language, javascript):
    visit = portal.open(portal.paths(language).search(delivery="online"), language=language, javascript=javascript)
    total, seen, pages = visit.total, list(visit.programs), 1
    while visit.page.locator("main a[rel=next]").count() and pages < 40:
        with visit.page.expect_navigation():
            visit.page.locator("main a[rel=next]").first.click()
        visit.settle()
        seen += visit.programs
        pages += 1
    expect(pages > 1 or total <= 20, "there is no second page")
    expect(len(set(seen)) == len(seen), "a program stands on two pages")
    expect(len(seen) == total, f"{len(seen)} programs on {pages} pages, {total} promised")
    if pages > 1:
        expect(visit.page.locator("main a[rel=prev]").count() > 0, "the last page does not lead back")


@scenario("words find programs, and stay in the box", LANGUAGES, [True, False])
def words(portal, language, javascript):
    visit = portal.open(portal.paths(language).search(), language=language, javascript=javascript)
    typed = {"en": "welding", "fr": "soudage"}[language]
    box = visit.page.locator("main input[name=q]")
    box = box if box.count() else visit.page.locator("input[name=q]")
    box.first.fill(typed)
    visit.submit("input[name=q]")
    expect(visit.query.get("q") == [typed], f"the address says {visit.query}")
    expect(visit.page.locator("input[name=q]").first.input_value() == typed, "the box has lost the words")
    expect(visit.total > 0 and visit.programs, f"nothing found for {typed}")


@scenario("a query in one language finds programs in the other", [("en", "soudage"), ("fr", "welding"), ("en", "weldng")])
def across_languages(portal, query):
    language, typed = query
    visit = portal.open(portal.paths(language).search(q=typed), language=language)
    expect(visit.total > 0, f"nothing found for {typed}")


@scenario("every order gives the same programs", ["start", "price", "duration"])
def orders(portal, order):
    paths = portal.paths("en")
    by_relevance = portal.open(paths.search(q="nursing")).total
    visit = portal.open(paths.search(q="nursing", sort=order))
    expect(visit.total == by_relevance, f"{visit.total} results sorted by {order}, {by_relevance} by relevance")


@scenario("on a phone, filters are a page of their own that works without scripts", LANGUAGES)
def phone_filters(portal, language):
    paths = portal.paths(language)
    visit = portal.open(paths.search(q=""), language=language, width=PHONE, javascript=False)
    link = visit.page.locator(f"a[href^='{paths.path('filters')}']:visible").first
    with visit.page.expect_navigation():
        link.click()
    facet, value, count = next(v for v in facet_values(visit.page) if v[2] > 0)
    choose(visit, facet, value)
    expect(visit.address.startswith(paths.search() + "?"), f"landed on {visit.address}")
    expect(visit.query.get(facet) == [value] and visit.total == count, f"{visit.query} gives {visit.total}, {count} promised")


@scenario("nonsense in the address is answered kindly", LANGUAGES, [WIDE])
def nonsense(portal, language, width):
    paths = portal.paths(language)
    asked = [
        paths.search(page="abc"), paths.search(page="-3"), paths.search(page="99999999999999999999"), paths.search(price="nonsense"),
        paths.search(max_price="-4"), paths.search(near="ZZZ", within="-1"), paths.search(sort="zzz"), paths.search(unknown="1"),
        paths.search(q="a" * 3000), paths.search(q="\u0000\u202e"), paths.search() + "?q=%FF%FE", paths.search() + "?&&==&q",
    ]  # fmt: skip
    wrong = [f"{path[:80]}: {status}" for path in asked if (status := portal.get(path).status) not in (200, 400, 404, 414)]
    expect_none(wrong, "unkind answers")
