"""English clauses by word class: which verbs with which objects tell which event.

Read where neither a rule nor a frame found anything of the kind. One entry holds a class of verbs and a class of nouns;
what stands between the two does not matter.
"""

from __future__ import annotations

from triggers.detect.clause_table import Clause
from triggers.detect.english.senses import firms, goods, harm, places, trade, wares

TABLE: tuple[Clause, ...] = (
    *places.WORKFORCE,
    *places.GROWTH,
    *trade.ALLIANCES,
    *trade.ORDERS,
    *goods.PRODUCTS,
    *goods.FIGURES,
    *harm.LEGAL,
    *harm.HARM,
    *goods.FLOATS,
    *goods.DEALS,
    *firms.STARTS,
    *firms.TIES,
    *wares.SHOWN,
    *wares.FIGURES,
)
