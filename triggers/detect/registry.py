"""What detection consists of, in order: the rules of each kind, English frames, the phrases of other languages."""

from __future__ import annotations

from triggers.detect import told_in_full
from triggers.detect.clause_table import Clauses
from triggers.detect.english import (
    agencies,
    allies,
    around,
    at_the_top,
    breaches,
    customers,
    cuts,
    deal_turns,
    dealings,
    deals,
    debuts,
    figures,
    growth,
    harm,
    jobs_gone,
    law,
    listings,
    market,
    money,
    moves,
    new_shares,
    notices,
    orders,
    pacts,
    passive,
    plain,
    posts,
    premises,
    results,
    rulings,
    senses,
    sites,
    trading,
    turns,
    vendors,
    verdicts,
    wares_told,
    whole_deals,
    work,
)
from triggers.detect.english import base as english
from triggers.detect.frames import Frames
from triggers.detect.french import base as french
from triggers.detect.french import business as french_business
from triggers.detect.french import more as french_more
from triggers.detect.french import plain as french_plain
from triggers.detect.french import sentences as french_sentences
from triggers.detect.french import shapes as french_shapes
from triggers.detect.french import turns as french_turns
from triggers.detect.german import base as german
from triggers.detect.german import business as german_business
from triggers.detect.german import late as german_late
from triggers.detect.german import more as german_more
from triggers.detect.german import outright as german_outright
from triggers.detect.german import plain as german_plain
from triggers.detect.german import sentences as german_sentences
from triggers.detect.german import shapes as german_shapes
from triggers.detect.german import turns as german_turns
from triggers.detect.grammar.gates import shortest
from triggers.detect.kinds import (
    acquisition,
    contract_win,
    earnings,
    executive_departure,
    executive_hire,
    expansion,
    funding,
    ipo,
    layoffs,
    partnership,
    product_launch,
    regulatory,
    security_incident,
)
from triggers.detect.phrases import Phrases
from triggers.detect.scene import Rule
from triggers.detect.southern import base as southern
from triggers.detect.southern import shapes as southern_shapes
from triggers.types import EventKind

RULES: tuple[Rule, ...] = (
    funding.RULE,
    acquisition.RULE,
    ipo.RULE,
    executive_hire.RULE,
    executive_departure.RULE,
    layoffs.RULE,
    expansion.RULE,
    product_launch.RULE,
    partnership.RULE,
    contract_win.RULE,
    earnings.RULE,
    regulatory.RULE,
    security_incident.RULE,
)
_FRAMES = (
    english.FUNDING
    + deal_turns.TURNS
    + agencies.AGENCIES
    + english.DEALS
    + posts.POSTS
    + work.PEOPLE
    + work.JOBS
    + market.MARKET
    + harm.HARM
    + figures.FIGURES
    + deals.PAID
    + deals.MONEY
    + allies.ALLIES
    + allies.GOODS
    + listings.FLOATS
    + customers.CUSTOMERS
    + orders.ORDERS
    + sites.SITES
    + premises.PREMISES
    + breaches.BREACHES
    + rulings.RULINGS
    + trading.TRADING
    + results.RESULTS
    + debuts.DEBUTS
    + pacts.PACTS
    + wares_told.SHARED
    + vendors.VENDORS
    + growth.GROWTH
    + passive.PASSIVE
    + law.LAW
    + verdicts.VERDICTS
    + around.AROUND
    + turns.TURNS
    + moves.MOVES
    + notices.NOTICES
    + plain.PLAIN
    + wares_told.WARES
    + cuts.CUTS
    + jobs_gone.GONE
    + at_the_top.HIRES
    + at_the_top.EXITS
    + new_shares.LISTED
    + new_shares.PLACED
    + whole_deals.ONE_SIDED
    + whole_deals.PURSUED
    + deal_turns.MARKET
    + money.BARE
    + dealings.PACTS
    + dealings.ORDERS
    + dealings.BREACHES
    + dealings.RULED
)
FRAMES = Frames(_FRAMES)
CLAUSES = Clauses(senses.TABLE)
_SOUTHERN = Phrases(southern_shapes.FIRST + southern.PHRASES + southern_shapes.LAST + told_in_full.SOUTHERN)
PHRASES = {
    "de": Phrases(
        german_plain.FIRST
        + german_outright.FIRST
        + german_business.FIRST
        + german_shapes.FIRST
        + german.PHRASES
        + german_more.MORE
        + german_late.LAST
        + told_in_full.GERMAN
        + german_sentences.GERMAN
        + german_turns.TURNS
        + german_business.MORE
        + german_plain.PLAIN
    ),
    "fr": Phrases(
        french_plain.FIRST
        + french_sentences.FIRST
        + french_business.FIRST
        + french_shapes.FIRST
        + french.PHRASES
        + french_more.MORE
        + french_shapes.LAST
        + told_in_full.FRENCH
        + french_sentences.FRENCH
        + french_turns.TURNS
        + french_business.MORE
        + french_plain.PLAIN
    ),
    "es": _SOUTHERN,
    "it": _SOUTHERN,
}

# Words of which one must stand in an English headline, or pieces of them in a text about money.
HEARD = frozenset().union(*(rule.words for rule in RULES), *(one.words for one in _FRAMES))
OF_MONEY = shortest(funding.RULE.words.union(*(one.words for one in _FRAMES if one.kind is EventKind.FUNDING)))
