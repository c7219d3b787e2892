"""Countries as people write them in tables and questions: by code, or by an English or German name."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from campaigns.names import tokens

_GROUPS = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # codes of two letters that are no country
_ALSO = {  # what the tables of Unicode call otherwise
    "AE": "UAE", "BA": "Bosnien-Herzegowina", "CI": "Ivory Coast", "CN": "PRC; People's Republic of China; VR China",
    "CZ": "Czech Republic; Tschechische Republik", "DE": "Federal Republic of Germany; Bundesrepublik Deutschland; BRD",
    "FR": "French Republic", "GB": "Great Britain; Großbritannien; England; Scotland; Wales; Northern Ireland; U.K.",
    "GR": "EL; Hellas", "HK": "Hong Kong; Hongkong", "IE": "Republic of Ireland", "IR": "Islamic Republic of Iran",
    "KP": "DPRK", "KR": "Korea; Republic of Korea; Korea, Republic of", "MK": "Macedonia; Mazedonien",
    "MM": "Burma; Birma",
    "MO": "Macau; Macao", "NL": "Holland", "PS": "Palestine; Palästina", "RU": "Russian Federation",
    "SK": "Slovak Republic", "SZ": "Swaziland", "TR": "Turkey", "TW": "Taiwan, Province of China",
    "US": "U.S.; U.S.A.; United States of America; Vereinigte Staaten von Amerika", "VN": "Viet Nam",
}  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def country_code(text: str) -> str | None:
    """The ISO 3166 code of two letters that is meant; None where none is."""
    upper = text.strip().upper()
    return upper if upper in codes() else names().get(_folded(text))


@cache
def codes() -> frozenset[str]:
    known = map(str, Locale("en").territories)
    return frozenset(code for code in known if len(code) == 2 and code.isalpha()) - _GROUPS


@cache
def names() -> dict[str, str]:
    """Folded name, or code of three letters, -> code."""
    found = {
        alias.lower(): now[0]
        for alias, now in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(now) == 1 and now[0] in codes()
    }
    for language in ("de", "en"):
        called = {name: code for code, name in Locale(language).territories.items() if code in codes()}
        found |= {_folded(name): code for name, code in called.items()}
        found |= {_folded(name.translate(_UMLAUTS)): code for name, code in called.items()}
    found |= {_folded(name): code for code, some in _ALSO.items() for name in some.split(";")}
    return found | {"uk": "GB"}


def _folded(text: str) -> str:
    words = tokens(text.replace("&", " and "))
    return "".join(word for word in words if word not in ("the", "and", "und"))
