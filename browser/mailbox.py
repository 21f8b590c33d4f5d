"""The mail the portal under test has put into a folder, and the codes of authenticator apps."""

import base64
import email
import email.policy
import hashlib
import hmac
import pathlib
import re
import struct
import time


class Mailbox:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def messages(self, recipient: str) -> list[email.message.EmailMessage]:
        found = []
        for file in sorted(self.folder.glob("*.eml"), key=lambda one: one.stat().st_mtime_ns):
            message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            if recipient.lower() in str(message["To"]).lower():
                found.append(message)
        return found

    def link(self, recipient: str, after: int = 0) -> str:
        """The path of the link in the newest mail to somebody, once there are more than `after`."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            messages = self.messages(recipient)
            if len(messages) > after:
                text = messages[-1].get_body(("plain",)).get_content()
                found = re.findall(r"https?://[^/\s]+(/\S+/[A-Za-z0-9_-]{43})\b", text)
                if not found:
                    raise AssertionError(f"no link in the mail to {recipient}:\n{text}")
                return found[0]
            time.sleep(0.1)
        raise AssertionError(f"no mail to {recipient} within 30 s")

    def link_before(self, recipient: str, ending: str) -> str:
        """The path of a link whose token is followed by something."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            for message in reversed(self.messages(recipient)):
                text = message.get_body(("plain",)).get_content()
                found = re.findall(rf"https?://[^/\s]+(/\S+/[A-Za-z0-9_-]{{43}}{re.escape(ending)})", text)
                if found:
                    return found[0]
            time.sleep(0.1)
        raise AssertionError(f"no mail with a link to {recipient} within 30 s")


class Authenticator:
    """An app that shows codes: RFC 6238 with SHA-1, six digits and 30 seconds. It never shows one twice."""

    def __init__(self, secret: str):
        self.key = base64.b32decode(secret.replace(" ", ""))
        self.used = 0

    def code(self) -> str:
        """The next code the portal will take; waits for the next half-minute where it must."""
        step = int(time.time()) // 30
        if step <= self.used - 1:
            time.sleep((self.used - 1) * 30 + 30 - time.time() + 0.2)
            step = int(time.time()) // 30
        # The portal takes the code of the half-minute to come as well: no need to wait for it.
        step = max(step, self.used + 1)
        self.used = step
        digest = hmac.new(self.key, struct.pack(">Q", step), hashlib.sha1).digest()
        offset = digest[19] & 15
        return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
