"""Titles people hold: where a role starts and ends in a line of tokens."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import GIVEN, PLACES, words
from triggers.detect.grammar.tokens import Line, Tok, is_break


class _Heads(frozenset[str]):
    """Role words, with the German compounds that no list can hold: Finanzvorständin, Vertriebschef."""

    def __contains__(self, word: object) -> bool:
        if super().__contains__(word) or not isinstance(word, str):
            return super().__contains__(word)
        if "-" in word:
            before, _, after = word.partition("-")
            return before in _LED_BY or (after in _SUFFIXES and before in _ENDING)  # "VP-marketing", "CEO-designate"
        return (len(word) > 7 and word.endswith(_COMPOUNDS)) or word in _CXO


_SUFFIXES = words("designate elect emeritus designate-elect")
_ENDING = words("executive officer ceo cfo chairman chairwoman chair director president")
_LED_BY = words("vp svp evp director head president")
_CXO = words("cpto cito cdio cxo cino caio ccio cdto cbdo cpio")
_COMPOUNDS = tuple(
    sorted(
        words(
            """vorstand vorständin chef chefin vorsitzender vorsitzende vorsitzenden direktor direktorin
            leiter leiterin präsident präsidentin geschäftsführer geschäftsführerin"""
        )
    )
)
# Words that make a role by themselves.
ROLE_HEADS = _Heads(
    words(
        """successor editor-in-chief gc ceo cfo coo cto cio cmo cpo cro chro ciso cdo cbo cso cco cao clo cxo caio md
    gm svp evp vp avp ceos cfos president presidents chairman chairwoman chairperson chair vice-chairman
    vice-president director directors partner partners head heads leader chief chiefs boss officer counsel
    advisor adviser advisors treasurer secretary controller manager principal fellow fellows trustee co-ceo
    co-ceos co-head co-chair co-chairman co-president co-cfo co-cto ex-ceo member editor publisher lead dean provost
    rector chancellor vice-chancellor director-general secretary-general veep
    chef vorstandschef vorstandschefin vorstandsvorsitzender vorstandsvorsitzende geschäftsführer
    geschäftsführerin finanzchef finanzchefin finanzvorstand vorstand aufsichtsratschef
    aufsichtsratsvorsitzender aufsichtsratsvorsitzende aufsichtsrat personalchefin personalchef technikchef
    technikvorstand vertriebschef vertriebsvorstand marketingchef marketingchefin produktchef entwicklungschef
    konzernchef konzernchefin firmenchef deutschlandchef deutschlandchefin vorständin co-geschäftsführer
    betriebschef chefin pdg dg président présidente directeur directrice directeurs dga drh daf presidente
    presidenta director directora consejero consejera amministratore ad direttore direttrice ejecutivo"""
    )
)
ROLE_ADJECTIVES = words(
    """interim acting group global deputy co vice senior executive non-executive nonexecutive independent managing
    general assistant associate regional country chief national international technical technology financial
    operating operations marketing product people human resources information security data revenue growth
    commercial strategy legal compliance risk brand business development sales engineering investment scientific
    medical sustainability ai digital customer innovation communications creative design corporate public
    affairs content banking officer finance tv us uk india emea apac asia europe americas north american
    founding first honorary lead strategic supervisory board supply chain hardware software platform cloud
    artificial intelligence experience talent culture administrative accounting impact diversity privacy net
    zero procurement manufacturing transformation analytics research r&d science hr it co-chief part-time
    full-time new-look neuer neue neuen next whole-time additional joint commerce partnerships global-head
    wealth asset private credit equity retail institutional directeur directrice général générale délégué
    déléguée financier financière technique commercial marketing président-directeur consejero delegado delegada
    amministratore delegato generale ejecutiva ejecutivo general"""
)
ROLE_WORDS = (
    ROLE_HEADS | words("executive executives exec execs") | words("""managing interim acting deputy non-executive""")
)
_COMPLEMENTS = words("""of for de du des für der von del di - – —""")
_JOINTS = words("""and & und et y e /""")
_STOPS = words(
    """amid amidst after as to from following who which effective with in at on starting before while ahead by
    since until when succeeding replacing, replacing replaces succeeds starting despite amid: says said memo
    report sources source during this last today yesterday monday tuesday wednesday thursday friday joins over
    into via because mit ab zum zur nach à dès en"""
)
# What a chief can be besides an officer: "chief scientist", "chief dealmaker".
_CHIEF_NOUNS = words(
    "economist scientist architect marketer dealmaker strategist evangelist engineer designer lawyer merchant actuary "
    "underwriter technologist spokesman spokesperson correspondent curator accountant"
)
# Departments and fields a post can be for; behind a comma or an "of" they go on with the title.
FUNCTIONS = ROLE_ADJECTIVES | words(
    """discovery oncology bio-oncology therapeutics therapeutic targets clinical regulatory quality safety biology
    chemistry genomics bioinformatics informatics diagnostics vaccines safety partnerships alliances alliance
    solutions services operations accounts account success enablement demand generation field channel channels
    infrastructure payments lending markets capital banking mergers acquisitions m&a investments treasury tax
    audit governance policy government relations investor communications advertising media editorial programming
    programmes news sport recruiting recruitment workforce facilities fulfilment fulfillment procurement
    sourcing production assembly maintenance merchandising buying ecommerce e-commerce stores pricing reserving
    claims underwriting actuarial machine learning intelligence mobile web cyber cybersecurity fraud trust
    gaming games studios robotics hardware silicon vehicle vehicles autonomy manufacturing lab laboratory
    worldwide enterprise public sector federal industries industry solutions presales pre-sales delivery
    implementation support care patient advocacy access management planning schedule scheduling affairs equities
    equity fixed income rates credit derivatives fx trading execution sustainability esg climate energy
    renewables power utilities wealth private institutional consumer"""
)
_SKIPPED = words(
    "first sole its his her their the a an new next first-ever new-era it our neuen neuer neue neuem neues newest "
    "female woman permanent outgoing incoming retiring departing longtime long-time long-serving longstanding current "
    "embattled founding-era second third fourth fifth sixth newly-created "
    "zum zur dem son sa le la nouveau nouvelle nuevo nueva nuovo nuova el il al ein eine"
)


def role_at(line: Line, i: int, *, bare: bool = False) -> tuple[int, int] | None:
    """Tokens of the role that starts at token `i` (articles skipped), or None. `bare` leaves "of ..." out."""
    toks, count = line.toks, len(line.toks)
    while i < count and toks[i].low in _SKIPPED:
        i += 1
    if (whole := _whole(line, i)) is not None:
        return i, whole if bare else _complement(line, whole)
    j, head = i, -1
    while j < count and j - i < 8:
        low = toks[j].low
        if low in ROLE_HEADS and not as_a_name(toks[j]):
            head = j
            j += 1
        elif toks[j].poss:
            break
        elif (
            low in ROLE_ADJECTIVES
            or (low in ("&", "and", "/", ",") and j > i and _goes_on(line, j, head))
            or (
                head < 0
                and j > i - 1
                and toks[j].alpha
                and low not in _STOPS
                and low not in _COMPLEMENTS
                and _near_head(line, j)
            )
        ):
            j += 1
        else:
            break
    if head < 0:
        return None
    end = _officer(line, head + 1)
    if end < count and (toks[end].low in _SUFFIXES or (toks[end].low == "general" and toks[end - 1].low == "director")):
        end += 1
    end = end if bare else _complement(line, end)
    return i, end


def as_a_name(tok: Tok) -> bool:
    """ "Cao", "Gm": written like a name, letters that else shorten a title are none."""
    return len(tok.word) < 5 and tok.cap and tok.word[1:].islower() and tok.low in _SHORT


_SHORT = words("cao gm md gc cro cpo cso cdo cbo clo cio cmo ad dg dean")


def _whole(line: Line, i: int) -> int | None:
    """Where a title ends whose words no list holds: "chief underwriting officer", "its wedding business manager"."""
    toks, count = line.toks, len(line.toks)
    if i < count and toks[i].low in ("chief", "chiefs"):
        end = next((j for j in range(i + 1, min(count, i + 7)) if toks[j].low in ("officer", "officers")), None)
        inside = toks[i + 1 : end] if end is not None else []
        if (
            end is not None
            and inside
            and all(t.alpha or t.word in "&,/" for t in inside)
            and not any(t.poss for t in inside)
        ):
            return end + 1 if not any(t.low in _STOPS or t.low in ROLE_HEADS for t in inside) else None
    if i and i < count and toks[i - 1].low in ("its", "their", "as") and not toks[i].cap and toks[i].alpha:
        for j in range(i + 1, min(count, i + 5)):
            tok = toks[j]
            if tok.low in ROLE_HEADS:
                return _officer(line, j + 1)
            if (
                tok.cap
                or not tok.alpha
                or tok.poss
                or tok.low in _STOPS
                or tok.low in _COMPLEMENTS
                or tok.low in _JOINTS
            ):
                return None
    return None


def _near_head(line: Line, i: int) -> bool:
    """An unknown word directly before a head: "TV chief", "product chief", "growth officer"."""
    nxt = line.toks[i + 1 : i + 3]
    return (
        bool(nxt)
        and (nxt[0].low in ROLE_HEADS or (len(nxt) > 1 and nxt[1].low in ROLE_HEADS and nxt[0].low in ROLE_ADJECTIVES))
        and line.toks[i].word not in ",()"
        and (line.titled or not line.toks[i].cap or line.toks[i].low in ROLE_ADJECTIVES or _announced(line, i))
    )


def _announced(line: Line, i: int) -> bool:
    """ "a new Copilot boss": an article before a capital says that it is no person's name."""
    return i > 0 and line.toks[i - 1].low in _SKIPPED


def _goes_on(line: Line, i: int, head: int) -> bool:
    """Whether a joint inside a role is followed by more role: "CEO and MD", "sales and marketing director"."""
    after = line.toks[i + 1 : i + 5]
    if not after or is_break(line, i):
        return False
    if line.toks[i].word == "," and head >= 0:
        k = next((j for j, t in enumerate(after) if t.low in ROLE_HEADS), None)
        return k is not None and all(t.low in ROLE_ADJECTIVES for t in after[:k]) and not _holder(line, i + 1 + k)
    for tok in after:
        if tok.low in ROLE_HEADS:
            return True
        if tok.low not in ROLE_ADJECTIVES:
            return False
    return False


def _holder(line: Line, head: int) -> bool:
    """ "CEO, chairman Otto Karg": the second title is another's."""
    nxt = line.toks[head + 1] if head + 1 < len(line.toks) else None
    return nxt is not None and nxt.cap and nxt.alpha and nxt.low not in FUNCTIONS


_RANKS = ("executive", "exec", "officer", "officers", "executives")


def _officer(line: Line, j: int) -> int:
    """ "chief executive officer", "chief growth officer": runs to the end of the title."""
    toks = line.toks
    if j <= len(toks) and toks[j - 1].low in ("chief", "chiefs"):
        k = j
        while k < len(toks) and k - j < 3 and toks[k].low in ROLE_ADJECTIVES:
            k += 1
        if k < len(toks) and toks[k].low in _CHIEF_NOUNS:
            return k + 1
        k = j
        while (
            k < len(toks)
            and k - j < 5
            and (toks[k].low in ROLE_ADJECTIVES or toks[k].low in _RANKS or toks[k].low in ("&", "and"))
        ):
            k += 1
        while k > j and toks[k - 1].low in ("&", "and"):
            k -= 1
        return k if k > j and toks[k - 1].low in _RANKS else j
    return j


def _joined_field(line: Line, k: int) -> bool:
    """Whether a joint inside a field goes on: "charter and incentive sales", not "sales and will report"."""
    toks = line.toks
    if k >= len(toks):
        return False
    later = toks[k + 1].low if k + 1 < len(toks) else ""
    closed = later in ("", ",", ".", "–", "-", "—", ";", "|", "at")
    return toks[k].cap or toks[k].low in FUNCTIONS or later in FUNCTIONS or (closed and toks[k].low not in _STOPS)


def _field(line: Line, comma: int) -> int | None:
    """ "vice president, drug discovery": up to four words that name a field, closed by the end of the phrase."""
    if line.toks[comma - 1].low not in _TITLES:
        return None
    k, toks = comma + 1, line.toks
    first = toks[k]
    if first.alpha and not first.cap and first.low not in _STOPS | _SKIPPED and k + 1 < len(toks):
        k += toks[k + 1].low in FUNCTIONS  # "drug discovery": the first word may be any
    while k < len(toks) and k - comma < 6 and (toks[k].low in FUNCTIONS or toks[k].low in _REGIONS | _JOINTS):
        k += 1
    while k > comma + 1 and toks[k - 1].low in _JOINTS:
        k -= 1
    if k == comma + 1 or toks[comma + 1].low in _JOINTS:
        return None
    closed = k >= len(toks) or toks[k].word in ",.;:()|" or toks[k].low in _STOPS or is_break(line, k)
    return k if closed or toks[k].low in ("of", "for") else None


_TITLES = words(
    "president presidents vp svp evp avp director head officer manager cso cmo counsel lead partner vice-president"
)
_REGIONS = PLACES | words("emea apac southeast south north latin asia-pacific dach mena anz")


def _complement(line: Line, j: int) -> int:
    """ "of Asia Pacific & Japan", "for Europe, West Asia, Africa", "of issuing business"."""
    toks, count = line.toks, len(line.toks)
    if j < count and toks[j].word == "," and _goes_on(line, j, j - 1) and (more := role_at(line, j + 1)):
        return more[1]
    if j + 1 < count and toks[j].word == "," and (behind := _field(line, j)):
        return behind
    if j < count and toks[j].low in _JOINTS and (more := role_at(line, j + 1)):
        return more[1]
    if j + 1 < count and toks[j].word == "," and toks[j + 1].low in _REGIONS:
        k = j + 1
        while k < count and (toks[k].low in _REGIONS or toks[k].low in ("and", "&")):
            k += 1
        return k
    if j < count and toks[j - 1].low in _TITLES and (behind := _fields(line, j)):
        return behind
    if j >= count or toks[j].low not in _COMPLEMENTS or _since(line, j):
        return j
    if toks[j].word in "-–—" and not _fields_only(line, j + 1):
        return j
    k = j + 1
    while k < count and k - j < 12:
        tok = toks[k]
        if tok.word == "," and k + 1 < count and toks[k + 1].cap and toks[j].low == "for" and not line.titled:
            k += 1
            continue
        if (
            tok.low in _STOPS
            or tok.word in ",;:()|?!.…–—"
            or (tok.low in _JOINTS and not _joined_field(line, k + 1))
            or (k > j + 1 and _person_follows(line, k))
        ):
            break
        k += 1
    return k if k > j + 1 else j


def _fields(line: Line, j: int) -> int | None:
    """ "vice-president sales and market development": small words of fields right behind the title."""
    toks, k = line.toks, j
    while k < len(toks) and k - j < 7 and not toks[k].cap and (toks[k].low in FUNCTIONS or toks[k].low in _JOINTS):
        k += 1
    while k > j and toks[k - 1].low in _JOINTS:
        k -= 1
    return k if k > j and (k >= len(toks) or not toks[k].alpha or toks[k].low in _FIELD_ENDS) else None


_FIELD_ENDS = words("at of for with to in who after from effective on based and")


def _since(line: Line, j: int) -> bool:
    """ "head for the past several years", "president for 12 years": a time is no field."""
    rest = [t.low for t in line.toks[j + 1 : j + 3]]
    return (
        line.toks[j].low == "for"
        and bool(rest)
        and (
            line.toks[j + 1].num
            or rest[0] in ("more", "over", "nearly", "almost", "about", "a", "many", "years")
            or rest == ["the", "past"]
            or rest == ["the", "last"]
        )
    )


def _fields_only(line: Line, k: int) -> bool:
    """ "Director – AI Innovation", "CHRO - India", not "chief executive - BBC"."""
    toks = line.toks
    end = next((j for j in range(k, len(toks)) if toks[j].word in ",;|("), len(toks))
    return k < end and all(t.low in FUNCTIONS or t.low in _REGIONS or t.low in _JOINTS for t in toks[k:end])


def _person_follows(line: Line, k: int) -> bool:
    """ "head of HR Mara Lind": a given name behind the field opens the name of who holds the post."""
    toks = line.toks
    return (
        k + 1 < len(toks)
        and toks[k].cap
        and toks[k + 1].cap
        and not {toks[k].low, toks[k + 1].low} & (FUNCTIONS | _REGIONS)
        and (toks[k].low in GIVEN or (not line.titled and not (k + 2 < len(toks) and toks[k + 2].cap)))
        and (toks[k - 1].low in FUNCTIONS or not toks[k - 1].cap)
    )
