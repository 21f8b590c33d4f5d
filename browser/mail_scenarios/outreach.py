"""A message of an institution by real mail: its headers end it with one POST from nowhere."""

import http.client
import re
import urllib.parse

from mail_post import wait
from mail_scenarios.answers import demonstration, mails, path_in
from scenario import expect, scenario

ANA = "ana@works.example"
PASSWORD = "seven quiet herons on ice"
FORM = "application/x-www-form-urlencoded"


def send(post, path: str, fields=None, cookie: str = "", headers: dict | None = None, body: bytes | None = None):
    """One request as a browser without scripts would make it, or as `headers` say. Returns status, where it leads, text and cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", post.portal_port, timeout=30)
    if fields is not None:
        body = urllib.parse.urlencode(fields, quote_via=urllib.parse.quote).encode()
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": FORM}
    connection.request("GET" if body is None else "POST", path, body, {**(headers or {}), **({"Cookie": cookie} if cookie else {})})
    answer = connection.getresponse()
    text = answer.read().decode()
    given = (answer.getheader("Set-Cookie") or "").split(";")[0]
    connection.close()
    return answer.status, answer.getheader("Location") or "", text, given


def staff_of(post, institution: str) -> str:
    """The session of somebody who may write for an institution."""
    done = post.command(
        "user", "create", "--institution", institution, "--role", "editor", "--email", "edith@lakes.example", "--name", "Edith",
        "--portal-base-url", f"http://127.0.0.1:{post.portal_port}")
    expect(done.returncode == 0, done.stderr)
    link = urllib.parse.urlsplit(done.stdout.strip()).path
    status, _, text, cookie = send(post, link, [("name", "Edith"), ("language", "en"), ("password", PASSWORD)])
    expect(status == 303 and "session" in cookie, f"{status} {text[:200]}")
    return cookie


@scenario("a message to an employer arrives with the headers of RFC 8058, and one POST from nowhere ends it")
def outreach(post):
    demonstration(post)
    post.start_server("--seconds", "0.2")
    post.start_portal()
    _, _, text, _ = send(post, "/en/institutions")
    institution = re.search(r"/en/institutions/([a-z0-9-]+)\"", text).group(1)
    form = [("organisation", "Works"), ("contact", "Ana"), ("email", ANA), ("language", "fr"), ("interests", "train-staff"),
            ("industries", "62"), ("note", ""), ("consent", "2026-11")]  # fmt: skip
    status, _, text, _ = send(post, "/en/employers/directory", form)
    expect(status == 200, f"{status} {text[:300]}")
    wait("the mailbox is asked", lambda: mails(post, ANA), 30)
    status, _, _, _ = send(post, path_in(mails(post, ANA)[0]), [])
    expect(status == 303, f"confirming answered {status}")
    cookie = staff_of(post, institution)
    entry = post.rows("SELECT id FROM directory_entry")[0][0]
    path = f"/en/console/institutions/{institution}/outreach"
    message = [("entry", entry), ("subject", "Soudage"), ("text", "Un cours en mai."), ("postal", "1 Main Street, Hearst"), ("act", "send")]
    status, _, text, _ = send(post, path, message, cookie)
    expect(status == 200, f"{status} {text[:300]}")
    wait("the employer has it", lambda: any("Un cours en mai." in one["text"] for one in mails(post, ANA)), 60)
    mail = next(one for one in mails(post, ANA) if "Un cours en mai." in one["text"])
    expect({"List-Unsubscribe", "List-Unsubscribe-Post", "Reply-To"} <= set(mail["headers"]), str(mail["headers"]))
    expect(mail["subject"].endswith("Soudage") and "1 Main Street, Hearst" in mail["text"] and "Edith" in mail["text"], mail["text"])
    end = re.search(r"http://127\.0\.0\.1:\d+(/fr/desabonnement/\S+)", mail["text"]).group(1)
    wait("all is confirmed", lambda: post.counts()["waiting"] == 0, 60)
    for _ in range(2):
        status, _, text, _ = send(post, end, headers={"Content-Type": FORM}, body=b"List-Unsubscribe=One-Click")
        expect(status == 200, f"one click answered {status}: {text[:200]}")
    expect(post.rows("SELECT act, way FROM consent_record WHERE purpose = 'outreach'") == [("withdrawn", "one-click")], "the ledger")
    before = post.rows("SELECT COUNT(*) FROM outbox")[0][0]
    status, _, text, _ = send(post, path, message, cookie)
    expect(status == 200 and "Works" in text, f"{status}")
    expect(post.rows("SELECT COUNT(*) FROM outbox")[0][0] == before, "a refused employer is written to")
    expect(ANA not in post.log and end.rsplit("/", 1)[1] not in post.log and "Soudage" not in post.log, "the log tells")
