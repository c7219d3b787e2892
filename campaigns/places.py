"""Countries as texts name them: by name, by what their people are called, by their larger cities."""

from __future__ import annotations

from functools import cache

from babel import Locale

from campaigns.names import tokens

# Code: demonyms in the languages we read, then cities; "_" joins words. Names of countries come from CLDR.
_WORDS = """
US: american americans amerikanisch amerikanische américain américaine u.s. usa us new_york san_francisco silicon_valley boston chicago seattle austin los_angeles california texas palo_alto san_jose denver atlanta miami houston dallas philadelphia calif mass
GB: british britain briton uk u.k. london manchester cambridge oxford edinburgh bristol leeds england scotland scottish wales welsh britisch britische britannique glasgow birmingham
DE: german germans deutsch deutsche deutscher allemand allemande berlin munich münchen hamburg frankfurt cologne köln stuttgart düsseldorf leipzig
FR: french français française französisch französische paris lyon marseille toulouse lille bordeaux nantes grenoble montpellier strasbourg rennes
IT: italian italians italienisch italien italienne italiano italiana milan milano rome roma turin torino bologna
ES: spanish spaniard spanisch espagnol espagnole español española madrid barcelona valencia bilbao
PT: portuguese lisbon lisboa porto
NL: dutch niederländisch niederländische néerlandais amsterdam rotterdam eindhoven utrecht the_hague holland
BE: belgian belge belgisch brussels ghent gent antwerp leuven
CH: swiss schweizer suisse zurich zürich geneva genève basel lausanne zug
AT: austrian österreichisch österreichische autrichien vienna wien graz linz
SE: swedish schwedisch schwedische suédois stockholm gothenburg malmö
NO: norwegian norwegisch oslo bergen trondheim
DK: danish dänisch danois copenhagen aarhus
FI: finnish finnisch helsinki espoo tampere
IE: irish irisch irlandais dublin cork galway
PL: polish polnisch polonais warsaw krakow wroclaw
CZ: czech prague brno
EE: estonian tallinn
LT: lithuanian vilnius
LV: latvian riga
UA: ukrainian kyiv
RO: romanian bucharest
GR: greek athens
HU: hungarian budapest
TR: turkish istanbul ankara
RU: russian moscow
IL: israeli israelis tel_aviv jerusalem haifa
AE: emirati dubai abu_dhabi uae
SA: saudi riyadh
EG: egyptian cairo
NG: nigerian lagos abuja
KE: kenyan nairobi
GH: ghanaian accra
ZA: south_african johannesburg cape_town
IN: indian indians bengaluru bangalore mumbai delhi new_delhi hyderabad chennai pune gurugram gurgaon noida ahmedabad kolkata
PK: pakistani karachi lahore
BD: bangladeshi dhaka
CN: chinese chinesisch chinois beijing shanghai shenzhen hangzhou guangzhou taizhou suzhou nanjing chengdu wuhan
HK: hong_kong hongkong
TW: taiwanese taipei hsinchu
JP: japanese japanisch japonais tokyo osaka kyoto nagoya
KR: korean koreanisch coréen seoul busan south_korea
SG: singaporean
MY: malaysian kuala_lumpur
ID: indonesian jakarta
TH: thai bangkok
VN: vietnamese hanoi ho_chi_minh saigon
PH: filipino philippine manila
AU: australian aussie sydney melbourne brisbane perth adelaide
NZ: new_zealander auckland wellington
CA: canadian toronto vancouver montreal ottawa calgary
MX: mexican monterrey guadalajara
BR: brazilian sao_paulo rio_de_janeiro
AR: argentine argentinian buenos_aires
CL: chilean
CO: colombian bogota medellin
PE: peruvian
"""
LONGEST = 3  # words of the longest name of a place


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    codes = []
    for line in _WORDS.strip().splitlines():
        code, _, words = line.partition(": ")
        codes.append(code)
        table |= {"".join(tokens(word.replace("_", " "))): code for word in words.split()}
    for language in ("en", "de", "fr", "es", "it"):
        territories = Locale(language).territories
        table |= {"".join(tokens(territories[code])): code for code in codes}
    return table


def places(words: list[str]) -> list[tuple[int, str]]:
    """(index of the first word, country code) for every country, people or city among folded words."""
    table = _table()
    found = []
    for at in range(len(words)):
        for count in range(LONGEST, 0, -1):
            code = table.get("".join(words[at : at + count])) if at + count <= len(words) else None
            if code is not None:
                found.append((at, code))
                break
    return found
