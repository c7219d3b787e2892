"""English frames of how business goes: charges expected, targets missed or kept, a good or a bad stretch of trading."""

from __future__ import annotations

from triggers.detect.english.pieces import SUM
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_STRETCH = (
    r"(?:year|quarter|half|first half|second half|christmas|summer|winter|trading|festive season|six months|nine "
    r"months|"
    r"first quarter|second quarter|third quarter|fourth quarter|financial year)"
)
_AIM = (
    r"(?:expectations|forecasts?|targets?|guidance|goals?|consensus|estimates|outlook|budget|profit|results|"
    r"full[- ]year|margins?)"
)
_NO = (
    r"\b(?:analysts?|economists?|survey|industry|sector|market size|government|council|season ticket|coach|"
    r"players?|club|"
    r"school|university|fund-?raising|emissions|net[- ]zero|diversity|safety targets?|ipo|job(?:s|less)?|"
    r"climate|hiring|election|trials?|pitch|patients)\b"
)

RESULTS: tuple[Frame, ...] = (
    frame(  # "Acme expects $40m hit from tariffs", "Acme takes £3m charge"
        K.EARNINGS,
        "hit impact charge charges impairment write-down writedown write-off writeoff blow headwind headwinds "
        "cost costs",
        rf"\b(?:expects?|expected|warns? of|warned of|sees|fac(?:es|ed|ing)|takes?|took|books?|booked|flags?|flagged|"
        rf"braces for|records?|recorded|reports?|reported|estimates|puts|to take|discloses) (?:an? |up to |over |"
        rf"about |"
        rf"another |nearly |more than )*{SUM}(?: \w+)? (?:[\w-]+ ){{0,3}}?(?:hit|impact|charges?|impairment|"
        rf"write-?down|"
        rf"write-?off|blow|headwinds?|costs?)\b",
        no=_NO + r"|\b(?:fine|criminal|fraud charges|lawsuit)\b",
    ),
    frame(  # "Tariffs will cost Acme $40m", "Storm costs Acme £3m"
        K.EARNINGS,
        "cost costs",
        rf"\b(?:will |to |could |has |have )?costs? (?=(?-i:[A-Z])[\w&.'’ -]{{1,30}} {SUM})",
        Who.OBJECT,
        no=_NO + r"|\b(?:fine|settle\w*|hack\w*|breach|attack|deal|price|users|customers|taxpayers?|drivers|trial)\b",
    ),
    frame(  # "Acme falls short of production target", "Acme on course to meet expectations"
        K.EARNINGS,
        "short course track confident upbeat cautious optimistic ahead line shy",
        rf"\b(?:(?:fall(?:s|en|ing)?|fell|comes?|came) (?:just |well |far )?(?:short|shy) (?:of|on) (?:its |the |"
        rf"\w+ )*?"
        rf"(?:{_AIM}|production|deliver(?:y|ies)|sales|revenue)|(?:is |are |remains? |was |still |says it is |"
        rf"said it (?:is|was) "
        rf"|stays )*(?:on course|on track|confident|upbeat|optimistic|cautious|ahead|in line)[^;:]{{1,50}}?\b{_AIM})\b",
        no=_NO + r"|\b(?:launch|deal|merger|plant|open)\b",
    ),
    frame(  # "Acme enjoys bumper year", "Acme has record quarter"
        K.EARNINGS,
        "bumper record strong tough best worst solid stellar disappointing difficult mixed good poor year quarter",
        rf"\b(?:enjoys?|enjoyed|has|had|ha[sd] had|posts?|posted|hails?|hailed|celebrates?|reports?|reported|"
        rf"showed|shows|"
        rf"toasts|sees|saw|suffers|suffered|ends|delivers|delivered|logs|endures|endured) (?:an? |its |the |another )*"
        rf"(?:bumper|record|record-breaking|strong|stellar|solid|tough|difficult|mixed|best(?:-ever)?|worst(?:-ever)?|"
        rf"disappointing|good|poor|excellent|robust|weak) (?:\w+ ){{0,2}}?{_STRETCH}\b",
        no=_NO,
    ),
    frame(  # "Acme pre-announces third-quarter figures", "Acme shrugs off weak dollar to post higher profits"
        K.EARNINGS,
        "pre-announces preannounces figures numbers results profits profit consensus",
        r"\b(?:pre-?announce[sd]?|(?:shrugs? off|defies|overcomes|despite) [^;:]{3,40}? to (?:post|report|book|"
        r"deliver|"
        r"grow|lift|raise)|posts?|posted|turns? in|unveil(?:s|ed|ing)|details) (?:an? |its |the )?(?:[\w-]+ ){0,3}?"
        r"(?:figures|numbers|results|profits?|expectations|sales|revenues?|earnings|loss(?:es)?)\b(?! (?:from|"
        r"of) (?:\w+ )?"
        r"(?:trial|study|test|survey|poll))",
        no=_NO + r"|\b(?:trial|study|tests?|phase|poll|clinical|data)\b",
    ),
    frame(  # "Acme's bottom line improves", "Acme trading in line with forecasts", "Acme like-for-likes up 4%"
        K.EARNINGS,
        "line trading like-for-likes like-for-like earnings dividend order book",
        r"(?P<v>(?:bottom|top) line (?:improve|grow|shrink|swell|rise|fall|suffer|slip|jump)\w*|(?:is |was |"
        r"remains )?trading "
        r"(?:is |was )?(?:well |broadly |slightly |strongly )*(?:in line|ahead|below|above|behind|well|strongly)\b|"
        r"like-for-likes? (?:sales )?(?:up|down|rise|fall|grow|slip|climb|jump|drop)\w*|earnings per share (?:of|"
        r"came|rose|"
        r"fell|up|down|rise|fall|grew|grow|jump|more)\w*|(?:annual |yearly |group )?(?:revenues?|turnover|sales) "
        r"(?:has |have )?"
        r"(?:pass|top|exceed|break|cross|surpass|reach)(?:es|ed|s)? (?:the )?(?=[$€£¥]))",
        Who.BEFORE,
        no=_NO,
    ),
    frame(  # "Acme lifts its dividend"
        K.EARNINGS,
        "dividend dividends payout",
        r"\b(?:lift(?:s|ed)?|rais(?:es|ed)|increas(?:es|ed)|cut(?:s)?|slash(?:es|ed)|scrap(?:s|ped)?|suspend(?:s|ed)?|"
        r"restor(?:es|ed)|resum(?:es|ed)|hik(?:es|ed)|boost(?:s|ed)|maintain(?:s|ed)|halv(?:es|ed)|doubl(?:es|ed)|"
        r"axe[sd]) "
        r"(?:its |the )?(?:[\w-]+ ){0,2}?(?:dividends?|payout)\b(?=[^;:]*\b(?:profits?|results|year|quarter|half|sales|"
        r"earnings|loss)\b)",
        no=_NO,
    ),
)
