"""Outlook, wages and demand for the place the reader chooses (figures: labour_market.py)."""

from paths import OCCUPATION
from scenario import LANGUAGES, expect, scenario


@scenario("another region is chosen with a form, and the choice goes along", LANGUAGES, ["with JavaScript", "without"])
def choose(portal, language, scripts):
    paths = portal.paths(language)
    visit = portal.open(paths.path("occupation", OCCUPATION), language=language, javascript=scripts == "with JavaScript")
    page = visit.page
    for panel in ("wages", "demand"):
        expect(page.locator(f"h2#{panel}").is_visible(), f"the panel {panel} is not there")
    expect(page.locator("select#region option:checked").inner_text() == "Ontario", "the portal's province is not chosen at first")
    page.locator("select#region").select_option("3590")
    page.locator(".region-switch button").click()
    expect("region=3590" in page.url, f"the choice is not in the address: {page.url}")
    place = {"en": "Northeast", "fr": "Nord-Est"}[language]
    expect(place in page.locator(".lmi .sentence").first.inner_text(), "the outlook is not that of the region")
    note = page.locator(".lmi .care").first.inner_text()
    expect(place in note and "Ontario" in note, f"the page does not say that a wider place stands in: {note}")
    other = page.locator(".moves a.tap").first.get_attribute("href")
    expect(other.endswith("region=3590"), f"the choice is lost on the way to {other}")
    page.locator("a.language-switch").click()
    expect("region=3590" in page.url, "the language switch forgets the region")


@scenario("every figure opens its table", LANGUAGES)
def tables(portal, language):
    page = portal.open(portal.paths(language).path("occupation", OCCUPATION, region="3590"), language=language).page
    for table in ("outlook-table", "wage-table", "vacancies-table", "postings-table"):
        details = page.locator(f"details#{table}")
        expect(not details.locator("table").is_visible(), f"{table} stands open")
        details.locator("summary").click()
        expect(details.locator("tbody tr").first.is_visible(), f"{table} does not open")
