"""Who may read mail on its way, and who is believed to be the server."""

import os
import subprocess

from scenario import expect, scenario

CONFIGURATION, UNAVAILABLE = 78, 69


def certificate(post, name: str, host: str = "IP:127.0.0.1") -> tuple[str, str]:
    """A certificate for a host, signed by nobody but itself."""
    certificate, key = post.folder / f"{name}.pem", post.folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName={host}",
         "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)  # fmt: skip
    return str(certificate), str(key)


def attempt(post, url: str, password: str | None = None) -> tuple[bool, str]:
    environment = {**os.environ, **({"TREMPLIN_MAIL_PASSWORD": password} if password else {})}
    before = len(post.taken)
    done = post.command("mail", "test", "--to", "ana@college.example", url=url, environment=environment)
    expect(done.returncode in (0, UNAVAILABLE), f"ended with {done.returncode}: {done.stderr}")
    expect(len(post.taken) - before == (1 if done.returncode == 0 else 0), "what the command says and what the server has differ")
    return done.returncode == 0, done.stdout + done.stderr


@scenario("encryption is demanded, and a server nobody vouches for gets no mail", ["smtp", "smtps"])
def trust(post, scheme):
    file, key = certificate(post, "ours")
    other, _ = certificate(post, "other")
    post.start_server("--certificate", file, "--key", key, *(["--implicit"] if scheme == "smtps" else []))
    demanded = "tls=starttls&" if scheme == "smtp" else ""
    address = f"{scheme}://127.0.0.1:{post.port}?{demanded}timeout=8"
    refused, said = attempt(post, address)
    expect(not refused and "certificate" in said, said)
    refused, said = attempt(post, f"{address}&ca={other}")
    expect(not refused and "certificate" in said, said)
    taken, said = attempt(post, f"{address}&ca={file}")
    expect(taken, said)
    expect(post.taken[-1]["encrypted"], "the mail was not encrypted")


@scenario("a certificate for another host is no certificate")
def wrong_host(post):
    file, key = certificate(post, "ours", "DNS:mail.example")
    post.start_server("--certificate", file, "--key", key)
    taken, said = attempt(post, f"smtp://127.0.0.1:{post.port}?timeout=8&ca={file}")
    expect(not taken and "certificate" in said, said)


@scenario("a server that offers no encryption gets no mail when encryption is demanded")
def stripped(post):
    post.start_server()
    taken, said = attempt(post, f"smtp://127.0.0.1:{post.port}?tls=starttls&timeout=8")
    expect(not taken, said)
    taken, said = attempt(post, f"smtp://127.0.0.1:{post.port}?tls=none&timeout=8")
    expect(taken, said)


@scenario("user and password open the server, wrong ones do not, and neither is ever printed")
def authentication(post):
    file, key = certificate(post, "ours")
    post.start_server("--certificate", file, "--key", key, "--user", "portal@example", "--password", "p:/ss é")
    host = f"127.0.0.1:{post.port}?timeout=8&ca={file}"
    taken, said = attempt(post, f"smtp://portal%40example:p%3A%2Fss%20%C3%A9@{host}")
    expect(taken and post.taken[-1]["user"] and post.taken[-1]["encrypted"], said)
    taken, said = attempt(post, f"smtp://portal%40example@{host}", password="p:/ss é")
    expect(taken, said)
    taken, said = attempt(post, f"smtp://portal%40example:hunter22@{host}")
    expect(not taken and "not accepted" in said and "hunter22" not in said, said)
    taken, said = attempt(post, f"smtp://{host}")
    expect(not taken, said)
