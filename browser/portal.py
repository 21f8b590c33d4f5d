"""What a scenario works with: the portal under test, opened in a browser or fetched without one."""

import pathlib
import re
import urllib.parse

from playwright.sync_api import Page

from document import Answer, Client
from paths import Paths, pages
from scenario import expect, expect_none
from texts import Texts

TEXTS = Texts()
WIDE, PHONE, NARROWEST = 1280, 390, 320


class Visit:
    """A page in a context of its own, and what it did: script errors, requests elsewhere, the answer's status."""

    def __init__(self, portal: "Portal", page: Page):
        self.portal = portal
        self.page = page
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.is_error_expected = False
        # Whoever signs in gets the one cookie of the portal.
        self.may_have_session = False
        self.status = 0
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc != self.portal.host:
            self.foreign.append(url)

    def go(self, path: str) -> "Visit":
        response = self.page.goto(self.portal.base_url + path)
        self.status = response.status if response else 0
        # Browsers log a document that is not 200 as an error of its own.
        self.is_error_expected = self.is_error_expected or self.status >= 400
        return self

    # -- what is on the page

    @property
    def address(self) -> str:
        """Path and query, without the host."""
        parts = urllib.parse.urlsplit(self.page.url)
        return parts.path + ("?" + parts.query if parts.query else "")

    @property
    def query(self) -> dict[str, list[str]]:
        return urllib.parse.parse_qs(urllib.parse.urlsplit(self.page.url).query)

    @property
    def total(self) -> int:
        """The number in the heading above the results, whatever separates its thousands."""
        return int(re.sub(r"\D", "", self.page.locator("#result-count").inner_text()))

    @property
    def programs(self) -> list[str]:
        return self.page.locator("main [data-program]").evaluate_all("all => all.map(one => one.dataset.program)")

    @property
    def chips(self) -> list[str]:
        """Where each chosen filter's chip leads: the search without it."""
        return self.page.locator("main ul.chosen a.chip").evaluate_all("all => all.map(one => one.getAttribute('href'))")

    def settle(self) -> None:
        """Waits until scripts have put new results in place."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(150)

    def shows(self, programs: list[str]) -> bool:
        """Whether the list becomes this one: after the back button, scripts fetch it without a navigation one could wait for."""
        for _ in range(100):
            if self.programs == programs:
                return True
            self.page.wait_for_timeout(100)
        return False

    def submit(self, input_selector: str) -> None:
        """Presses the button of the form that holds a field, as a person would: suggestions in the way are tapped away first."""
        self.page.locator("main h1").first.click()
        form = self.page.locator("form").filter(has=self.page.locator(input_selector)).first
        with self.page.expect_navigation():
            form.locator("button[type=submit]:visible, button:not([type]):visible").first.click()
        self.settle()

    def problems(self, may_leave: bool = False) -> list[str]:
        errors = [e for e in self.errors if not (self.is_error_expected and "status of" in e)]
        if may_leave:
            errors = [e for e in errors if "net::ERR" not in e]
        found = [f"script error: {e}" for e in errors]
        if not may_leave:
            found += [f"request to another host: {u}" for u in self.foreign]
        cookies = [c["name"] for c in self.page.context.cookies()]
        found += [f"cookie: {name}" for name in cookies if not (self.may_have_session and name == "tremplin-session")]
        return [f"{self.address}: {one}" for one in found]


class Portal:
    def __init__(self, base_url: str, browser, server=None):
        # The portal's own process, for scenarios that run its commands and read its mail.
        self.server = server
        self.base_url = base_url
        self.host = urllib.parse.urlsplit(base_url).netloc
        self.browser = browser
        self.client = Client(base_url)
        self.visits: list[Visit] = []
        # Set by the scenario about leaving for an institution's site.
        self.may_leave = False
        self._quiz = ""

    # -- opening

    def visit(self, width: int = WIDE, javascript: bool = True, language: str = "en", **context) -> Visit:
        """An empty page. `context` goes to Playwright: color_scheme, reduced_motion, forced_colors."""
        opened = self.browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 844},
            java_script_enabled=javascript,
            locale=f"{language}-CA",
            has_touch=width <= 600,
            **context,
        )
        opened.set_default_timeout(20_000)
        visit = Visit(self, opened.new_page())
        self.visits.append(visit)
        return visit

    def open(self, path: str, status: int = 200, **options) -> Visit:
        visit = self.visit(**options).go(path)
        expect(visit.status == status, f"{path} answered {visit.status}, not {status}")
        return visit

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
        return self.client.get(path, headers, method)

    # -- knowing

    def paths(self, language: str) -> Paths:
        return Paths(language)

    def text(self, language: str, key: str) -> str:
        return TEXTS(language, key)

    def text_pattern(self, language: str, key: str) -> re.Pattern:
        return TEXTS.pattern(language, key)

    def sample_programs(self, language: str = "en", **query) -> list[str]:
        """Ids of the first programs of a search, as its page lists them."""
        answer = self.get(Paths(language).search(**query))
        expect(answer.status == 200, f"{answer.url} answered {answer.status}")
        ids = [e["data-program"] for e in answer.document.having("data-program")]
        expect(ids or query, "the search page lists no program: no element has data-program")
        return ids

    def sample_institution(self) -> str:
        found = [re.fullmatch(r"/en/institutions/([^/?#]+)", link) for link in self.get("/en/institutions").document.links]
        ids = [match.group(1) for match in found if match]
        expect(ids, "the institutions' page links to no institution")
        return ids[0]

    def sample_quiz(self) -> str:
        """The code of a quiz with a few answers; the same one for the whole scenario."""
        if self._quiz:
            return self._quiz
        begun = self.client.post(Paths("en").path("quiz"), [("job", "personal support worker"), ("then", "continue")])
        found = re.fullmatch(r"/en/quiz/([0-9A-Z-]+)/direction", begun.headers.get("Location", ""))
        expect(found, f"the quiz does not begin: {begun.status}, {begun.headers.get('Location')}")
        code = found.group(1)
        self.client.post(Paths("en").path("quiz_direction", code), [("direction", "move-up")])
        self.client.post(Paths("en").path("quiz_money", code), [("budget", "250"), ("delivery", "online")])
        self._quiz = code
        return code

    def pages(self, language: str) -> dict[str, str]:
        """Every kind of page by name; see paths.PAGE_NAMES."""
        return pages(Paths(language), self.sample_programs(), self.sample_institution(), self.sample_quiz())

    # -- ending

    def check_visits(self) -> None:
        expect_none([p for visit in self.visits for p in visit.problems(self.may_leave)], "problems on the way")

    def save_evidence(self, folder: pathlib.Path, slug: str) -> None:
        for number, visit in enumerate(self.visits[-2:]):
            try:
                visit.page.screenshot(path=folder / f"failed-{slug}-{number}.png", full_page=True, timeout=5_000)
                (folder / f"failed-{slug}-{number}.html").write_text(f"<!-- {visit.page.url} -->\n{visit.page.content()}", encoding="utf-8")
            except Exception as error:  # evidence is a help, not a reason to fail again
                print(f"       no screenshot: {str(error).splitlines()[0]}")

    def close(self) -> None:
        for visit in self.visits:
            visit.page.context.close()
        self.client.close()
