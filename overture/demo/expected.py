"""What should come of the demo world, account by account: the notes that tests and the demo's own counts are held to.

What each single post should be read as stands beside the post, in `outlets/*.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

End = Literal["draft", "wrong_draft", "no", "needs_contact", "no_address", "question"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where one account's news ends. `rule` is the code of the recorded no; None where no campaign asks for it."""

    account: str  # id in accounts.csv
    event: str
    end: End
    contact: str | None = None
    sender: str | None = None
    language: str = "en"
    rule: str | None = None
    why: str = ""


def _draft(account: str, event: str, contact: str, sender: str, language: str = "en") -> Outcome:
    return Outcome(account, event, "draft", contact, sender, language)


def _no(account: str, event: str, rule: str | None, why: str) -> Outcome:
    return Outcome(account, event, "no", rule=rule, why=why)


OUTCOMES: tuple[Outcome, ...] = (
    _draft("larkfield", "funding", "larkfield-1", "priya"),
    _draft("kestrel", "funding", "kestrel-1", "priya"),
    _draft("ostra", "funding", "ostra-1", "priya"),
    _draft("nordkiefer", "funding", "nordkiefer-1", "jonas", "de"),
    _draft("faehrmann", "funding", "faehrmann-1", "jonas", "de"),
    _draft("quillon", "funding", "quillon-1", "efua"),
    _draft("selkirk", "funding", "selkirk-1", "efua"),
    _draft("kupferberg", "funding", "kupferberg-1", "jonas"),
    _draft("brightwater", "acquisition", "brightwater-1", "efua"),
    _draft("hollis-crane", "acquisition", "hollis-crane-1", "priya"),
    _draft("kanaal", "acquisition", "kanaal-1", "efua"),
    _draft("tannhof", "acquisition", "tannhof-1", "jonas", "de"),
    _draft("tarn", "executive_hire", "tarn-1", "priya"),
    _draft("greyfriars", "executive_hire", "greyfriars-1", "efua"),
    _draft("vesper", "executive_hire", "vesper-1", "efua"),
    _draft("isarwerk", "executive_hire", "isarwerk-1", "jonas", "de"),
    _draft("sterrenburg", "executive_hire", "sterrenburg-1", "efua"),
    _draft("oakvale", "expansion", "oakvale-1", "priya"),
    _draft("zonneveld", "expansion", "zonneveld-1", "jonas"),
    _draft("plume", "product_launch", "plume-1", "efua"),
    _draft("lindenau", "product_launch", "lindenau-1", "jonas"),
    _draft("merrow", "contract_win", "merrow-1", "priya"),
    _draft("havelstein", "contract_win", "havelstein-1", "jonas"),
    _draft("fenwick", "partnership", "fenwick-1", "efua"),
    _draft("veldhuis", "executive_departure", "veldhuis-2", "efua"),
    Outcome("calder", "funding", "wrong_draft", "calder-1", "efua", why="a games company of the same name"),
    Outcome("thornbury", "funding", "needs_contact", rule="no_contact", why="we know nobody there"),
    Outcome("eelde", "funding", "no_address", "eelde-1", "jonas", rule="no_contact", why="we have no address of hers"),
    Outcome("anchor", "acquisition", "question", why="a common word, and nothing beside it speaks for the brewer"),
    _no("delmar", "funding", "suppressed", "the only contact asked us to stop"),
    _no("rookwood", "executive_hire", "suppressed", "the account is on the do-not-contact list"),
    _no("pathlight", "funding", "never", "a competitor"),
    _no("tallow-finch", "funding", "must", "fourteen people are too few"),
    _no("wolkenrad", "layoffs", None, "nothing is pitched to people who lose colleagues"),
    _no("uferlos", "security_incident", None, "nothing is pitched to people whose data was stolen"),
)
