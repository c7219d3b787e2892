"""Pieces of patterns that several tables of English frames are built from."""

from __future__ import annotations

CAP = r"(?=(?-i:[A-Z]))"  # a capital comes next
NAME = r"(?-i:[A-Z])[\w.&'’-]*(?: (?-i:[A-Z])[\w.&'’-]*){0,4}"  # a run of capitals
# A name comes next, perhaps behind what it is.
TARGET = r"(?=(?:the |its |rival |fellow |(?:[A-Z]?[a-z-]+ ){0,4})?(?-i:[A-Z]))"
SUM = r"(?:[$€£¥₹]|US\$|A\$|C\$|S\$|EUR |USD |GBP )\s?\d[\d.,]*\s?(?:m|mn|million|bn|billion|b|crore)?\b"
NOT_FIRMS = (
    r"\b(?:minister|president|senator|governor|mayor|player|coach|club|league|team|army|police|council|church)\b"
)
