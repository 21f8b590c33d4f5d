"""From one job to another: moves on an occupation's page, and the planner."""

from paths import JOB, OCCUPATION
from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario

GOAL = {"en": "licensed practical nurse", "fr": "infirmière auxiliaire autorisée"}


@scenario("somebody asks for a plan in their own words and gets dated programs", LANGUAGES, [True, False], [WIDE, PHONE])
def asks(portal, language, javascript, width):
    visit = portal.open(portal.paths(language).path("plan"), language=language, javascript=javascript, width=width)
    page = visit.page
    page.locator("#from").fill(JOB[language])
    page.locator("#to").fill(GOAL[language])
    page.locator("#have").focus()
    visit.submit("#have")
    expect(visit.query["from"] == [JOB[language]] and visit.query["to"] == [GOAL[language]], f"the address keeps {visit.query}")
    cards = page.locator(".plan-card")
    expect(1 <= cards.count() <= 3, f"{cards.count()} plans, not one to three")
    problems = []
    for index, card in enumerate(cards.all()):
        steps = card.locator(".plan-steps > li").count()
        if steps == 0 or card.locator(".plan-steps h3 a").count() != steps:
            problems.append(f"plan {index + 1}: {steps} steps, {card.locator('.plan-steps h3 a').count()} links")
        if card.locator("svg rect").count() != steps:
            problems.append(f"plan {index + 1}: {steps} steps, {card.locator('svg rect').count()} bars")
    expect_none(problems, "plans that do not hang together")


@scenario("a budget holds, and what it leaves out is named", LANGUAGES)
def budget(portal, language):
    path = portal.paths(language).path("plan", from_occupation="65100", to_occupation=OCCUPATION, budget="100")
    visit = portal.open(path, language=language)
    page = visit.page
    expect(page.locator("#budget").input_value() == "100", "the budget is not shown again")
    answer = portal.get(f"/api/v1/plan?lang={language}&from-occupation=65100&to-occupation={OCCUPATION}&budget=100").json
    expect_none([plan["price"] for plan in answer["plans"] if plan["price"] > 100], "plans over the budget")
    expect(any("budget" in left.get("limits", []) for left in answer["uncovered"]), "nothing is left out for the budget")
    text = portal.text(language, "plan.limit.budget")
    expect(text in page.locator("main").text_content(), f"it does not say: {text}")


@scenario("a wrong budget is told beside the field, and nothing typed is lost", LANGUAGES)
def wrong(portal, language):
    query = dict(to=GOAL[language], budget="plenty")
    query["from"] = JOB[language]
    visit = portal.open(portal.paths(language).path("plan", **query), status=400, language=language)
    page = visit.page
    expect(page.locator("#budget-error").is_visible(), "no sentence beside the field")
    expect(page.locator("#budget").input_value() == "plenty", "the budget typed is lost")
    expect(page.locator("#from").input_value() == JOB[language], "the job typed is lost")
    expect(page.locator(".plan-card").count() == 0, "a plan is made all the same")


@scenario("from an occupation to a move, and on to the planner", LANGUAGES)
def moves(portal, language):
    visit = portal.open(portal.paths(language).path("occupation", OCCUPATION), language=language)
    page = visit.page
    link = page.locator("#moves h3 a").first
    name = link.inner_text()
    with page.expect_navigation():
        link.click()
    expect(name in page.locator("h1").inner_text(), f"{name} is not in the heading")
    with page.expect_navigation():
        page.locator("main a.button").first.click()
    expect(visit.address.startswith(portal.paths(language).path("plan")), f"landed on {visit.address}")
    expect(page.locator(".plan-card, .plan-unmet, #gap").count() > 0, "the planner asks again what it was told")


@scenario("narrowing moves keeps to the page, and the two words are explained", LANGUAGES)
def narrowed(portal, language):
    visit = portal.open(portal.paths(language).path("occupation", "64100"), language=language)
    page = visit.page
    with page.expect_navigation():
        page.locator("#moves nav a[href*='moves=viable']").first.click()
    expect(visit.query["moves"] == ["viable"], f"the address keeps {visit.query}")
    word = portal.text(language, "moves.viable")
    rows = page.locator("#moves article")
    expect(rows.count() > 0, "no viable move for a retail salesperson")
    expect(page.locator("#moves article .mark-pill", has_text=word).count() == rows.count(), "a move that is not viable is shown")
    page.locator("#move-words > summary").click()
    expect(page.locator("#move-words dd").first.is_visible(), "the words are not explained")
