"""Nothing lost, and nothing sent again once it was noted: whoever is killed, whenever."""

from mail_post import wait
from scenario import expect, expect_none, scenario

MAILS = 200


@scenario("200 mails arrive although the server is killed twice and the portal twice while they go")
def kills(post):
    post.start_server("--seconds", "0.05")
    post.start_portal()
    post.queue("ana@college.example", MAILS)
    for count, kill, start in [
        (30, post.kill_server, lambda: post.start_server("--seconds", "0.05")),
        (70, post.kill_portal, post.start_portal),
        (110, post.kill_server, lambda: post.start_server("--seconds", "0.05")),
        (150, post.kill_portal, post.start_portal),
    ]:
        wait(f"{count} have arrived", lambda: len(post.times()) >= count, 120)
        kill()
        before = post.confirmed()
        expect_none(sorted(before - set(post.times())), "mails noted as sent that the server never took")
        start()
    wait("everything is confirmed", lambda: post.counts() == {"waiting": 0, "sent": MAILS, "dead": 0}, 120)
    times = post.times()
    expect(set(times) == post.queued() and len(times) == MAILS, f"{len(times)} of {MAILS} arrived")
    expect_none(post.sent_again(), "mails sent again after they were noted as sent")
    # Killed between the server's word and the note of it, a mail goes twice with the same Message-ID: one at most for each kill.
    twice = {id: count for id, count in times.items() if count > 1}
    expect(len(twice) <= 4 and all(count == 2 for count in twice.values()), f"too many arrived twice: {twice}")
    expect(post.stop_portal() == 0, "the portal did not stop well")


@scenario("a server that hangs, and one that breaks off in the middle of a mail, lose nothing")
def hangs(post):
    post.start_server("--seconds", "30")
    post.start_portal()
    post.queue("ana@college.example", 3)
    wait("the first attempt has timed out", lambda: post.rows("SELECT 1 FROM outbox WHERE failure IS NOT NULL"), 30)
    post.kill_server()
    post.start_server()
    wait("all have arrived", lambda: len(post.times()) == 3, 90)
    wait("all are confirmed", lambda: post.counts() == {"waiting": 0, "sent": 3, "dead": 0}, 30)
    expect_none(post.sent_again(), "mails sent again after they were noted as sent")
