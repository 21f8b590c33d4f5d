"""The open interface: the same answers as the pages, as data."""

from scenario import LANGUAGES, expect, scenario


@scenario("titles are suggested as data", [("en", "nurse ai"), ("fr", "préposé aux b")])
def suggestions(portal, case):
    language, words = case
    answer = portal.get(f"/api/v1/job-titles?q={words.replace(' ', '%20')}&lang={language}")
    expect(answer.status == 200 and answer.type == "application/json", f"answered {answer.status} {answer.type}")
    expect(answer.json["suggestions"], "no title suggested")


@scenario("a search as data counts as its page does", ["", "delivery=online", "price=free&price=under-250"])
def search(portal, query):
    answer = portal.get(f"/api/v1/programs?{query}")
    expect(answer.status == 200, f"answered {answer.status}")
    page = portal.open(f"/en/programs?{query}")
    expect(answer.json["total"] == page.total, f"{answer.json['total']} as data, {page.total} on the page")


@scenario("recommendations as data are those of the page", LANGUAGES)
def recommendations(portal, language):
    job = "welder" if language == "en" else "soudeur"
    answer = portal.get(f"/api/v1/recommendations?job={job}&lang={language}")
    expect(answer.status == 200, f"answered {answer.status}")
    ids = [one["program"]["id"] for one in answer.json["recommendations"]]
    page = portal.open(portal.paths(language).recommendations(job), language=language)
    expect(ids == page.programs, "the page recommends other programs")


@scenario("a wrong request is answered by a problem document", ["/api/v1/nothing", "/api/v1/recommendations", "/api/v1/programs?page=abc"])
def problems(portal, path):
    answer = portal.get(path)
    expect(400 <= answer.status < 500, f"{path} answered {answer.status}")
    expect(answer.type == "application/problem+json", f"{path} answered {answer.type}")
    expect(answer.json.get("status") == answer.status and answer.json.get("title"), f"{path} answered {answer.json}")


@scenario("the interface describes itself")
def description(portal):
    answer = portal.get("/api/v1/openapi.yaml")
    expect(answer.status == 200 and "openapi: 3" in answer.text, f"answered {answer.status}")


@scenario("health can be asked without touching a page", ["/health/live", "/health/ready"])
def health(portal, path):
    expect(portal.get(path).status == 200, f"{path} answered {portal.get(path).status}")
