"""A mail server of our own on this machine: takes mail as a real one does, and can be stopped in the middle of it.

As a program (`python mail_server.py PORT JOURNAL [--certificate FILE --key FILE] [--user NAME --password WORD]`) it is a process that can be
killed. Every mail that it takes is a line of the journal, on the disk before the answer: one that was confirmed to the other side and is not
in the journal cannot be.
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl
import time

from aiosmtpd.smtp import SMTP, AuthResult

# What becomes of a mail, by the name before the @: as real servers answer.
REFUSED, BUSY_ONCE, REFUSED_LATE = "refused", "busy", "late"


class Keeper:
    def __init__(self, journal: str, seconds: float):
        self.journal = open(journal, "a", encoding="utf-8")
        self.seconds = seconds
        self.put_off: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == REFUSED:
            return "550 5.1.1 No such mailbox"
        if name == BUSY_ONCE and address not in self.put_off:
            self.put_off.add(address)
            return "451 4.7.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith(REFUSED_LATE):
            return "554 5.7.1 Not this"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        await asyncio.sleep(self.seconds)
        line = {
            "id": message["Message-ID"], "to": envelope.rcpt_tos, "from": envelope.mail_from, "subject": message["Subject"],
            "encrypted": server.transport.get_extra_info("ssl_object") is not None, "user": bool(session.authenticated), "hello": session.host_name, "at": time.time(),
            "headers": message.keys(), "text": message.get_body(("plain",)).get_content(), "html": message.get_body(("html",)).get_content(),
        }  # fmt: skip
        self.journal.write(json.dumps(line) + "\n")
        self.journal.flush()
        os.fsync(self.journal.fileno())
        return "250 Taken"


async def serve(options) -> None:
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def check(server, session, envelope, mechanism, data):
        # Not handled: what is said about it is left to the server.
        return AuthResult(success=(data.login.decode(), data.password.decode()) == (options.user, options.password), handled=False)

    keeper = Keeper(options.journal, options.seconds)

    def conversation():
        return SMTP(
            keeper, hostname="mail.example", tls_context=None if options.implicit else context,
            require_starttls=bool(context) and not options.implicit, authenticator=check if options.user else None,
            auth_required=bool(options.user), auth_require_tls=bool(context) and not options.implicit,
        )  # fmt: skip

    listener = await asyncio.get_running_loop().create_server(
        conversation, "127.0.0.1", options.port, ssl=context if options.implicit else None
    )
    async with listener:
        await listener.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("journal")
    parser.add_argument("--seconds", type=float, default=0.0, help="how long a mail is looked at before it is taken")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--implicit", action="store_true", help="encrypted from the first byte")
    parser.add_argument("--user")
    parser.add_argument("--password")
    asyncio.run(serve(parser.parse_args()))
