"""Which addresses of a language model may be spoken to: the texts are about people who can be harmed."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from tizme.model import TizmeError, UnusableInput

DEFAULT = "http://127.0.0.1:11434"


class StaysHere(TizmeError, PermissionError):
    """Something that must not leave this machine was about to be sent to another."""

    code = "stays-on-this-machine"

    def __init__(self, what: str, host: str, next_step: str) -> None:
        self.what, self.host, self.next_step = what, host, next_step
        super().__init__(f"{what} would be sent to '{host}', which is not this machine; {next_step}")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a model is served. ``base`` ends in the version, e.g. "http://127.0.0.1:11434/v1"."""

    base: str
    host: str
    is_local: bool


def address_of(url: str, *, named_host: str = "") -> Address:
    """The address that ``url`` means, with /v1 behind it where no path is given.

    Args:
        named_host: A host that the user named as the one that may be spoken to although it is not this
            machine; "" for none.

    Raises:
        UnusableInput: no http(s) address, or one with a user, a query or a fragment in it.
        StaysHere: another machine, and nobody named its host.
    """
    parts = urlsplit(url.strip())
    try:
        port = parts.port
    except ValueError:
        raise _unusable(url, "its port is no number") from None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in {"http", "https"} or not host:
        raise _unusable(url, "it is no http address")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise _unusable(url, "it holds more than a host, a port and a path")
    local = is_loopback(host)
    if not local and host != named_host.strip().rstrip(".").lower():
        raise StaysHere(
            "the text", host, "use a server on 127.0.0.1, or name the host yourself with --llm-host"
        )
    # "localhost" is what a hosts file says it is; the number is what it is.
    spoken = "127.0.0.1" if host == "localhost" else f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/") or "/v1"
    return Address(f"{parts.scheme}://{spoken}{'' if port is None else f':{port}'}{path}", host, local)


def is_loopback(host: str) -> bool:
    """True for this machine: localhost, 127.0.0.0/8 in full and ::1, however many names else may lead here.

    >>> is_loopback("127.0.0.1"), is_loopback("127.1"), is_loopback("0.0.0.0"), is_loopback("example.org")
    (True, False, False, False)
    """
    if host == "localhost":
        return True
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return number.is_loopback and "%" not in host


def _unusable(url: str, why: str) -> UnusableInput:
    return UnusableInput(f"'{url}' cannot be used: {why}", "--llm", f"write for example {DEFAULT}")
