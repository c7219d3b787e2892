"""Names of companies: one folded form for all the ways to write one name, a short form for people, domains.

Folding is for comparing and never shown. It joins spellings of one name (case, accents, punctuation, legal forms
before or after, a leading article) and keeps apart what only looks alike: letters of another script stay themselves.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from cleanco.termdata import terms_by_country, terms_by_type
from publicsuffixlist import PSLFILE, PublicSuffixList

from campaigns.words import lists

_BEGINNINGS = frozenset(lists("names")["beginning"])
_GLUED_BEGINNINGS = lists("names")["glued_beginning"]
_GLUED_ENDINGS = lists("names")["glued_ending"]
_HOUSE = frozenset(lists("names")["house"])
_ARTICLES = frozenset(("the",))
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_ASCII_BREAKS = str.maketrans(
    dict.fromkeys('!"#$%()*,-./:;<=>?@[\\]^_{|}~', " ") | {"'": "", "`": "", "&": " and ", "+": " and "}
)
_DOTTED = re.compile(r"(?<!\w)((?:\w[./]){1,12}\w?)(?!\w)")
_FORMER = re.compile(
    r"\(\s{0,3}(?:formerly|previously|ex|fka|f/k/a|vormals|anciennement|ex-)\s{0,3}:?\s{0,3}([^()]{2,60})\)", re.I
)
_PARENS = re.compile(r"\([^()]{0,120}\)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class _Visible(dict[int, int | None]):
    """Every character for itself, and nothing for those that only format; filled as they come."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) == "Cf" else code
        return self[code]


_VISIBLE = _Visible()
_ACCENTS = re.compile("[\u0300-\u036f]+")


def _plain(text: str) -> str:
    """Without compatibility forms, invisible characters, case and accents; voicing marks of kana stay."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).translate(_VISIBLE).casefold()
    text = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", text))


def tokens(text: str) -> list[str]:
    """The folded words of a text, legal forms and articles included."""
    plain = _plain(text)
    if "." in plain or "/" in plain:
        plain = _DOTTED.sub(lambda m: re.sub(r"[./]", "", m[1]) if len(m[1]) > 2 else m[1], plain)
    if not plain.isascii():
        plain = re.sub(r"[^\w\s&+]", " ", plain.replace("’", "").replace("‘", ""))
    return plain.translate(_ASCII_BREAKS).split()


def same_person(one: str, other: str) -> bool:
    """Do two names stand for one person: same last name, and first names that are equal or an initial of each other?"""
    left, right = tokens(one), tokens(other)
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    first, second = left[0], right[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


@cache
def _endings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Legal forms by their last token, longest first."""
    forms = {tuple(form.split("_")) for form in lists("names")["ending"]}
    for table in (terms_by_type, terms_by_country):
        for term in (t for terms in table.values() for t in terms):
            words = tuple(tokens(term))
            if sum(map(len, words)) >= 4 and words[-1] not in {"etat", "koop", "coop", "obrt", "teo", "ent"}:
                forms.add(words)
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        found.setdefault(form[-1], []).append(form)
    return {last: tuple(sorted(some, key=len, reverse=True)) for last, some in found.items()}


def _drop_ending(words: list[str]) -> int:
    """How many tokens at the end are a legal form; 0 when none, or when nothing would remain."""
    for form in _endings().get(words[-1], ()):
        if len(form) < len(words) and tuple(words[-len(form) :]) == form:
            return len(form)
    return 0


def _unglue(words: list[str]) -> list[str]:
    """Legal forms that East Asian names carry without a space."""
    for ending in _GLUED_ENDINGS:
        if words[-1].endswith(ending) and len(words[-1]) > len(ending):
            words = [*words[:-1], words[-1][: -len(ending)]]
            break
    for beginning in _GLUED_BEGINNINGS:
        if words[0].startswith(beginning) and len(words[0]) > len(beginning):
            words = [words[0][len(beginning) :], *words[1:]]
            break
    return words


def core(words: list[str]) -> list[str]:
    """Folded tokens without article and legal forms; never empty where `words` is not."""
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[0] in _BEGINNINGS:
        words = words[1:]
    if words and not (words[0].isascii() and words[-1].isascii()):
        words = _unglue(words)
    endings = _endings()
    while len(words) > 1 and words[-1] in endings and (count := _drop_ending(words)):
        words = words[:-count]
        if len(words) > 1 and words[-1] == "and":  # "Tiffany & Co."
            words = words[:-1]
    return words


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """One spelling for all: lower case, no accents, punctuation, article or legal form; words parted by a space."""
    return " ".join(core(tokens(_FORMER.sub(" ", name))))


def squash(folded: str) -> str:
    """The folded form without spaces, so that "Open AI" and "OpenAI" meet."""
    return folded.replace(" ", "")


def house(words: list[str]) -> list[str]:
    """`words` (a core) without "Group", "Holdings" and the like; the same list where there is none."""
    end = len(words)
    while end > 1 and words[end - 1] in _HOUSE:
        end -= 1
    return words if end == len(words) else core(words[:end])


def has_legal_form(name: str) -> bool:
    """Does the name, as written, carry a legal form?"""
    words = tokens(name)
    return len(core(words)) < len([w for w in words if w not in _ARTICLES])


def former_names(name: str) -> tuple[str, ...]:
    """Names that a row gives in brackets as former ones: "Accept (formerly Board)"."""
    return tuple(found.strip() for found in _FORMER.findall(name))


def transliterated(name: str) -> str | None:
    """The spelling with ae, oe, ue for German umlauts, or None where there are none."""
    other = unicodedata.normalize("NFC", name).translate(_UMLAUTS)
    return other if other != unicodedata.normalize("NFC", name) else None


def short_name(name: str) -> str:
    """The name as people say it: without legal form and brackets, in its own spelling."""
    bare = _PARENS.sub(" ", name.replace("㈱", "").replace("㈲", "")).strip() or name
    for beginning in _GLUED_BEGINNINGS:
        bare = bare.removeprefix(beginning).strip() or bare
    for ending in _GLUED_ENDINGS:
        bare = bare.removesuffix(ending).strip() or bare
    words = bare.replace(",", " ").split()
    while len(words) > 1 and (folded := tokens(words[0])) and folded[0] in _BEGINNINGS and words[0].isupper():
        words = words[1:]
    wanted = len(core(tokens(" ".join(words)))) + (bool(words) and words[0].casefold() in _ARTICLES)
    while len(words) > 1 and len(tokens(" ".join(words))) > max(wanted, 1):
        words = words[:-1]
    return " ".join(words).strip(" ,;-&") or name.strip()


# --- domains ------------------------------------------------------------------------------------------------------


@cache
def _suffixes(*, encoded: bool) -> PublicSuffixList:
    """The rules for hosts in ASCII; those that hold letters of other scripts only where a host is `encoded`. Reading
    them is most of what the first look at a domain costs, and most hosts need none."""
    with Path(PSLFILE).open(encoding="utf-8") as lines:
        rules = [line.split(" ")[0].strip() for line in lines if not line.startswith("//")]
    wanted = (rule.encode("idna").decode("ascii") for rule in rules) if encoded else filter(str.isascii, rules)
    return PublicSuffixList(wanted, accept_encoded_idn=False)


_PLAIN = re.compile(r"[a-z0-9-]{4,}\.(?:com|de|fr|it|es|nl|se|ch|ai|eu|in)")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://|//)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.I)


@lru_cache(maxsize=10_000)
def registrable_domain(url_or_host: str) -> str | None:
    """The domain that somebody registered ("https://blog.acme.co.uk/x" gives "acme.co.uk"), or None."""
    if _PLAIN.fullmatch(url_or_host):  # most rows of a list of accounts; the full rule costs ten times as much
        return url_or_host
    found = _HOST.match(url_or_host.strip())
    host = found[1].strip(".").lower() if found else ""
    if "." not in host or host.replace(".", "").isdigit() or "@" in host:
        return None
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    domain = _suffixes(encoded="xn--" in host).privatesuffix(host)
    return str(domain) if domain else None


# --- look-alikes --------------------------------------------------------------------------------------------------

_LOOKS = dict(zip("авеікмнорстухјѕԁɡһαβεικνορτυχ", "abeikmhopctyxjsdghabeikvoptux", strict=True))


def _scripts(word: str) -> set[str]:
    return {unicodedata.name(c, "?").split()[0] for c in word if c.isalpha()}


def look_alike(name: str) -> str | None:
    """The Latin spelling that a name with Cyrillic or Greek letters imitates, or None where none is imitated.

    Only for warnings: "Аcme" with a Cyrillic first letter is another name, and somebody may hope that nobody sees it.
    """
    lowered = unicodedata.normalize("NFKC", name).casefold()
    if not _scripts(lowered) & {"CYRILLIC", "GREEK"}:
        return None
    skeleton = "".join(_LOOKS.get(c, c) for c in lowered)
    return skeleton if _scripts(skeleton) <= {"LATIN"} else None
