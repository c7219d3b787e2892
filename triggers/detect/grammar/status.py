"""How sure a text is that the thing happened: announced, planned, rumoured or denied, with the words that say so."""

from __future__ import annotations

import re

from triggers.detect.grammar.spans import Span
from triggers.detect.grammar.tokens import Line
from triggers.types import Status

_DENIED = re.compile(
    r"\b(?:denies|denied|deny|denying|refutes?|refuted|rejects?|rejected|rejecting|rebuffs?|"
    r"rebuffed|spurns?|spurned|called off|calls off|call off|terminat(?:es|ed|ing|e)|"
    r"scraps?|scrapped|scrapping|abandons?|abandoned|abandoning|walks? away|walked away|pulls out|"
    r"pulled out|withdraws?|withdrew|withdrawn|cancels?|cancelled|canceled|"
    r"collapses|collapsed|falls through|fell through|blocks?|blocked|blocking|vetoe?s|vetoed|"
    r"halts?|halted|drop(?:s|ped)? (?:its |the )?(?:[$€£][\d.,]+\s?\w* )?(?:bid|plans?|offer|pursuit|deal)|"
    r"no plans? to|not (?:for sale|planning|in talks|considering)|rules out|ruled out|shelves|"
    r"shelved|ditches|ditched|ends? (?:talks|partnership|deal|merger)|ended (?:talks|partnership)|"
    r"back(?:s|ed|ing)? out|turn(?:s|ed)? down|unwind|weist zurück|dementiert|abgesagt|gescheitert|"
    r"geplatzt|platzt|scheitert|dément|rejette|"
    r"renonce|desmiente|rechaza|smentisce|rifiuta)\b",
    re.I,
)
_RUMOURED = re.compile(
    r"\b(?:in (?:\w+ )?(?:\w+ )?talks|talks (?:to|with|for|on|over|about)|(?:advanced|early|"
    r"preliminary|exclusive|final|late-stage) (?:talks|discussions|negotiations)|in (?:discussions|"
    r"negotiations)|"
    r"(?:is|are|was) (?:said|reportedly|considering|exploring|weighing|mulling|rumou?red|thinking (?:of|about)|"
    r"understood|believed|thought)|said to|reportedly|(?<!much-)(?<!long-)(?<!widely-)rumou?red|"
    r"rumou?rs?|leaks?|leaked|"
    r"speculation|"
    r"considers?|considering|weighs|weighing|mulls|mulling|explores|exploring|eyes|eyeing|eyed|"
    r"nears|nearing|close to|closes in on|closing in on|could|(?<!\bin )(?<!\bof )(?<!\bby "
    r")(?<!\bon )(?<!since )(?<!from )"
    r"(?<!until )(?<!this )(?<!next )(?<!last )(?<!late )(?<!early )may(?! \d)|might|"
    r"express(?:es)? interest|interest in buying|working with advis[eo]rs|hires? advis[eo]rs|"
    r"shortlists?|shortlisted|people familiar|sources say|(?<!-)sources|insiders|attracts? (?:takeover "
    r")?interest|"
    r"bids expected|seeking (?:a )?buyers?|approached|prepares (?:\w+ ){0,2}(?:offer|bid)|"
    r"preparing (?:a |an )?(?:offer|bid)|looking at|tipped|spotted|"
    r"angeblich|erwägt|erwägen|prüft|offenbar|laut insidern|insider|kreisen|gespräche[n]?|"
    r"verhandelt|verhandlungen|könnte|soll (?:kurz )?vor|"
    r"envisage|envisagerait|serait|négocie|négociations|pourrait|selon des sources|estudia|negocia|"
    r"podría|valuta|tratta|trattative|potrebbe)\b",
    re.I,
)
_OUTLETS = r"(?:wsj|ft|bloomberg|reuters|nyt|cnbc|the information|handelsblatt|les echos|nikkei)"
_ATTRIBUTED = re.compile(
    r"^(?:report|rumou?rs?|sources)\s?:"
    r"|(?:[:,\-–—]\s*(?:report|reports|(?:media )?sources?(?: say| said)?|media reports?|report says|rpt)\s*$)"
    r"|\((?:report|sources)\)\s*$"
    r"|\baccording to (?:\w+ )?(?:people|sources?|persons?|insiders|a person|two people|a report)\b",
    re.I,
)
_NAMED_OUTLET = re.compile(rf"[:,\-–—]\s*{_OUTLETS}(?: says| reports)?\s*$", re.I)
_PLANNED = re.compile(
    r"\b(?:plans?|planned|planning|aims?|aiming|intends?|intending|seeks?|seeking|sought|proposes?|"
    r"proposed|proposing|proposal|wants? to|hopes? to|expects? to|looks? to|looking to|set to|"
    r"prepar(?:es|ing)|"
    r"will|would|next (?:week|month|year|quarter)|files? for|filed for|filing|files|filed|offers? "
    r"to (?:buy|acquire|purchase)|bids? for|launches (?:a )?(?:bid|offer)|makes? (?:a |an )?(?:\S+ "
    r")?(?:bid|offer)|option to|"
    r"later this year|upcoming|soon|gears? up|gearing up|moves? toward|plant|planen|will künftig|"
    r"beabsichtigt|möchte|prévoit|compte|souhaite|projette|planea|prevé|punta a)\b",
    re.I,
)


def denied(text: str, start: int, end: int) -> re.Match[str] | None:
    return _DENIED.search(text, start, end)


def rumoured(text: str, start: int, end: int) -> re.Match[str] | None:
    return _RUMOURED.search(text, start, end) or _ATTRIBUTED.search(text, start, end)


def planned(text: str, start: int, end: int) -> re.Match[str] | None:
    return _PLANNED.search(text, start, end)


_UNSURE = re.compile(r"\b(?:potentially|alleged(?:ly)?|reportedly|suspected|rumou?r\w*)\b", re.I)
_MAYBE = re.compile(
    r"\b(?:may|might|could) have (?:been )?\w+|\b(?:investigat|prob|look)\w* (?:into )?(?:an? "
    r")?(?:possible|potential|apparent|suspected)\b",
    re.I,
)
_OWNED_UP = re.compile(r"\b(?:confirm\w*|admit\w*|says?|said|disclos\w*|notif\w*|reveals?|warns?)\b", re.I)
_NO_BREACH = re.compile(r"\b(?:denies|denied|denying|bestreitet|dément|no evidence of (?:a )?breach|refutes)\b", re.I)


def of_breach(text: str) -> Status:
    """Status of a breach: what a gang claims is news, what somebody only suspects is a rumour."""
    if _NO_BREACH.search(text):
        return Status.DENIED
    if _MAYBE.search(text):
        return Status.RUMOURED
    return Status.RUMOURED if _UNSURE.search(text) and not _OWNED_UP.search(text) else Status.ANNOUNCED


def match_span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.field, match.start(), match.end(), match.group())


def read(line: Line, group: tuple[int, int]) -> tuple[Status, Span | None]:
    """Status from the verb group (tokens), else from whom the line names as its source."""
    start, end = line.toks[group[0]].start, line.toks[group[1] - 1].end
    for find, status in ((denied, Status.DENIED), (rumoured, Status.RUMOURED), (planned, Status.PLANNED)):
        if match := find(line.text, start, end):
            source = attributed(line) or _NAMED_OUTLET.search(line.text, line.start, line.end)
            if status is Status.PLANNED and source:
                return Status.RUMOURED, match_span(line, source)
            return status, match_span(line, match)
    if source := attributed(line):
        return Status.RUMOURED, match_span(line, source)
    return Status.ANNOUNCED, None


def attributed(line: Line) -> re.Match[str] | None:
    """A line that ends by naming its source: ": Report", ", sources say"."""
    return _ATTRIBUTED.search(line.text, line.start, line.end)
