"""English frames of accounts and tasks handed to a firm, and of sites taken over from those who used them before."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME, NOT_FIRMS
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_TASK = (
    r"(?:business|account|accounts|duties|brief|assignment|remit|mandate|campaign|work|contract|task order|"
    r"responsibilities|planning and buying)"
)
_PLACE = (
    r"(?:sites?|stores?|shops?|warehouses?|offices?|premises|building|factory|plant|headquarters|"
    r"pubs?|branch(?:es)?)"
)
_NO = NOT_FIRMS + r"|\b(?:prize|award for|medal|sentenced|victory|shares|stake|acqui\w+|ceo|chief executive|lawsuit)\b"

AGENCIES: tuple[Frame, ...] = (
    frame(  # "Initech hands global media duties to Acme", "Initech Awards Creative Account to Acme"
        K.CONTRACT_WIN,
        "business account accounts duties brief assignment remit mandate campaign work contract "
        "planning responsibilities",
        rf"\b(?:awards?|awarded|hands?|handed|gives?|gave|moves?|moved|shifts?|shifted|consolidate[sd]|"
        rf"assigns?|assigned|"
        rf"entrusts?|entrusted|transfers|transferred|switche[sd]) (?:its |the |an? )?(?:[\w&$£€.,'’-]+ "
        rf"){{0,8}}?{_TASK} "
        rf"(?:to|with|at) (?:the |a |bespoke |(?-i:[a-z][a-z-]+) ){{0,4}}{CAP}",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Acme and Globex both secured accounts with Initech", "Acme scoops Initech PR brief"
        K.CONTRACT_WIN,
        "account accounts duties brief remit mandate",
        r"\b(?:secure[sd]|w[io]ns?|land(?:s|ed)|scoop(?:s|ed)|bag(?:s|ged)|pick(?:s|ed) up|retain(?:s|"
        r"ed)|nab(?:s|bed)|"
        r"clinche[sd]|gain(?:s|ed)|add(?:s|ed)) (?:the |an? |its )?(?:[\w&$£€.'’-]+ ){0,7}?"
        r"(?:(?:creative|media|pr|advertising|ad|digital|social|marketing|communications|design|"
        r"branding|account|global|lead) "
        r"(?:[a-z]+ )?(?:accounts?|duties|brief|remit|business|mandate)|accounts with)\b",
        no=_NO + r"|\b(?:bank accounts?|savings|social media accounts?|twitter|instagram|facebook account|user "
        r"accounts?)\b",
    ),
    frame(  # "Acme takes over former Globex warehouse"
        K.EXPANSION,
        "former",
        rf"\b(?:acquir(?:es|ed|ing)|buys?|bought|snap(?:s|ped) up|tak(?:es|en|ing)(?: over)?|took(?: "
        rf"over)?|leas(?:es|ed)|"
        rf"purchase[sd]|mov(?:es|ed|ing) into|converts?|converted|secure[sd]|sign(?:s|ed) for) "
        rf"(?:[^;,]{{0,40}} )?former "
        rf"{NAME} {_PLACE}\b",
        no=_NO.replace("|acqui\\w+", ""),
    ),
)
