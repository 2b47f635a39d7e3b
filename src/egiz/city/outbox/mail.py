"""Messages by e-mail, through the relay that the operator names."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from egiz.city.outbox.gate import Refused
from egiz.city.outbox.parcel import Parcel
from egiz.city.outbox.sender import Failed, Hopeless

PERMANENT = range(500, 600)
"""Answers of a relay that say that this very message will never be taken."""


@dataclass(frozen=True, slots=True)
class Relay:
    """The mail server of the operator."""

    host: str
    """Its name."""
    port: int
    """Its port."""
    author: str
    """The address that messages come from."""
    user: str = ""
    """The user; empty: no login."""
    password: str = ""
    """The password."""
    secure: bool = True
    """Whether the connection must be encrypted (STARTTLS)."""
    domains: tuple[str, ...] = ()
    """Domains that may be written to; ``*`` for all; empty: none."""


class MailSender:
    """Hands messages to a relay, one connection a message.

    Parameters
    ----------
    relay
        The relay.
    """

    def __init__(self, relay: Relay) -> None:
        self._relay = relay

    async def send(self, parcel: Parcel) -> None:
        """Send one message; ends when the relay has it.

        Raises
        ------
        Failed
            It may be tried again.
        Hopeless
            The address is none, or the relay will never take the message.
        Refused
            Its domain may not be written to.
        """
        self.admitted(parcel.uri)
        message = letter(parcel, self._relay.author)
        try:
            await asyncio.to_thread(self._hand_over, message, parcel.timeout)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            kind = Hopeless if all(code in PERMANENT for code in codes) else Failed
            raise kind(f"the relay refused the recipient: {codes}") from None
        except smtplib.SMTPDataError as error:
            kind = Hopeless if error.smtp_code in PERMANENT else Failed
            raise kind(f"the relay refused the message: {error.smtp_code}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise Failed(f"{type(error).__name__}: {error}".rstrip(": ")) from None

    def admitted(self, uri: str) -> None:
        """Check that a letter may go to an address.

        Raises
        ------
        Hopeless
            The address is none.
        Refused
            Its domain may not be written to.
        """
        domain = addressee(uri).rpartition("@")[2].lower()
        if "*" not in self._relay.domains and domain not in self._relay.domains:
            raise Refused(f"{domain} is not on the list of domains")

    def _hand_over(self, message: EmailMessage, timeout: float) -> None:
        """Talk to the relay; blocks."""
        relay = self._relay
        talk = smtplib.SMTP(relay.host, relay.port, timeout=timeout)
        try:
            if relay.secure:
                talk.starttls(context=ssl.create_default_context())
            if relay.user:
                talk.login(relay.user, relay.password)
            talk.send_message(message)
            with suppress(smtplib.SMTPException, OSError):  # the message is out, whatever comes now
                talk.quit()
        finally:
            talk.close()

    async def close(self) -> None:
        """Do nothing: no connection is kept."""


def letter(parcel: Parcel, author: str) -> EmailMessage:
    """Write a message as an e-mail; sent again it bears the same Message-ID.

    Raises
    ------
    Hopeless
        The address is none.
    """
    message = EmailMessage()
    message["From"], message["To"] = author, addressee(parcel.uri)
    message["Subject"] = " ".join(parcel.info.get("subject", "Egiz").split())
    name = blake2b(parcel.uri.encode() + parcel.body, digest_size=16).hexdigest()
    message["Message-ID"] = f"<{name}@{author.rpartition('@')[2]}>"
    message.set_content(parcel.body.decode())
    return message


def addressee(uri: str) -> str:
    """Take the address out of a ``mailto:``.

    Raises
    ------
    Hopeless
        It is none.
    """
    to = unquote(urlsplit(uri).path)
    if parseaddr(to)[1] != to or to.count("@") != 1 or any(letter.isspace() for letter in to):
        raise Hopeless(f"{to!r} is no address of mail")
    return to
