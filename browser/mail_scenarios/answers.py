"""An inquiry by real mail: out through a server, answers back in through the command, whoever is killed meanwhile."""

import http.client
import re
import subprocess
import urllib.parse

from mail_post import wait
from scenario import expect, scenario

REPLIES = "reply@in.portal.example"


class Employer:
    """A browser without one: forms, as it would send them."""

    def __init__(self, post):
        self.post = post

    def send(self, path: str, fields: list[tuple[str, str]] | None = None) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.post.portal_port, timeout=30)
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        body = urllib.parse.urlencode(fields, quote_via=urllib.parse.quote) if fields is not None else None
        connection.request("GET" if body is None else "POST", path, body, headers if body is not None else {})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.getheader("Location") or "", text

    def inquire(self) -> None:
        _, _, text = self.send("/en/institutions")
        institution = re.search(r"/en/institutions/([a-z0-9-]+)\"", text).group(1)
        _, draft, _ = self.send("/en/inquiries", [("institution", institution)])
        fields = [("purpose", "train-staff"), ("message", "Twelve welders, in spring."), ("name", "Ana Roy"), ("organisation", "Plant"),
                  ("email", "ana@plant.example"), ("language", "en"), ("act", "check")]  # fmt: skip
        status, check, text = self.send(draft, fields)
        expect(status == 303, f"{status} {text[:200]}")
        status, _, _ = self.send(check, [("consent", "2026-11")])
        expect(status == 303, "it was not sent off")

    def confirm(self, link: str) -> str:
        status, page, _ = self.send(link, [])
        expect(status == 303, f"confirming answered {status}")
        return page.split("?")[0]


def demonstration(post) -> None:
    expect(post.command("demo", "load").returncode == 0, "there is no demonstration catalogue")


def mails(post, to: str) -> list[dict]:
    return [one for one in post.taken if to in one["to"]]


def path_in(mail: dict) -> str:
    return re.search(r"http://127\.0\.0\.1:\d+(/\S+)", mail["text"]).group(1)


def answer(post, to: str, words: str, id: str) -> int:
    message = f"From: team@portal.example\r\nTo: <{to}>\r\nMessage-ID: <{id}@lakes.example>\r\n\r\n{words}\r\n\r\nOn Monday, Tremplin wrote:\r\n> Twelve welders\r\n"
    done = subprocess.run([post.binary, "mail", "receive", *post.arguments()], input=message.encode(), capture_output=True, timeout=120)
    return done.returncode


@scenario("an inquiry goes out, its answer comes back by mail and reaches the employer once, though the portal is killed in between")
def round_trip(post):
    post.extra = ["--mail-replies", REPLIES, "--portal-contact", "team@portal.example"]
    demonstration(post)
    post.start_server("--seconds", "0.3")
    post.start_portal()
    employer = Employer(post)
    employer.inquire()
    wait("the mailbox is asked", lambda: mails(post, "ana@plant.example"), 30)
    status = employer.confirm(path_in(mails(post, "ana@plant.example")[0]))
    # In the instant after the answer: what was accepted must be there.
    post.kill_portal()
    expect(len(post.rows("SELECT 1 FROM outbox WHERE kind IN ('inquiryReceived', 'inquirySent')")) == 2, "the inquiry and its mail are not both there")
    post.start_portal()
    wait("the office has it", lambda: mails(post, "team@portal.example"), 60)
    wait("the employer knows", lambda: len(mails(post, "ana@plant.example")) == 2, 60)
    wait("all is confirmed", lambda: post.counts()["waiting"] == 0, 60)
    received = mails(post, "team@portal.example")[0]
    reply_to = post.rows("SELECT reply_to FROM outbox WHERE kind = 'inquiryReceived'")[0][0]
    expect(reply_to.startswith("reply+") and "Twelve welders" in received["text"], received["text"])
    expect(post.rows("SELECT status FROM inquiry_delivery") != [], "there is no delivery")

    expect(answer(post, reply_to, "Yes, in May.", "1") == 0, "the answer is refused")
    expect(answer(post, reply_to, "Yes, in May.", "1") == 0, "the same answer is refused")
    expect(answer(post, "reply+" + "0" * 32 + "@in.portal.example", "Yes", "2") == 67, "an answer to nobody is taken")
    post.kill_portal()
    post.start_portal()
    wait("the employer has the answer", lambda: len(mails(post, "ana@plant.example")) == 3, 60)
    wait("all is confirmed again", lambda: post.counts()["waiting"] == 0, 60)
    last = mails(post, "ana@plant.example")[-1]
    expect("Yes, in May." in last["text"] and "Twelve" not in last["text"], last["text"])
    expect("References" in last["headers"] and "In-Reply-To" in last["headers"] and "Reply-To" in last["headers"], str(last["headers"]))
    code, _, text = employer.send(status)
    expect(code == 200 and "Yes, in May." in text and "status-replied" in text, f"{code}")
    # Killed between the server's word and the note of it a mail may go twice with one Message-ID; confirmed ones never again.
    expect(post.sent_again() == [], str(post.sent_again()))
    expect("ana@plant" not in post.log and "welders" not in post.log and status.rsplit("/", 1)[1] not in post.log, "the log tells")
