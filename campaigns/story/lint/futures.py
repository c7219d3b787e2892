"""What is foretold to the reader: a bright outcome that somebody vows, though no "I promise" stands there.

A sentence foretells when it names when, or on what condition, something will be (an order and its fruit, a date, "as
soon as", "whoever"), and what comes is bright: an end of trouble, a "never again", a better state, their weekend back.
What was, what may be, and what costs foretells nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from campaigns.story.lexicon import phrases, words
from campaigns.story.lint.balance import spared
from campaigns.story.lint.setbacks import FAINT, GAIN_DE, GAIN_EN, REAL_COST_DE, REAL_COST_EN, WEAK

_WILL_EN = re.compile(
    r"\b(?:you|your(?: [\w-]+){1,3}?)(?:['’]ll| will| are going to| can look forward to| is going to)\b"
    r"(?! (?:be asked|have to|need|want to|notice|hear|see (?:who|what|where|that|how)|find out|wonder|know))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WILL_DE = re.compile(
    r"\b(?:Sie|Ihre?[nmrs]? (?:\w+ ){1,2}?|du|[Dd]eine?[nmrs]? (?:\w+ ){1,2}?) ?(?:werden|wird|wirst)\b(?P<rest>.*)|"
    r"\b(?:[Ww]erden|[Ww]irst|[Ww]ird) (?:Sie|du|Ihre?[nmrs]?)\b(?P<turned>.*)",
    re.DOTALL,
)
_EVERY = re.compile(
    r"\b(?:every single|always|from (?:then|now|that day|day one) on|without (?:a single|fail|effort)|"
    r"for good|ever after|at last|in no time|immer|von da an|ab (?:da|sofort|dann)|endlich|mühelos|"
    r"jede[nmrs]? einzelne\w*|"
    r"im Handumdrehen)\b",
    re.IGNORECASE,
)
_ONCE_AND_FOR_ALL = phrases("for_good")
# When it comes, on what condition, or to whom.
_THEN_EN = re.compile(
    r"\b(?:(?:with)?in|inside|after) (?:an?|the|one|two|three|no|\w+) (?:\w+ )?(?:fortnight|day|week|month|quarter|"
    r"hour|"
    r"year|season|evening|afternoon|morning)s?\b|"
    r"\bby (?:the (?:time|end|next|summer|autumn|spring|winter|first)|then|next|summer|autumn|spring|winter|christmas|"
    r"easter|noon|tomorrow)\b|\bwithin (?:\w+ )?(?:days|weeks|hours|months|minutes)\b|\bfrom the \w+ (?:\w+ )?on\b|"
    r"\b(?:as soon as|the (?:moment|minute|day|week)|once|whoever|whichever|"
    r"any(?:one|body) who|those who|every\w* (?:who|that))\b|\bfrom (?:then|that day|day one) on\b|"
    r"\A\W*(?:when|if|do|with)\b",
    re.IGNORECASE,
)
_ORDER_EN = re.compile(
    r"\A\W*(?!(?:some|most|many|people|teams|nobody|half|all|each|both|such|once|even|with|and|but|so|then|or|they|it|"
    r"in|on|at|to|for|from|by|that|this|these|those|there|here|what|when|where|who|one|someone|everyone|others|we|i|"
    r"you|"
    r"he|she|no|not|as|if|is|are|was|were|has|had|have|sit|can|may|half)\b)"
    r"[a-z]{2,}(?<!s)(?<!ed)(?<!ing)(?<!ly) (?:it|this|that|them|your|the|an?|on|with|down|up|out|one|to|for|all|in)\b"
    r"[^.;]*?(?:, and|, then| and| –| —|,) ",
    re.IGNORECASE,
)
_THEN_DE = re.compile(
    r"\b(?:binnen|innerhalb|in|nach) (?:\w+ ){0,3}(?:Tag|Woche|Monat|Stunde|Quartal|Jahr|Abend|Vormittag|Nachmittag)"
    r"\w{0,2}\b|\bbis (?:zum|zur|das|die|der|dahin) ?\w*|\b(?:sobald|vom \w+ (?:\w+ )?an|im (?:Herbst|Frühjahr|"
    r"Sommer|Winter)|von da an|ab dem Tag|ab da|künftig)\b|"
    r"\A\W*(?:wer|wenn|einmal|mit|bis|wo)\b|\b(?:jeder|alle), (?:der|die)\b",
    re.IGNORECASE,
)
_ORDER_DE = re.compile(r"\A\W*[A-ZÄÖÜ][a-zäöüß]+(?:en|ern|eln) Sie\b[^.;]*?(?:, und|, dann| und| –| —|,) ")
# An end of trouble, never again, theirs once more, better than it was: in the present or the future only.
_BRIGHT_EN = re.compile(
    r"\b(?:stops|stop(?! \w+ing)|ends?|vanish(?:es)?|melts?(?: away)?|disappears?|dissolves?|dries? up|dry up|"
    r"dies? (?:down|away)|"
    r"fades?|(?:falls?|goes) silent|shrinks?|halves?|doubles?|(?:drops?|sinks?|falls?|comes? down) to|goes? away|"
    r"(?:is|are) (?:gone|over|history|back|solved|cured|sorted|settled|done|yours|free|calm|full again)|sticks?|"
    r"(?:be|is|are) (?:yours|theirs) again|(?:back|returns?) (?:to (?:what|normal|where|how))|runs? (?:it|them)sel\w+|"
    r"takes? care of it\w*|by heart|sleeps? (?:through|well|soundly)|glides?|hums?|falls? into place|"
    r"(?:calm|quiet|fast|short|light|easi|happi|saf|cheap|strong|smooth|clear|simpl)(?:e?r)|"
    r"(?<!no )(?<!not )(?<!any )better|on (?:time|schedule)|every (?!day|week|month|morning|evening|time|year|hour)\w+|"
    r"nobody (?:will |would )?(?:remembers?|notices?|mentions?)|stop (?:shout|argu|fight|quarrel|complain|curs|yell|"
    r"grumbl|"
    r"los|wast|leav|quit|guess|search|wait|chas)ing|"
    r"never (?:again|\w+ (?:\w+ ){0,6}(?:again|any ?more))|no (?:longer|more)|not (?:\w+ ){1,5}any ?(?:more|longer)|"
    r"almost (?:none|nothing|no \w+)|next to (?:none|nothing))\b",
    re.IGNORECASE,
)
_BRIGHT_DE = re.compile(
    r"\b(?:(?:hört|hören) (?:[\w-]+ ){0,5}auf|endet|enden|verschwinde[tn]|(?:löst|lösen) sich|verstumm(?:t|en)|"
    r"schmilzt|"
    r"schmelzen|(?:sinkt|sinken|fällt|fallen|schrumpft|schrumpfen) (?:\w+ )?(?:auf|weg|gegen)|halbier\w+|verdoppel\w+|"
    r"(?:ist|sind) (?:\w+ ){0,5}(?:vorbei|weg|gelöst|erledigt|Geschichte|Schluss|Ruhe)|entf[aä]ll(?:t|en)|auswendig|"
    r"kein(?:e|en|er|em)? [\w-]+ mehr|niemande?n? mehr|nichts mehr|nie (?:wieder|mehr)|gehör(?:t|en) wieder|"
    r"pünktlich|nach Plan|jede[rs]? (?!Tag|Woche|Monat|Morgen|Abend|Mal)[A-ZÄÖÜ]\w+|(?:niemand|"
    r"keiner) (?:\w+ )?(?:daran )?erinner\w*|"
    r"wieder (?:Ihnen|Ihr\w*|dir|ruhig|durch|frei)|wie (?:zuvor|früher|vorher|gehabt)|(?:läuft|laufen) (?:\w+ ){0,3}"
    r"(?:rund|von selbst|wie|alles)|(?:ruhig|schnell|kurz|kürz|leicht|glücklich|sicher|billig|stärk|einfach|klar|leis|"
    r"zufrieden)er(?:e[nmrs]?)?|besser\w*|so gut wie (?:niemand\w*|nichts|kein\w*)|(?:schläft|"
    r"schlafen) (?:\w+ )?durch)\b"
)
_NO_PRICE = WEAK | words("weekend weekends evenings nights wochenende feierabend abende nächte waits fears worries")
# Not a thing of the past, nor of perhaps, nor said to be untrue.
_PAST_OR_PERHAPS = re.compile(
    r"\b(?:was|were|had|did|went|came|found|took|got|told|said|gave|kept|lost|began|some|others|may|might|could|"
    r"perhaps|"
    r"maybe|rarely|seldom|sometimes|hardly|unless|until then|war|waren|hatten?|wurden?|ging|kam|fanden?|sagten?|gab|"
    r"manche\w*|einige\w*|andere|vielleicht|könnten?|dürften?|mag|selten|manchmal|kaum|wohl|\w{3,}[^aeiou\W]ten?|"
    r"\w{3,}ed)\b",
    re.IGNORECASE,
)
_AS_IT_WAS = re.compile(r"\b(?:what|as|where|how) (?:it|they|things|you) (?:was|were)\b", re.IGNORECASE)
# Sure without a word of promise, and what is paid where it fails.
_CERTAIN = re.compile(
    r"\b(?:without (?:any )?exception|invariably|has never (?:\w+ )?(?:gone|failed|let|missed)|"
    r"never (?:yet )?(?:gone|went|goes)"
    r" wrong|has not failed|not (?:once|a single time) (?:\w+ )?failed|each and every time|mark my words?|"
    r"depend upon it|"
    r"ausnahmslos|unfehlbar|noch nie (?:\w+ )?(?:schiefgegangen|schief|versagt|gescheitert)|jedes (?:einzelne )?Mal|"
    r"so sicher wie|mit (?:tödlicher )?Sicherheit|garantiert)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:nobody|no one|not|never|nothing|niemand|keiner|nicht|nichts|nie)\b[^,;]{0,30}\Z", re.I)
_ELSE = re.compile(
    r"\b(?:if (?:it|that|this|they|not|the \w+)|should (?:it|that|this|the \w+|any\w*)|otherwise|or else|falls|sollte|"
    r"wenn (?:nicht|es|das)|andernfalls|sonst)\b.{0,60}?"
    r"\b(?:(?:I|we) (?:pay|refund|return|come|take|give|eat|owe|start|begin|redo|foot|cover|work)|costs? (?:you |"
    r"your \w+ )?"
    r"nothing|(?:is|are) (?:free|on (?:us|me|the house))|(?:goes|comes|flows|is (?:paid|sent)) back (?:in)?to (?:you|"
    r"your)|for free|free of charge|nothing to pay|no (?:fee|charge|bill)|"
    r"(?:zahle|bezahle|erstatte|komme|fange|übernehme|esse|trage) ich|(?:zahlen|bezahlen|erstatten|kommen|fangen|"
    r"tragen) wir|"
    r"kostet (?:\w+ ){0,4}(?:nichts|keinen \w+)|(?:geht|gehen) auf (?:mich|uns|unser\w*)|umsonst|gratis)\b",
    re.IGNORECASE | re.DOTALL,
)
_STAY = re.compile(
    r"\b(?:I|[Ww]e) (?:stay|keep|come|return|work|carry|do not|don['’]t|sit|stand)\b[^.;]{0,50}\b(?:until|till)\b|"
    r"\b(?:(?:[Ii]ch|[Ww]ir) [a-zäöüß]+(?:e|en)|[a-zäöüß]+(?:e|en) (?:ich|wir))\b[^.;]{0,40}, bis\b"
)


@lru_cache(maxsize=1_000)  # the drafts of a story share most of their sentences
def foretold(said: str, *, german: bool, opening: bool = False) -> bool:
    """Whether a sentence vows a bright outcome: of the reader's future, as the fruit of an order, or for certain. An
    `opening` tells what is in the news, which may have its dates and its fruits."""
    if _ONCE_AND_FOR_ALL.search(said) or _ELSE.search(said) or _STAY.search(said):
        return True
    certain = _CERTAIN.search(said)
    if certain and not _UNSURE.search(said[: certain.start()]):
        return True
    return _will(said, german=german) or (not opening and _fruit(said, german=german))


def _will(said: str, *, german: bool) -> bool:
    """The future of "you" with a gain or an "every", and no word of cost."""
    ahead = (_WILL_DE if german else _WILL_EN).search(said)
    if not ahead:
        return False
    rest = ahead["rest"] or (ahead["turned"] if german else "")
    gains, costs = (GAIN_DE, REAL_COST_DE) if german else (GAIN_EN, REAL_COST_EN)
    clear = any(one.group().lower() not in FAINT for one in gains.finditer(rest))
    return bool(clear or _EVERY.search(rest)) and not costs.search(rest)


def _fruit(said: str, *, german: bool) -> bool:
    """An order, a date or a condition, and a bright end after it."""
    then, order, bright = (
        (_THEN_DE, _ORDER_DE, _BRIGHT_DE) if german else (_THEN_EN, _ORDER_EN, _BRIGHT_EN)
    )  # fmt: skip
    anchor = order.search(said) or then.search(said)
    if not anchor or _PAST_OR_PERHAPS.search(_AS_IT_WAS.sub(" ", said)):
        return False
    at = anchor.end() if order.search(said) else 0
    end = bright.search(said, at)
    return end is not None and not _paid(said[end.end() :], german=german)


def _paid(rest: str, *, german: bool) -> bool:
    """Whether a cost stands behind the bright end, which is no vow then."""
    costs = REAL_COST_DE if german else REAL_COST_EN
    return any(one.group().lower() not in _NO_PRICE and not spared(rest, one) for one in costs.finditer(rest))
