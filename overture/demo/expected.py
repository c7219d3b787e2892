"""What should come of the demo world, account by account: the notes that tests and the demo's own counts are held to.

What each single post should be read as stands beside the post, in `outlets/*.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

End = Literal["draft", "wrong_draft", "no", "needs_contact", "no_address", "question"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where one account's news ends. `rule` is the code of the recorded no, where it ends in one."""

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


def _no(account: str, event: str, rule: str, why: str) -> Outcome:
    return Outcome(account, event, "no", rule=rule, why=why)


OUTCOMES: tuple[Outcome, ...] = (
    _draft("larkfield", "funding", "ines-albrecht", "priya"),
    _draft("kestrel", "funding", "grace-muir", "priya"),
    _draft("ostra", "funding", "lene-holm", "priya"),
    _draft("nordkiefer", "funding", "svenja-paulsen", "jonas", "de"),
    _draft("faehrmann", "funding", "malte-grigoleit", "jonas", "de"),
    _draft("quillon", "funding", "adaeze-obi", "efua"),
    _draft("selkirk", "funding", "ian-baird", "efua"),
    _draft("kupferberg", "funding", "tobias-rehm", "jonas"),
    _draft("brightwater", "acquisition", "tomas-rey", "efua"),
    _draft("hollis-crane", "acquisition", "ruth-hollis", "priya"),
    _draft("kanaal", "acquisition", "piet-de-wit", "efua"),
    _draft("tannhof", "acquisition", "karin-oberhauser", "jonas", "de"),
    _draft("tarn", "executive_hire", "yusuf-demir", "priya"),
    _draft("greyfriars", "executive_hire", "ruth-adeyemi", "efua"),
    _draft("vesper", "executive_hire", "luca-conti", "efua"),
    _draft("isarwerk", "executive_hire", "katrin-vogl", "jonas", "de"),
    _draft("sterrenburg", "executive_hire", "femke-postma", "efua"),
    _draft("oakvale", "expansion", "dana-cole", "priya"),
    _draft("zonneveld", "expansion", "joris-blom", "jonas"),
    _draft("plume", "product_launch", "sam-ito", "efua"),
    _draft("lindenau", "product_launch", "wiebke-harms", "jonas"),
    _draft("merrow", "contract_win", "fiona-lyle", "priya"),
    _draft("havelstein", "contract_win", "dirk-asmus", "jonas"),
    _draft("fenwick", "partnership", "owen-price", "efua"),
    Outcome("calder", "funding", "wrong_draft", "neil-forsyth", "efua", why="a games company of the same name"),
    Outcome("thornbury", "funding", "needs_contact", why="we know nobody there"),
    Outcome("eelde", "funding", "no_address", "annelies-vos", "jonas", why="the right person, and no address"),
    Outcome("anchor", "acquisition", "question", why="a common word, and nothing beside it speaks for the brewer"),
    _no("delmar", "funding", "suppressed", "the only contact asked us to stop"),
    _no("rookwood", "executive_hire", "suppressed", "the account is on the do-not-contact list"),
    _no("pathlight", "funding", "never", "a competitor"),
    _no("tallow-finch", "funding", "must", "fourteen people are too few"),
    _no("wolkenrad", "layoffs", "sensitive", "nothing is pitched to people who lose colleagues"),
    _no("uferlos", "security_incident", "sensitive", "nothing is pitched to people whose data was stolen"),
)
