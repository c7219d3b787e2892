"""German clauses, turned from whoever said them to "Sie": pronouns, possessives, verbs and their place. Pure.

What is not sure is None, and its caller quotes it. A clause is what stands between commas; its verb is the last word.
"""

from __future__ import annotations

import re

from campaigns.people.verbs_de import as_sie, case_of, followed_by_two, helps, is_prefix, is_verb
from campaigns.story.lexicon import words

_FIRST = re.compile(r"\b(?:ich|mich|mir|mein(?:e[mnrs]?)?|wir|uns|unser(?:e[mnrs]?)?)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:ich|mich|mir|wir|uns|unser\w*)\b", re.IGNORECASE)
_OF_OURS = re.compile(r"\b(?:mein|unser)(?:(?:e[mnrs]?)?(?:twegen|thalben|tseits|seits|gleichen)|einer|eins)\b", re.I)
_DU = re.compile(
    r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?|"
    r"ihr (?:mich|mir|uns|nie|nicht|immer|zu|so|alle|das|die|den|es|keinen?|(?:mein|unser)\w*))\b",
    re.IGNORECASE,
)
_SIE = re.compile(r"\A[Ss]ie\b|\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")  # they, or you: who was meant is not known
_SENTENCES = re.compile(r"[.!?:;]\s")
_BETWEEN = re.compile(r"(\s*[,–—]\s+|\s+(?=(?:dass|weil|wenn|ob|obwohl|bevor|nachdem|damit|sobald|solange|während)\b))")
_JOINED = re.compile(r"(\s+(?:und|oder|aber|sondern)\s+)")
_TO = re.compile(r"\bzu \w+n\Z|(?<=[a-zäöü])zu\w+en\Z")
_DEPENDS = words(
    """dass weil wenn ob obwohl bevor nachdem sobald solange damit wer was wie wo woran warum wann wem wen der die das
    den dem deren dessen denen um ohne statt anstatt bis seit seitdem während als welche welcher welches"""
)
_POINTS = words("der die das den dem")
_OPENS = words("ich wir mir mich uns es das")
_REFLEXIVE = {"mich": "ich", "mir": "ich", "uns": "wir"}
_DATIVE_AFTER = words("bei mit von zu nach aus seit außer gegenüber")
_ACCUSATIVE_AFTER = words("für ohne gegen durch um auf über")
_AT_US = {"lieg": "Ihnen", "häng": "Ihnen", "denk": "Sie", "glau": "Sie", "wend": "Sie", "schr": "Sie", "erin": "Sie"}
_EITHER_AFTER = words("an hinter in neben unter vor zwischen")


def to_sie(text: str) -> str | None:
    """A clause with its verb at the end, spoken to the reader; None where that is not sure. What tells of nobody stays,
    and so does what was written down to "Sie" already."""
    if _DU.search(text) or _OF_OURS.search(text):
        return None
    if not _FIRST.search(text):
        return text
    if _SIE.search(text) or _SENTENCES.search(text):
        return None
    text = _verb_last(text) or ""
    clauses = _BETWEEN.split(text)
    alone = any("ich" in _low(one) for one in clauses)
    done = [one if at % 2 else _clause(one, alone) for at, one in enumerate(clauses)]
    if not text or None in done:
        return None
    out = "".join(one or "" for one in done)
    return None if _OURS.search(out) else out


def _low(text: str) -> list[str]:
    return text.casefold().split()


# --- the verb's place ---------------------------------------------------------------------------------------------


def _verb_last(text: str) -> str | None:
    """The text as it stands behind "dass": of a plain sentence ("wir verlieren Kunden") the verb goes to its end."""
    first, *rest = re.split(r"(?=\s*[,–—]\s)", text, maxsplit=1)
    subject, *words = first.split()
    if len(words) < 2 or subject.casefold() not in _OPENS:
        return text
    verb, *others = words
    split = others.pop() if is_prefix(others[-1]) and not helps(verb) else ""
    if not is_verb(split + verb, subject.casefold()) or (not split and _stands_last(others[-1], subject)):
        return text
    if any(one in ("und", "oder", "aber", "sondern", "denn", "doch") for one in others) or not _all_depend(rest):
        return None
    at = len(others) - 2 * (helps(verb) and followed_by_two(others))
    return " ".join([subject, *others[:at], split + verb, *others[at:]]) + "".join(rest)


def _stands_last(word: str, subject: str) -> bool:
    """Whether the verb is at the end already, as in "uns gefallen hat", where another word could be taken for it."""
    return subject.casefold() not in ("ich", "wir") and is_verb(word, "they")


def _all_depend(rest: list[str]) -> bool:
    """Whether what follows are clauses that hang on the first. "das ärgert alle" does not: its end is no verb."""
    following = [one.split() for one in re.split(r"\s*[,–—]\s+", "".join(rest)) if one.strip()]
    return all(
        one[0].casefold() in _DEPENDS and (one[0] not in _POINTS or re.search(r"(?:t|n|te)\Z", one[-1]))
        for one in following
    )


# --- one clause ---------------------------------------------------------------------------------------------------


def _clause(text: str, alone: bool) -> str | None:
    """`alone`: somewhere an "ich" is the subject, so that its verbs may stand here, too."""
    low = _low(text)
    if "ich" in low and "wir" in low:
        return None
    parts = _JOINED.split(text)
    if "ich" in low:
        agreed = _agreed(parts)
        if agreed is None:
            return None
        parts = agreed
    elif alone and low and is_verb(low[-1], "only ich"):
        return None
    turned = [one if at % 2 else _part(one, parts[:at], text) for at, one in enumerate(parts)]
    return None if None in turned else "".join(one or "" for one in turned)


def _agreed(parts: list[str]) -> list[str] | None:
    """The parts, joined by "und" and the like, with the verbs of "ich" in the form of "Sie"."""
    first = next(at for at, one in enumerate(parts) if "ich" in _low(one))
    out, found = list(parts), False
    for at in range(first, len(parts), 2):
        said, last = parts[at].split(" "), at == len(parts) - 1
        sie = as_sie(said, final=last)
        if sie is None or (not last and _adjectives(said[-1], parts[at + 2])):
            continue
        if not is_verb(said[-1], "only ich" if at > first else "ich") and not (last and at == first):
            return None  # "ich kam und keiner da war": whose verb it is, its form does not tell
        out[at], found = " ".join(sie), True
    return out if found or _among_others(_low("".join(parts))) else None


def _adjectives(word: str, following: str) -> bool:
    """Whether a word in front of "und" is one of two adjectives: "alte und neue Kunden"."""
    nearest = following.split(" ")[0]
    return not is_verb(word, "ich") and nearest.endswith("e") and nearest.islower()


def _among_others(low: list[str]) -> bool:
    """Whether "ich" is one of several subjects, whose verb, at the end, has the form of "Sie" already."""
    at = low.index("ich")
    return "und" in (low[max(0, at - 1)], [*low, ""][at + 1]) and low[-1].endswith("n")


def _part(text: str, before: list[str], clause: str) -> str | None:
    words = text.split(" ")
    low = [one.casefold() for one in words]
    subject = next((one for one in ("ich", "wir") if one in low), "")
    earlier = any(one in _low("".join(before)) for one in ("ich", "wir"))
    out: list[str | None] = []
    for at, word in enumerate(low):
        if word in ("ich", "wir"):
            out.append("Sie")
        elif word in _REFLEXIVE:
            out.append(_object(low, at, subject, earlier, clause))
        elif (own := re.fullmatch(r"(?:mein|unser)(e[mnrs]?|)", word)) and at < len(words) - 1:
            out.append(f"Ihr{own.group(1)}")
        else:
            out.append(words[at])
    return None if None in out else " ".join(one or "" for one in out)


def _object(low: list[str], at: int, subject: str, earlier: bool, clause: str) -> str | None:
    """ "mich", "mir" or "uns" at this place: "sich" where it is the subject's own, else by its case."""
    word = low[at]
    if subject:
        return "sich" if _REFLEXIVE[word] == subject and subject in low[:at] else None
    if earlier or _TO.search(" ".join(low)):
        return None
    if word != "uns":
        return "Sie" if word == "mich" else "Ihnen"
    before = low[at - 1] if at else ""
    if before in _DATIVE_AFTER or before in _ACCUSATIVE_AFTER:
        return "Ihnen" if before in _DATIVE_AFTER else "Sie"
    if before in _EITHER_AFTER:
        return _AT_US.get(low[-1][:4]) if before == "an" else None
    return case_of(low[at + 1 :]) or case_of(_low(clause))
