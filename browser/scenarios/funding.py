"""Help with the price: the browser and the server give the very same answer."""

import itertools
import json

from portal import PHONE, WIDE
from scenario import LANGUAGES, expect, expect_none, scenario

ANSWER = """
async ([source, combinations]) => {
  const module = await import(source);
  const rules = JSON.parse(document.getElementById("funding-rules").textContent);
  return combinations.map((chosen) => module.answers(rules, chosen).map((answer) =>
    [answer.key, answer.verdict, ...answer.outcomes.map((one) => `${one.condition.key} ${one.outcome}`)]));
}
"""


def by_server(portal, path: str, chosen: dict[str, str]) -> list[list[str]]:
    answer = portal.client.post(path, list(chosen.items()))
    expect(answer.status == 200, f"{chosen} is answered {answer.status}")
    found: list[list[str]] = []
    for element in answer.document.elements:
        if element["data-verdict"]:
            found.append([element["data-support"], element["data-verdict"]])
        elif element["data-condition"]:
            found[-1].append(f"{element['data-condition']} {element['data-outcome']}")
    return found


def combinations(rules: dict, answers: dict[str, list[str]]) -> list[dict[str, str]]:
    """Every combination of the answers that one support depends on, for each support."""
    found = []
    for support in rules["supports"]:
        facts = sorted({one["fact"] for one in support["conditions"] if one["fact"] in answers})
        for chosen in itertools.product(*[[""] + answers[fact] for fact in facts]):
            found.append({fact: value for fact, value in zip(facts, chosen) if value})
    return found


@scenario("the browser and the server answer alike, whatever is answered", [("en", True), ("fr", False)])
def alike(portal, case):
    language, for_program = case
    query = {"program": portal.sample_programs()[0]} if for_program else {}
    path = portal.paths(language).path("funding", **query)
    visit = portal.open(path, language=language)
    page = visit.page
    rules = json.loads(page.locator("#funding-rules").text_content())
    answers = {
        one.get_attribute("name"): [value for value in one.locator("option").evaluate_all("all => all.map(one => one.value)") if value]
        for one in page.locator("#funding-form select").all()
    }
    expect(len(answers) >= 5, f"only {len(answers)} questions")
    chosen = combinations(rules, answers)
    expect(len(chosen) > 500, f"only {len(chosen)} combinations")
    source = page.locator("script[src$='/funding.js']").get_attribute("src")
    in_browser = page.evaluate(ANSWER, [source, chosen])
    different = [one for one, mine in zip(chosen, in_browser) if by_server(portal, path, one) != mine]
    expect_none(different, "combinations answered differently")


@scenario("the answer follows the choices, with and without scripts", LANGUAGES, [WIDE, PHONE])
def follows(portal, language, width):
    path = portal.paths(language).path("funding")
    choices = {"residence": "ontario", "status": "citizen", "age": "26-to-65", "income": "within", "other-osap": "no", "rrsp": "no"}
    shown = []
    for javascript in [True, False]:
        visit = portal.open(path, language=language, javascript=javascript, width=width)
        page = visit.page
        for name, value in choices.items():
            page.locator(f"select[name={name}]").select_option(value)
        if not javascript:
            with page.expect_navigation():
                page.get_by_role("button", name=portal.text(language, "funding.submit")).click()
        expect(visit.address == path, f"the answers stand in the address: {visit.address}")
        shown.append(page.locator(".funding-card").all_inner_texts())
        verdict = page.locator("[data-support=osap] .funding-verdict").inner_text()
        expect(verdict == portal.text(language, "funding.verdict.likely"), f"OSAP is {verdict!r}")
    expect(shown[0] == shown[1], "scripts show another answer than the server")


@scenario("a program's page leads to help with its price", LANGUAGES)
def from_program(portal, language):
    program = portal.sample_programs()[0]
    visit = portal.open(portal.paths(language).program(program), language=language)
    link = visit.page.locator("#funding a")
    with visit.page.expect_navigation():
        link.click()
    expect(visit.query.get("program") == [program], f"the way leads to {visit.address}")
