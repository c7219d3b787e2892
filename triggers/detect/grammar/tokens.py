"""Clean text -> lines of tokens. A line is a sentence; inside it, strong punctuation parts segments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as part
from typing import Any

from triggers.detect.grammar.datelines import dateline
from triggers.detect.grammar.folding import fold
from triggers.detect.grammar.gates import stand
from triggers.detect.grammar.lexicon import words
from triggers.types import TextField

READ_CHARS = 1_000  # of a summary; what stands later is background more often than news
READ_LINES = 4

_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,:;)])|"  # most words at once; none of what follows fits where one of these marks comes next
    r"(?:BRIEF|UPDATE|EXCLUSIVE|Exclusive|CORRECTED|RPT|WRAPUP|REFILE|MOVES|SCOOP)-(?=[A-Z])"  # agencies open lines so
    r"|\d-(?=[A-Z][a-z])"
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|(?<![\w.])(?<!Series )(?<!series )[A-Z]\.(?= \(?[A-Z][a-z]| [A-Z]\. [A-Z][a-z])"  # Mara J. Lind
    r"|(?:Inc|Co|Corp|Ltd|Cos|Bros|St|Mr|Mrs|Ms|Dr|Jr|Sr|vs|Rs|No|Mio|Mrd|Mn|Cr|Pty|Pte|Prof|approx|ca|Bn)\.(?=\W|$)"
    r"|\d[\d,.]*\d(?:[A-Za-z]+)?|\d[A-Za-z]*(?:-[A-Za-z]+)*"
    r"|[^\W_]+(?:[.'’&/+!\u2011-][^\W_]+|[-_])*\+?"
    r"|[^\w\s]|_"
)
_POSSESSIVE = re.compile(r"['’`´][sS]$")
_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-zß-ÿ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Co|Corp|Ltd|Cos|Bros|St|Mr|Mrs|Ms|Dr|Jr|Sr|vs|Rs|No|Mio|Mrd|Pty|Pte|Prof|Sen|Gov|Gen|approx|ca|"
    r"Ala|Ariz|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Neb|Nev|Okla|Ont|Ore|Tenn|Tex|Wash|Wis|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|(?:\b[A-Za-z]\.)+[A-Za-z]|\b[A-Z])\.$"
)
_ORDINAL = re.compile(  # "am 1. Januar", "die 5. Auflage"; only before words that German counts so
    r"\D{0,2}\b\d{1,2}\.\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|"
    r"November|Dezember|Quartal|"
    r"Halbjahr|Generation|Auflage|Jahr(?:es)?|Mal|Platz)\b"
)
_MAY_OWN = "sSzx"  # a mark behind a word that ends so makes it an owner
_STRONG = frozenset(";|:•·►»«")
_DASHES = frozenset("–—-")


@dataclass(slots=True, eq=False)
class Tok:
    """One token. `word` and `low` come without a possessive ending; `start` and `end` cover the word only."""

    word: str
    low: str
    start: int
    end: int
    cap: bool  # holds a capital letter
    poss: bool
    alpha: bool  # starts with a letter
    num: bool  # starts with a digit
    glued: bool  # no space before it


@dataclass(slots=True)
class Line:
    """One sentence of a field with its tokens, which are cut when they are first asked for: most sentences below a
    headline are only searched. `shouting` tells headlines in capitals, `titled` those In Title Case."""

    field: TextField
    text: str  # the whole field; token offsets point into it
    start: int
    end: int
    titled: bool = False
    shouting: bool = False
    toks: list[Tok] = part(init=False)
    lows: frozenset[str] = part(init=False)

    def __getattr__(self, name: str) -> Any:
        """Only asked for what is not there yet: the tokens, and the small letters of each."""
        if name not in ("toks", "lows"):
            raise AttributeError(name)
        toks = _tokens(self.text, self.start, self.end)
        self.toks = fold(self.text, toks, frozenset([t.low for t in toks]))
        self.lows = frozenset([t.low for t in self.toks])
        return getattr(self, name)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, but not with, token `last`."""
        return self.text[self.toks[first].start : self.toks[last - 1].end] if last > first else ""

    @property
    def content(self) -> str:
        return self.text[self.start : self.end]


def lines(text: str, where: TextField, *, limit: int = READ_LINES, later: frozenset[str] = frozenset()) -> list[Line]:
    """The first sentences of a text, tokenised; behind the first only those in which one of the words `later` stands,
    or stands as a part of another."""
    text = text if len(text) <= READ_CHARS else text[:READ_CHARS]
    found: list[Line] = []
    for start, end in _sentences(text, dateline(text), limit):
        said = text[start:end]
        if said.strip() and (not (found and later) or stand(later, said.lower())):
            found.append(line(text, where, start, end))
    return found


_SMALL_IN_TITLES = words("with from over into amid after before than that their this will under upon via")


def line(text: str, where: TextField, start: int, end: int) -> Line:
    made = Line(where, text, start, end)
    if where == "title":
        aside = text.find(" (", start + 12, end)  # "(3 minute read)" says nothing about the headline's case
        shut = text.find(")", aside, end) if aside >= 0 else -1
        words = [t for t in made.toks if t.alpha and (aside < 0 or t.start < aside or -1 < shut < t.start)]
        long_words = [t.cap for t in words[1:] if len(t.word) > 3 and t.low not in _SMALL_IN_TITLES]
        made.titled = len(long_words) >= 2 and sum(long_words) >= 0.72 * len(long_words)
        made.shouting = len(words) > 2 and sum([t.word.isupper() for t in words]) >= 0.8 * len(words)
    return made


def _sentences(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    count = 0
    for match in _BREAK.finditer(text, start):
        if _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1) and text[match.start()] == ".":
            continue
        if _ORDINAL.match(text, max(start, match.start() - 3)):
            continue
        yield start, match.end()
        start, count = match.end(), count + 1
        if count >= limit:
            return
    if start < len(text):
        yield start, len(text)


def _tokens(text: str, start: int, end: int) -> list[Tok]:
    found: list[Tok] = []
    last, closed = start, -1
    for match in _TOKEN.finditer(text, start, end):
        word, a, b = match.group(), match.start(), match.end()
        if word.isalpha() and word[-1] not in _MAY_OWN:  # most words: nothing but letters, and no owner
            low = word.lower()
            found.append(Tok(word, low, a, b, low != word, False, True, False, a == last and a > start))
            last = b
            continue
        if a == closed:  # the mark of a possessive that ends in s
            last = b
            continue
        poss = False
        first = word[0]
        alpha = first.isalpha()
        if alpha and (cut := _POSSESSIVE.search(word)):
            word, b, poss = word[: cut.start()], a + cut.start(), True
        elif alpha and word[-1] in _MAY_OWN and b < end and text[b] in "’'" and (b + 1 == end or text[b + 1] == " "):
            poss = not _opened(text, a, start)
            closed = b if poss else -1
        if (
            alpha and word[1:2] in ("'", "’") and word[0] in "dl" and word[2:3].isupper()
        ):  # "d'Acme": no part of the name
            found.append(Tok(word[:2], word[0] + "'", a, a + 2, False, False, True, False, a == last and a > start))
            a, word = a + 2, word[2:]
        if alpha and "-" in word and (parts := _compound(word)):
            head, word = parts
            cut_at = a + len(head)
            found.append(Tok(head, head.lower(), a, cut_at, True, False, True, False, a == last and a > start))
            a = cut_at + 1
        low = word.lower().replace("’", "'")
        found.append(Tok(word, low, a, b, low != word, poss, alpha, first.isdigit(), a == last and a > start))
        last = match.end()
    return found


_TAILS = re.compile(
    r"(?:\w*(?:chef|chefin|vorstand|vorständin|tochter|mutter|manager|managerin|gründer|gründerin|"
    r"vorsitzender|aufsichtsrat|startup|konkurrent|rivale|zulieferer|konzern|patron|"
    r"pdg)|ceo|cfo|coo|cto)$",
    re.I,
)
_PREFIXES = words("""ex co vice non sub mid self start vorstands top ki it e-commerce tech auto""")


def _compound(word: str) -> tuple[str, str] | None:
    """ "Acme-Finanzchef" names Acme and the post: two tokens."""
    head, _, tail = word.rpartition("-")
    if head[:1].isupper() and head.lower() not in _PREFIXES and _TAILS.match(tail):
        return head, tail
    return None


def _opened(text: str, at: int, start: int) -> bool:
    """Whether a single quotation mark was opened before, so that the one after this word closes it."""
    before = text[start:at]
    return "‘" in before or before.startswith("'") or " '" in before


def is_break(line_: Line, i: int) -> bool:
    """Whether token `i` parts two segments of a headline."""
    tok = line_.toks[i]
    if tok.word in _STRONG:
        return tok.word != ":" or not (i + 1 < len(line_.toks) and line_.toks[i + 1].glued)
    return tok.word in _DASHES and not tok.glued


def segment(line_: Line, i: int) -> tuple[int, int]:
    """First and last (exclusive) token of the segment that token `i` stands in."""
    first, last, count = i, i, len(line_.toks)
    while first > 0 and not is_break(line_, first - 1):
        first -= 1
    while last < count and not is_break(line_, last):
        last += 1
    return first, last
