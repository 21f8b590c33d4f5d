"""From the outbox to the mailbox, and what becomes of mail that a server will not take."""

import time

from mail_post import wait
from scenario import LANGUAGES, expect, scenario

SUBJECT = {"en": "Test message from Tremplin", "fr": "Message d’essai de Tremplin"}
HEADERS = ["Date", "From", "To", "Subject", "Message-ID", "Content-Language", "Auto-Submitted", "MIME-Version", "Content-Type"]


@scenario("what another process queues arrives within seconds, whole and in the reader's language", LANGUAGES)
def arrives(post, language):
    post.start_server()
    post.start_portal()
    queued = time.time()
    post.queue("Ana@college.example", language=language)
    wait("the mail has arrived", lambda: post.taken, 20)
    (mail,) = post.taken
    expect(mail["at"] - queued < 5, f"it took {mail['at'] - queued:.1f} s")
    expect(mail["to"] == ["ana@college.example"] and mail["from"] == "no-reply@portal.example", f"envelope: {mail['from']} to {mail['to']}")
    expect(mail["subject"] == SUBJECT[language], mail["subject"])
    expect(mail["hello"] == "portal.example", f"introduces itself as {mail['hello']}")
    headers = [name for name in mail["headers"] if name not in ("X-Peer", "X-MailFrom", "X-RcptTo")]
    expect(headers == HEADERS, f"headers: {headers}")
    base = f"http://127.0.0.1:{post.portal_port}"
    expect("http://127.0.0.1" in mail["text"] and "http://127.0.0.1" in mail["html"], f"no link to {base}")
    wait("it is confirmed", lambda: post.counts() == {"waiting": 0, "sent": 1, "dead": 0}, 10)
    expect("college.example" not in post.log.replace("no-reply@portal.example", ""), "the log names the reader")


@scenario("a mailbox that is not there is given up, one that is busy is tried again, and nobody waits for them")
def refusals(post):
    post.start_server()
    post.start_portal()
    post.queue("refused@college.example")
    post.queue("late@college.example")
    post.queue("busy@college.example")
    post.queue("ana@college.example", 5)
    wait("the others have theirs", lambda: len(post.taken) == 5, 20)
    wait("two are given up", lambda: post.counts() == {"waiting": 1, "sent": 5, "dead": 2}, 10)
    said = post.command("mail", "outbox").stdout
    expect("550 5.1.1 No such mailbox" in said and "554 5.7.1 Not this" in said and "451 4.7.1 Try again later" in said, said)
    expect("college.example" in post.log and "ana@" not in post.log and "refused@" not in post.log, "the log names readers")
    wait("the busy one is taken after its delay", lambda: len(post.taken) == 6, 40)
    wait("it is confirmed", lambda: post.counts() == {"waiting": 0, "sent": 6, "dead": 2}, 10)
    expect(post.command("mail", "outbox", "--retry-dead").returncode == 0, "cannot be tried again")
    wait("they are refused again", lambda: post.counts() == {"waiting": 0, "sent": 6, "dead": 2}, 20)
    expect(set(post.times().values()) == {1}, "a mail arrived twice")


@scenario("a portal that is told to stop finishes the mail in flight, and leaves the rest for its next start")
def graceful(post):
    post.start_server("--seconds", "1.5")
    post.start_portal()
    post.queue("ana@college.example", 10)
    wait("one is in flight", lambda: post.rows("SELECT 1 FROM outbox WHERE lease IS NOT NULL"), 20)
    expect(post.stop_portal() == 0, "it did not stop well")
    sent = post.counts()["sent"]
    expect(1 <= sent < 10, f"{sent} were sent")
    expect(len(post.taken) == sent and set(post.times()) == post.confirmed(), f"{len(post.taken)} taken, {sent} confirmed")
    expect(not post.rows("SELECT 1 FROM outbox WHERE lease IS NOT NULL"), "a mail is still leased")
    post.kill_server()
    post.start_server()
    post.start_portal()
    wait("the rest has gone", lambda: post.counts()["waiting"] == 0, 30)
    expect(set(post.times().values()) == {1} and len(post.times()) == 10, str(post.times()))
