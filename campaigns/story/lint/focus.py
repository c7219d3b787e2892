"""SELF001 SELF002: whom the text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from campaigns.story.lexicon import any_of
from campaigns.story.lint.text import Telling
from campaigns.story.lint.tongue import language_of
from campaigns.story.masked import BOUND, SENDER
from campaigns.types import Finding, Segment

WARN, ERROR, READER_REFERENCES = 0.40, 0.55, 2
_SENDER_EN = re.compile(
    r"(?<![\w'’])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves|WE|MY|OUR)"
    r"(?:['’](?:m|ve|d|ll|re))?(?![\w])"
)
_READER_EN = re.compile(
    r"(?<![\w'’])(?:you|your|yours|yourself|yourselves)(?:['’](?:ve|d|ll|re))?(?!\w)", re.IGNORECASE
)
_SENDER_DE = re.compile(
    r"(?<!\w)(?:ich|mich|mir|mein(?:e|em|en|er|es|s)?|wir|uns|unser(?:e|em|en|er|es|s)?|unsre\w?)(?!\w)", re.IGNORECASE
)
_READER_DE = re.compile(
    r"(?<!\w)(?:Sie|Ihnen|Ihr(?:e|em|en|er|es|s)?|Ihrerseits|[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e|em|en|er|es|s)?|[Ee]uch|"
    r"[Ee]uer|[Ee]ure[mnrs]?)(?!\w)"
)
# "Macht ihr das?", "was ihr habt": only the second person plural has such verbs beside the pronoun.
_YOU_ALL_DE = re.compile(
    r"(?:\b(?:[Hh]abt|[Ss]eid|[Ww]erdet|[Kk]önnt|[Ww]ollt|[Mm]üsst|[Ss]ollt|[Dd]ürft|[Mm]ögt|[Mm]acht|[Ww]isst|"
    r"[Ll]asst|[Tt]ut)"
    r" ihr\b|\bihr (?:\w+ ){0,6}(?:habt|seid|werdet|könnt|wollt|müsst|sollt|dürft|macht|wisst)\b)"
)
_SENDER_PATHS = ("sender.", "tie.teammate")
_READER_PATHS = (
    *("contact.name", "contact.first_name", "contact.last_name", "contact.salutation"),
    *("account.name", "account.short_name"),
)
_SPEAKS = ("promise.text", "concern.heard_by")  # bound text in which the sender speaks
GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|"
    r"sehr geehrte[rs]?|moin|servus|grüß gott|grüezi)\b[^.!?\n]{0,60}?[,!:–—\n]|(?:hi|hello|hey|hallo)\.)\s*",
    re.IGNORECASE,
)
_QUOTES = frozenset('"“„«»')
_OPENERS_EN = any_of(
    "in|on|among|around|over|(?:over )?(?:here )?at|from|with|as|hello from|greetings from|this is|let|allow"
)
_OPENERS_DE = any_of(
    """(?:hier )?bei|hier (?:schreibt|ist)|mit|von|als|darf|gestatten Sie|lassen Sie|hiermit|heute schreibe
    kurz möchte|gerne? möchte"""
)


# "With great interest we read …": only words of the sender's before the pronoun.
_SOON_EN = re.compile(
    r"(?:(?!you|your|if)[\w'’-]+,? ){1,4}(?:(?:I|we)(?:['’]\w+)? \w|our (?:[\w-]+ ){1,3}(?:has|have|is|are|\w+ed)\b)",
    re.IGNORECASE,
)
_PARTICIPLE_EN = re.compile(
    rf"\w{{3,}}ing (?:(?!you|your)[\w'’{BOUND}-]+ ){{0,10}}(?:(?!you|your)[\w'’{BOUND}-]+), (?:I|we)\b", re.IGNORECASE
)
_SOON_DE = re.compile(
    rf"(?:(?!(?-i:Sie|Ihnen|Ihre?\w?)\b|wenn|ob|dass)[\w{BOUND}-]+,? ){{1,4}}(?:ich|wir|unsere? \w+ (?:hat|haben))\b",
    re.IGNORECASE,
)
# In a brief for a call the reader is told about somebody else: the contact.
_CALLED = {
    False: re.compile(r"(?<![\w'’])(?:they|them|their|theirs|he|him|his|she|her|hers)(?!\w)", re.IGNORECASE),
    True: re.compile(r"(?<!\w)(?:sie|ihnen|ihr(?:e|em|en|er|es)?|er|ihm|ihn)(?!\w)"),
}
# "As a team we look …": the sender in a role, with no reader in between.
_AS_EN = re.compile(
    rf"(?:as (?:an?|the|our|fellow) (?:(?!you)[\w,{BOUND}]+ ){{1,6}}|it (?:is|was) (?:\w+ ){{1,4}}that )(?:I|we)\b",
    re.IGNORECASE,
)
_AS_DE = re.compile(rf"als (?:(?!Sie)[\w{BOUND}]+ ){{1,7}}(?:ich|wir)\b", re.IGNORECASE)


# "The team at Tidewell has read …", "about me: …": our house or self within the first words, and no reader before it.
_NEAR = {
    False: re.compile(
        rf"(?!there\b)(?:(?!you|your|yours)[\w'’-]+,? ){{1,5}}{SENDER}|"
        r"(?:[\w'’-]+,? ){0,6}about (?:me|us|myself|ourselves)\b",
        re.IGNORECASE,
    ),
    True: re.compile(
        rf"(?:(?!(?-i:Sie|Ihnen|Ihre?\w?)\b|du|dir|dich)[\w-]+,? ){{1,5}}{SENDER}|"
        r"(?:[\w-]+,? ){0,4}(?:zu|über) (?:mir|uns|mich|meiner Person)\b",
        re.IGNORECASE,
    ),
}


# The sender's own within the first words: "nobody in our office", "ein halbes Leben hat mich gelehrt".
_OURS = {
    False: re.compile(r"(?<![\w'’])(?:I|[Mm]y|[Ww]e|[Oo]ur|taught me|told me)(?:['’](?:m|ve|d|ll|re))?(?!\w)"),
    True: re.compile(
        r"(?<!\w)(?:[Ii]ch|[Ww]ir|[Mm]ein(?:e[mnrs]?)?|[Uu]nser(?:e[mnrs]?)?|(?:hat|haben) mich|was mir)(?!\w)"
    ),
}
# Where somebody else has come in before: the reader, what is bound, a second sentence, or what somebody said or saw.
_ELSE = {
    False: re.compile(
        rf"(?<![\w'’])(?:you|your|yours)(?!\w)|[{BOUND}.!?;:]|,? (?:and|but|so|or|as|"
        rf"(?:that|which|who|what)(?! (?:my|our|I|we|crossed my)\b)) |"
        rf"\A(?:there|if)\b|\bthere (?:is|are)\b|\A(?:this|that|it) is (?!me\b|us\b|{SENDER})",
        re.IGNORECASE,
    ),
    True: re.compile(
        rf"(?<!\w)(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ich|[Dd]eine?[mnrs]?)(?!\w)|[{BOUND}.!?;:]|"
        r",? (?:und|aber|oder|(?:dass|wer|was)(?! (?:mein\w*|unser\w*|ich|wir|mir)\b)) |\A(?:es gibt|wenn|falls)\b"
    ),
}


def references(telling: Telling, names: tuple[str, ...]) -> tuple[int, int]:
    """(to the sender, to the reader) in the body; `names` are the sender's beside those that are bound."""
    spoken = _spoken(telling)
    called = telling.story.shape == "call" or telling.story.medium == "call"
    ours, theirs = _pronouns(spoken, german=telling.german, called=called)
    ours += len(_any_name(names).findall(spoken)) if names else 0
    for part in telling.segments:
        ours += _about(part, _SENDER_PATHS)
        theirs += any(path in _READER_PATHS for path in part.paths)
    return ours, theirs


@lru_cache(maxsize=4)  # asked twice for one text: by SELF001 and for the measures
def _pronouns(spoken: str, *, german: bool, called: bool) -> tuple[int, int]:
    """Words that stand for the sender, and for the reader."""
    sender, reader = (_SENDER_DE, _READER_DE) if german else (_SENDER_EN, _READER_EN)
    theirs = len(reader.findall(spoken)) + (len(_YOU_ALL_DE.findall(spoken)) if german else 0)
    return len(sender.findall(spoken)), theirs + (len(_CALLED[german].findall(spoken)) if called else 0)


def _about(part: Segment, prefixes: tuple[str, ...]) -> bool:
    return any(path.startswith(prefixes) for path in part.paths)


@lru_cache(maxsize=512)
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


@lru_cache(maxsize=512)
def _any_name(names: tuple[str, ...]) -> re.Pattern[str]:
    """The longest first: a product that is named after its company is one reference."""
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _spoken(telling: Telling) -> str:
    """What is said in the sender's voice: literal text and promises, not what others said."""
    return "".join(
        part.text if not part.paths or any(path in _SPEAKS for path in part.paths) else BOUND * len(part.text)
        for part in telling.segments
    )


def ratio(telling: Telling) -> float:
    """Sender references ÷ all references, as SELF001 counts them; 0 where there are none."""
    return _share(*references(telling, telling.names))


def _share(ours: int, theirs: int) -> float:
    return ours / (ours + theirs) if ours + theirs else 0.0


def self_focus(telling: Telling) -> Iterator[Finding]:
    if not telling.known_language or language_of(telling.text, telling.story.language) != telling.story.language:
        return  # pronouns of another language are not counted; LANG001 says so
    ours, theirs = references(telling, telling.names)
    share = _share(ours, theirs)
    if theirs < READER_REFERENCES:
        message = f"the reader is named {theirs} times, and at least {READER_REFERENCES} are wanted"
        yield telling.finding("SELF001", "error", message)
    elif share > WARN:
        counted = f"self-focus {share:.2f} (we {ours}, you {theirs})"
        if share > ERROR:
            message = f"{counted}; never above {ERROR:.2f}, and at best {WARN:.2f} or less"
            yield telling.finding("SELF001", "error", message)
        else:
            yield telling.finding("SELF001", "warn", f"{counted}; better {WARN:.2f} or less")


def opening(telling: Telling) -> Iterator[Finding]:
    """After salutation and vocative, the first sentence starts with the sender."""
    start = _after_salutation(telling)
    first = telling.signed[start : start + 120].lstrip("\"'“„«» ")
    if telling.literal[start : start + 1] in _QUOTES:
        return  # words of somebody else
    sender = _SENDER_DE if telling.german else _SENDER_EN
    openers = _OPENERS_DE if telling.german else _OPENERS_EN
    lead = openers.match(first)
    rests = [first, first[lead.end() :].lstrip(", ") if lead else ""]
    part = telling.segment_at(start)
    roles = [_AS_DE, _SOON_DE] if telling.german else [_AS_EN, _SOON_EN, _PARTICIPLE_EN]
    roles += [_NEAR[telling.german]] if telling.story.shape == "arc" else []
    role = _ours_first(first, german=telling.german) or any(
        found and not _named(telling, start, found.end()) for found in (one.match(first) for one in roles)
    )
    bound = part is not None and _about(part, _SENDER_PATHS)
    if bound or role or any(_starts(rest, sender, telling.names) for rest in rests if rest):
        yield telling.finding("SELF002", "warn", "the first sentence starts with the sender; start with them", start)


def _ours_first(first: str, *, german: bool) -> bool:
    """Whether the sender is what the first clause is about: nobody else was named before."""
    other = _ELSE[german].search(first)
    return bool(_OURS[german].search(first, 0, other.start() if other else len(first)))


def _named(telling: Telling, start: int, length: int) -> bool:
    """Whether the reader's own name stands in so many characters: then the sentence starts with both."""
    paths = [path for at, _, part in telling.spans() if start <= at < start + length for path in part.paths]
    return any(path in _READER_PATHS for path in paths)


def _starts(text: str, sender: re.Pattern[str], names: tuple[str, ...]) -> bool:
    return bool(sender.match(text)) or text.startswith(SENDER) or any(_name(name).match(text) for name in names)


def _after_salutation(telling: Telling) -> int:
    """Where the first sentence starts, after "Hello Ines," and after "Ines,"."""
    text = telling.text
    greeting = GREETING.match(text)
    start = greeting.end() if greeting else 0
    while start < len(text):
        vocative = re.match(r"\s*[^,.!?\n]{1,60}[,!–—:]\s*", text[start:])
        words = vocative and telling.signed[start : start + vocative.end()]
        part = telling.segment_at(start + len(text[start:]) - len(text[start:].lstrip()))
        only_name = words and not re.search(r"\w", words.replace(BOUND, ""))
        if not (vocative and only_name and part and any(path.startswith("contact.") for path in part.paths)):
            break
        start += vocative.end()
    return start + len(text[start:]) - len(text[start:].lstrip())
