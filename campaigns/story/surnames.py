"""German surnames without a title before them. A name that is a trade as well is one where nothing before it says which
weaver or miller is meant, since a trade in the singular does not stand alone."""

from __future__ import annotations

import re

from campaigns.story.lexicon import words

_SURNAMES = words(
    """Albrecht Arnold Bachmann Baumann Behrens Berger Bergmann Brandt Dietrich Ebert Franke Friedrichs Günther Haas
    Hansen Hartmann Heinemann Herrmann Hoffmann Hofmann Huber Jansen Janssen Kessler Köhler Kraus Krause Krüger Kuhn
    Lechner Lehmann Lindner Lorenz Ludwig Maier Mayer Meier Meyer Möller Neumann Paulsen Petersen Pfeiffer Pohl Reimann
    Schmidt Schmitz Scholz Schröder Schubert Schulz Schulze Seidel Siebert Thiele Voigt Vogt Wegner Winkler Wolff"""
)
_TRADES = words("Bäcker Becker Fischer Müller Schneider Schumacher Wagner Weber Ziegler Zimmermann")
_SAYS_WHICH = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|\w*ein(?:e|em|en|er|es)?|ihr(?:e|em|en|er|es)?|unser\w*|jed\w+|viel\w*|kein\w*|als|zum|vom|"
    r"beim|[a-zäöü]+(?:er|en|em))\Z",
    re.IGNORECASE,
)
_KIN = re.compile(r" (?:&|und) (?:Söhne|Sohn|Töchter|Co|Cie|Compagnie|Gebrüder)\b")


def family(word: str, previous: str, rest: str) -> bool:
    """Whether the word names a family: a surname, or a house by its kin. `previous` is the word before, `rest` the text
    behind it."""
    if _KIN.match(rest) or word in _SURNAMES:
        return True
    return word in _TRADES and not _SAYS_WHICH.match(previous)
