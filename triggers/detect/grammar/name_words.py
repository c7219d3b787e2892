"""Words that open, close or surround a company's name without being part of it."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import DESCRIPTORS, words

COUNTS = words("dozens scores hundreds thousands millions shares stock investors shareholders officials executives")
# "Thousands of Acme", "shares of Acme", "officials from Acme": the name stands behind the small word.
PARTS = words("chain subsidiary unit arm division affiliate retailer network stores group")
# Descriptors that names are made of as well; in a run of capitals they are the name's.
IN_NAMES = words(
    """lab store project team creator designer leader explorer exchange wallet restaurant pioneer utility major chain
    business venture foundry broker group player unit arm agency studio supermarket brewer outfit gigante grupo
    gruppo groupe"""
)
# With a capital these open a name where French, Spanish, Italian and German put the kind of firm first.
OPENS_NAMES = words(
    """groupe grupo gruppo banque banca banco maison casa cabinet compagnie compagnia compañía laboratoire société
    agence project laiterie studio foncière équipe mutuelle marke verlag werft"""
)
FIRMS_TOO = words("alum alumni investor investors backer backers owner")
SOCIETIES = words(
    "institute institutes center centre foundation society association school council alliance partnership college"
)
LEAD_IN = words(
    """longtime long-time veteran one two three four five several more another the a an former ex rival exclusive
    breaking how why when meet inside after as its their our leading ai-powered exclusive: die der das le la les
    el l' un une sports-tech deep-tech privately if but and since while now today once update meanwhile even
    at in starting effective beginning despite upcoming
    struggling beleaguered embattled troubled ailing bankrupt loss-making cash-strapped rumor:
    rumour: rumor report: privately-held"""
)
OF_PLACES = words(
    "bank university college house commonwealth institute state city port museum federation chamber reserve "
    "cross shield telecom ports airports farmers scouts friends"
)
CHIEFS = words("ceo cfo coo cto cmo cio ciso")
TRAILING = words(
    """the of shares share stock stocks traders car cars vehicle investors makes make's ipo deal bid's founder
    founders boss exec executive executives employee employees workers staff monday tuesday wednesday thursday
    friday snda nda bla sbla pma anda maa"""
)
OFFICES = words(
    "leitung führung geschäftsführung vorsitz secretary minister ministers governor senator police "
    "stf cm ambassador commissioner sheriff mayor"
)
PUBLIC = words(
    "trump biden harris obama putin modi xi zelensky zelenskyy netanyahu macron merz scholz starmer sunak erdogan orban"
)
BAD_TAILS = words(
    """sales festival council police government ministry embassy court parliament deals talks rules ties push plan
    plans costs charges change governor minister senator probe valuation round ipo we i i've"""
)
PLURALS = frozenset(f"{word}s" for word in DESCRIPTORS if word.isalpha() and not word.endswith("s")) | words(
    "companies agencies subsidiaries biotechs unternehmen jeunes-pousses entreprises sociétés aziende empresas"
)
# Behind the name of a founder these make a firm of both: "Hudson's Bay", "Dick's Sporting Goods".
SHOP_NOUNS = words(
    """pizza bay sporting goods kitchen bakery burgers burger foods farms farm coffee brewing brewery stores store
    supermarkets supermarket club wholesale department jewelers restaurants restaurant cafe grill chicken candies
    chocolate chocolates creamery dairy deli diner market markets wearhouse warehouse auto parts hardware lumber
    cosmetics fashion books outfitters furniture hotels inn steakhouse subs donuts bagels tavern pies popcorn juice"""
)
DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")
TIMES = words("week month year")
MONTHS = words(
    "jan feb mar apr may june july aug sept sep oct nov dec january february march april august september "
    "october november december"
)

# Words that have a capital only because they open a sentence; alone they name nobody.
ORDINARY = words(
    """accounts affordable alleged amount anonymous apparent artificial authorities book bumper cold competition
    confidential costly crippling declining devastating disappointing doesn't dominant ebit ebitda eps expensive
    experienced exposed falling final growing hacked handheld hasn't higher household improved increased
    increasing insgesamt intelligence isn't leaked link long-running losses lower making massive negative net
    now officials ongoing online operativ poor portable possible potential pre-tax pretax profits purveyor
    reduced renewable reusable revenues rising seasoned sensitive serious severe sluggish soaring stolen strich
    succeeding surprising suspected turnover unauthorised unauthorized unexpected unidentified unknown unterm
    weak weaker wearable widespread won't worse"""
)
