"""The message of a draft as a mail program would get it, before anybody approved it, and as it would show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import default

from campaigns.letter import address_of, clean_subject, full_text
from campaigns.workspace import OurCompany, Teammate
from overture.db.decide_party import Party
from overture.db.decisions import OutboxPolicy
from overture.db.secret import Keyring
from overture.db.stop_list import token_of
from overture.db.views_draft import DraftView
from overture.handoff.message import MessageError, build
from overture.handoff.unsubscribe import Unsubscribe
from overture.jobs.story_trial import Telling


def preview(view: DraftView, both: Party, outbox: OutboxPolicy, keys: Keyring, *, now: datetime) -> bytes | str:
    """As it would leave now, under a Message-ID that approval will replace; or why it cannot be built."""
    contact, sender = both.contact, both.sender
    host = (address_of(sender.email) or ("", "localhost"))[1]
    draft_id = int(view.draft["id"])
    try:
        return build(
            view.version["subject"], view.version["body"], to=contact, sender=sender, company=outbox.company,
            message_id=f"<preview-{draft_id}@{host}>", date=now,
            unsubscribe=Unsubscribe(sender.email, token_of(keys, draft_id), outbox.pages),
        )  # fmt: skip
    except MessageError as error:
        return f"The message cannot be built: {error}."


@dataclass(frozen=True, slots=True)
class Mail:
    """A message taken apart again."""

    sender: str  # the name alone, as lists of messages show it
    from_: str
    to: str
    subject: str
    text: str


def opened(raw: bytes) -> Mail:
    """Read back from the very bytes, so that nothing is shown that does not leave."""
    message = message_from_bytes(raw, policy=default)
    writer = message["From"].addresses[0]
    text = str(message.get_content()).replace("\r\n", "\n").strip()
    return Mail(
        writer.display_name or writer.addr_spec, str(message["From"]), str(message["To"]), str(message["Subject"]), text
    )


def trial(telling: Telling | None, company: OurCompany) -> Mail | str:
    """A story on trial as its reader would see it, by the code that makes the message; or why it is not told."""
    if telling is None or telling.told is None or telling.case.brief is None:
        return telling.why_not if telling else "This is no story yet. The findings say what is missing."
    brief, contact = telling.case.brief, telling.case.contact
    invented = Teammate("", str(brief.get("sender.name")), "", signature=str(brief.get("sender.signature")))
    writes = telling.case.writes or invented
    to = (contact.name, contact.email or "") if contact else (str(brief.get("contact.name")), "")
    text = full_text(telling.told.body, writes, company).strip()
    subject = clean_subject(telling.told.subject)
    return Mail(writes.name, _named(writes.name, writes.email), _named(*to), subject, text)


def _named(name: str, address: str) -> str:
    return f"{name} <{address}>" if address else name
