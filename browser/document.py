"""Fetching and reading pages without a browser."""

import http.client
import json
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class Document(HTMLParser):
    """The elements of a page in order, each with its attributes; `script` and `title` keep their text."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: Element | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._open = element if tag in ("script", "style", "title", "h1") else self._open

    def handle_endtag(self, tag):
        if self._open is not None and tag == self._open.tag:
            self._open = None

    def handle_data(self, data):
        if self._open is not None:
            self._open.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [e for e in self.elements if e.tag == tag and all(e.attributes.get(n) == v for n, v in wanted.items())]

    def having(self, attribute: str) -> list[Element]:
        return [e for e in self.elements if attribute in e.attributes]

    @property
    def links(self) -> list[str]:
        return [e["href"] for e in self.all("a") if "href" in e.attributes]

    @property
    def ids(self) -> list[str]:
        return [e["id"] for e in self.having("id")]


@dataclass
class Answer:
    url: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes
    _document: Document | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def document(self) -> Document:
        if self._document is None:
            self._document = Document(self.text)
        return self._document

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def type(self) -> str:
        return self.headers.get("Content-Type", "").split(";")[0]


class Client:
    """Keeps one connection; follows no redirect."""

    def __init__(self, base_url: str):
        self.host = urllib.parse.urlsplit(base_url).netloc
        self._connection = http.client.HTTPConnection(self.host, timeout=60)

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        """Sends a form as a browser does from one of the portal's own pages."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        return self.get(path, headers, method="POST", body=urllib.parse.urlencode(fields))

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: str | None = None) -> Answer:
        # As a browser sends it: what is not ASCII goes percent-encoded.
        target = urllib.parse.quote(path, safe="/?&=%:;,+~@!$'()*-._")
        for attempt in (1, 2):
            try:
                self._connection.request(method, target, body=body, headers={"User-Agent": "tremplin-browser-suite", **(headers or {})})
                response = self._connection.getresponse()
                return Answer(path, response.status, response.headers, response.read())
            except (http.client.HTTPException, ConnectionError):
                # The server may have closed an idle connection: once more on a new one.
                self._connection.close()
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._connection.close()
