"""Lines of business, as lists of accounts and news name them, coarse enough that the two can meet or clash."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from campaigns.names import tokens

# A stem ends in "*"; anything else is a whole word. "_" joins two words.
_STEMS = """
ai: ai artificial machine_learn* deep_learn* generative genai llm llms chatbot* neural agents agentic
software: software saas developer* devops api apis app apps platform* open_source cloud analytics productivity aiops database* it_services internet workflow* automation hosting browser*
chips: semicond* chip chips chipmak* chipset* wafer* foundry photon* gpu gpus lithograph* processor* transistor*
hardware: hardware electronic* device devices sensor* iot wearable* instrument* laptop* smartphone* phones consumer_electronics
security: security cyber* infosec malware identity antivirus
fintech: fintech* payment* lend* loan* credit* neobank* remittance* mortgage* bnpl wallet* banking* card cards regtech defi
banking: bank banks capital_markets brokerage* wealth* asset_manage* investment_bank* thrifts
insurance: insur* versicher* assurance*
crypto: crypto* blockchain* bitcoin* stablecoin* token* web3 defi
biotech: biotech* pharma* drug drugs therap* clinical onco* gene genes genom* vaccine* antibod* medicin* biolog* biosci* peptide* mrna
health: health* medical* medtech clinic* hospital* patient* telehealth diagnos* dental fertility mental_health care
energy: energ* power solar wind nuclear grid utilit* electricity renewable* hydrogen geotherm* fusion reactor* clean_tech cleantech* climate* carbon batter*
oil: oil gas petrol* lng drill* refiner* fuels
mining: mining miner miners metal* gold silver copper lithium steel* uranium mine mines
space: aerospace* space* satellite* rocket* orbit* launch_vehicle*
defense: defen* military missile* naval weapon* army drone drones
mobility: automot* car cars vehicle* ev evs truck* scooter* automaker* carmaker* mobility rideshar* ride_hail* tyre* auto auto_components fahrzeug*
transport: logistic* freight shipping shipp* warehouse* airline* airport* cargo courier* railway* rail delivery marine aviation
realestate: real_estate property propert* proptech* reit* housing apartment* immobil*
construction: construct* building* infrastructure cement* engineering_procurement contractor*
food: food* beverage* restaurant* grocer* snack* coffee* bagel* meat dairy drink* brewer* beer wine chocolate* bakery oat
agri: agri* farm* crop* fertilis* fertiliz* seeds livestock
fashion: fashion* apparel textile* luxury beauty cosmetic* skincare* footwear clothing jewel*
retail: retail* ecommerce e_commerce marketplace* shop shops store stores supermarket* convenience
media: media news publish* film films music streaming* broadcast* podcast* television advertis* creator*
games: gaming games game esports
telecom: telecom* 5g 6g broadband fibre fiber wireless mobile_operator* carrier
travel: travel* hotel* tourism booking* hospitality leisure
education: educat* school* edtech* learning student* universit* tutor* e_learning elearning
legal: legal* law lawyer* lawtech* contract_manage* compliance
people: recruit* hr hiring_platform talent staffing payroll workforce_manage*
robotics: robot* humanoid* autonomous* machinery
chemicals: chemic* polymer* plastic* paint* coating*
waste: recycl* waste water wastewater circular
"""
_LOOSE = frozenset(("ai", "software", "hardware", "robotics", "security"))  # tools of every trade: they clash with few
_SOLID = frozenset(("mining", "oil", "realestate", "construction", "food", "agri", "fashion", "chemicals"))
_NEAR = (
    {"fintech", "banking", "insurance", "crypto"}, {"biotech", "health"}, {"chips", "hardware", "telecom"},
    {"space", "defense"}, {"mobility", "transport"}, {"energy", "oil"}, {"realestate", "construction"}, {"food", "agri", "retail"},
    {"fashion", "retail"}, {"media", "games"}, {"energy", "mobility"}, {"legal", "people", "fintech"}, {"waste", "energy", "chemicals"},
    {"mining", "chemicals"}, {"travel", "transport"},
)  # fmt: skip


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in _STEMS.strip().splitlines():
        sector, _, words = line.partition(": ")
        for word in words.split():
            folded = word.rstrip("*").replace("_", " ")
            (stems if word.endswith("*") else exact)["".join(tokens(folded))] = sector
    return exact, stems


@cache
def _of_word(word: str) -> str | None:
    exact, stems = _table()
    if word in exact:
        return exact[word]
    return next((stems[word[:end]] for end in range(len(word), 3, -1) if word[:end] in stems), None)


def sectors(words: Iterable[str]) -> frozenset[str]:
    """Lines of business that folded words speak of."""
    listed = list(words)
    found = {_of_word(word) for word in listed}
    found |= {_of_word(one + two) for one, two in zip(listed, listed[1:], strict=False)}
    return frozenset(sector for sector in found if sector is not None)


def agree(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Sectors that both name, but for the tools that everybody uses unless nothing else is named."""
    shared = one & other
    return shared - _LOOSE or shared


def clash(account: frozenset[str], text: frozenset[str]) -> bool:
    """Both speak of a line of business, and no pair of them goes together."""
    if not account or not text or account & text:
        return False
    return not any(_together(one, other) for one in account for other in text)


def _together(one: str, other: str) -> bool:
    if one in _LOOSE or other in _LOOSE:
        return not {one, other} & _SOLID
    return any(one in near and other in near for near in _NEAR)
