"""French news told in whole sentences, as trade papers and company pages tell it.

Such a sentence puts an aside of any length between who and what ("Le groupe Acme a annoncé lundi, dans un communiqué,
l'acquisition de Globex") and says what happened by a noun, an infinitive of the past or a participle. A few verbs of
saying lead to all of them.
"""

from __future__ import annotations

from triggers.detect.french.base import _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_CAP = r"[A-ZÀ-Þ]"
_FIRM = (
    rf"(?:{_CAP}|\d+{_CAP})[\w.&+'’/-]*(?: (?:(?:{_CAP}|\d+{_CAP}|& )[\w.&+'’/-]*|(?:de|du|des|la|le|et) (?={_CAP})"
    rf"(?=[\w-]+ (?:SA|SAS|Groupe|Group|Industries)\b)[\w-]+)){{0,4}}"
)
# An article and what kind of company it is, where it comes from; then the name.
_FORE = r"(?:(?:[Ll]e |[Ll]a |[Ll]['’]|[Ll]es |[Uu]ne? |[Aa]u |[Aa]ux )(?:[a-zà-ÿ'’-]+ ){0,6}|(?:[a-zà-ÿ-]+ ){0,2})?"
_PLACE = r"(?:Chine|France|Europe|Allemagne|Italie|Espagne|Grèce|Belgique|Suisse|Inde|Bourse|Paris|Lyon|Isère)\b"
_WHO = rf"{_FORE}(?P<a>(?!{_PLACE}){_FIRM})"
_WHOM = rf"{_FORE}(?P<b>(?!{_PLACE}){_FIRM})"
_BRACKETS = r"(?: ?\([^)]{1,40}\))?(?:, [^,;:]{3,100},)?"
_SUBJECT = rf"(?:^|[.|:,] ){_WHO}{_BRACKETS}"
_DAY = r"(?: (?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui)(?: \d+ \w+)?)?"
_SAYS = (
    rf"{_SUBJECT} (?P<v>annonce|annonçait|annoncé|confirme|confirmé|officialise|officialisé|dévoile|dévoilé|"
    rf"a annoncé|a confirmé|a officialisé|vient d['’]annoncer|ont annoncé){_DAY}(?:,[^;|]{{0,120}}?,)?(?: avoir|"
    rf" vouloir|"
    r" qu['’]il| qu['’]elle)?"
)
_OF = r"(?:de |du |d['’]|des )"
_PART = r"(?:la totalité |l['’]intégralité |l['’]ensemble |la majorité |(?:\d+|[\d,]+) ?% (?:du capital )?)?"

# What somebody says: firmer than any verb of the tables.
FIRST: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?:a |ont |vient de |va |reprend)?(?P<v>repris|acquis|racheté|absorbé|avalé|reprendre|"
        rf"racheter|acquérir) "
        rf"(?:son |sa |ses )(?:[a-zà-ÿ]+ ){{1,4}}(?P<b>{_FIRM})",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|] ){_WHOM} change de mains : {_WHO} (?:la |le |l['’])?(?P<v>rachète|reprend|acquiert)",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|[.|:] )(?:[Ll]e chiffre d['’]affaires|[Ll]es ventes|[Ll]e bénéfice(?: net)?|[Ll]e résultat(?: "
        rf"net)?|[Ll]es "
        rf"profits|[Ll]es pertes|[Ll]a perte) {_OF}(?:groupe |l['’])?{_WHO} (?P<v>recul\w+|progress\w+|bondi\w*|"
        rf"chut\w+|baiss\w+|"
        r"augment\w+|plong\w+|grimp\w+|s['’]\w+|doubl\w+|tripl\w+|attei\w+|dépass\w+|est|sont|a)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?P<v>[Cc]yberattaque|[Pp]iratage|[Rr]ançongiciel|[Hh]ackers?) : (?:[a-zà-ÿ'’ ]{{3,40}}? "
        rf")?{_OF}(?:l['’])?(?:[a-zà-ÿ]+ )?"
        rf"(?P<a>{_FIRM}) (?:paralysée?s?|touchée?s?|piratée?s?|dérobée?s?|volée?s?|bloquée?s?|à l['’]arrêt|hors)",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT} (?P<v>s['’]associe|s['’]allie|collabore|fait équipe|fait alliance) (?:[a-zà-ÿ]+ )?(?:à |"
        rf"avec |au ){_WHOM}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SAYS} (?:l['’]acquisition|le rachat|la reprise|la prise de contrôle|l['’]achat|un accord (?:pour|"
        rf"en vue) "
        rf"(?:racheter|l['’]acquisition)|le projet d['’]acquisition)[^,;|]{{0,40}}? {_OF}{_WHOM}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SAYS} (?:avoir )?(?:acquis|racheté|repris|finalisé (?:l['’]acquisition|le rachat) (?:de |du |"
        rf"d['’])) ?{_PART}"
        rf"(?:de |du |d['’])?{_WHOM}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_SAYS} (?:la nomination|l['’]arrivée|le recrutement) {_OF}{_P}(?: (?:au poste de|comme|en tant que|"
        rf"en qualité de|"
        rf"à la tête de|à la) ?{_R})?",
    ),
    _p(
        K.LAYOFFS,
        rf"{_SAYS}[^;|]{{0,40}}(?:suppressions? (?:de|d['’])|plan (?:social|de départs)|licenciements?\b|"
        rf"réduction d['’]effectifs)",
    ),
    _p(
        K.EXPANSION,
        rf"{_SAYS} (?:l['’]ouverture|la construction|l['’]implantation|l['’]extension|un investissement|"
        rf"l['’]agrandissement)"
        r"[^;|]{0,80}(?:usine|bureaux?|magasins?|site|siège|centre|entrepôt|filiale|laboratoire)",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SAYS}[^;|]{{0,30}}(?:un partenariat|une alliance|une coentreprise|une collaboration)[^,;|]{{0,40}} "
        rf"avec {_WHOM}",
    ),
)

FRENCH: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?:a |ont |vient de |va )?(?:finalis\w+|boucl\w+|annonc\w+|réalis\w+|sign\w+|conclu\w*|"
        rf"complét\w+) "
        rf"(?:[a-z]+ )?(?P<v>le rachat|l['’]acquisition|la reprise|l['’]achat) {_OF}{_PART}{_WHOM}",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|:] ){_WHOM}{_BRACKETS} (?P<v>passe|passent|tombe|tombent|entre|entrent|est passée?|est "
        rf"tombée?|rejoint) "
        rf"(?:sous le (?:giron|contrôle|pavillon)|dans (?:le giron|l['’]escarcelle)|entre les mains|dans le groupe|"
        rf"aux mains|le giron) {_OF}{_WHO}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_WHO} a été (?P<v>préférée?|choisie?|retenue?|désignée?) [^;|]{{0,140}}pour (?:l['’]acquisition|le "
        rf"rachat|la "
        rf"reprise) {_OF}{_WHOM}",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|,] ){_WHO} et {_WHOM} (?:ont signé|signent|ont conclu) un accord (?P<v>prévoyant|pour|de) "
        rf"[^;|]{{0,20}}"
        r"(?:rachat|fusion|acquisition|rapprochement)",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?P<v>négocie|discute|étudie|prépare) (?:de )?(?:son|sa) (?:rachat|vente|cession|reprise) "
        rf"(?:par|à|avec) "
        rf"{_WHOM}",
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?P<v>envisage|prévoit|projette|étudie|réfléchit à|veut|souhaite) ?(?:de )?(?:vendre|"
        rf"céder|la vente|la "
        r"cession|se séparer)\b",
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|:] )(?:[^:|]{{3,30}} : )?{_WHO} (?P<v>cède|vend|a cédé|a vendu) (?:sa|ses|son|la|le|les) "
        rf"(?:[a-zà-ÿ]+ ){{1,3}}?{_WHOM} (?:à|au) ",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?:[Cc]onseil d['’]administration|[Cc]onseil de surveillance|[Dd]irectoire|[Aa]ctionnaires) "
        rf"{_OF}{_WHO} (?:a|ont) "
        rf"(?P<v>nommé|désigné|élu|choisi) {_P} (?:au poste de |comme |en tant que |en qualité de |à la )?{_R}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>arrive|prend|succède|est arrivée?) (?:[^;|]{{0,40}} )?à (?P<r>la (?:tête|direction|présidence)"
        rf"(?: [a-zà-ÿ]+)?) {_OF}{_WHO}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"[Aa]près [^,;|]{{3,40}} à la tête {_OF}{_WHO}, {_P} (?P<v>s['’]en va|part|quitte|tire sa révérence|"
        rf"passe la main|"
        r"démissionne|cède)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|[.|:] )(?:[Ll]e |[Ll]a |[Ll]['’]){_R} {_OF}{_WHO}(?:, {_P},)? (?P<v>passe la main|tire sa "
        rf"révérence|jette "
        r"l['’]éponge|est sur le départ|prend sa retraite|quitte)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|[.|] )(?P<a>{_FIRM}) : [^:;|]{{0,40}}{_P} (?P<v>sur le départ|quitte|démissionne|évincée?|limogée?)",
    ),
    _p(
        K.LAYOFFS,
        rf"{_SUBJECT} (?:va |veut |compte |prévoit de |envisage de |s['’]apprête à )?(?P<v>supprimera|supprimer|"
        rf"supprime|"
        rf"supprimé|licenciera|licencie|fermera|fermer|ferme|annonce)\b(?=[^;|]{{0,110}}(?:postes|emplois|salariés|"
        r"licenciements?|plan social|suppressions?))",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?:va |a |vient d['’])?(?P<v>inaugure|inauguré|inaugurer|ouvrira|ouvert|ouvre|ouvrir|"
        rf"implante|construira|"
        rf"agrandit|investit|investira|investi)\b(?=[^;|]{{0,110}}(?:usine|bureaux?|magasins?|site|siège|centre|"
        rf"entrepôt|"
        r"atelier|boutiques?|plateforme|laboratoire|ligne de production|salles?|restaurants?|agences?|hôtels?|"
        r"chantier|"
        r"campus|clinique|antenne|showroom))(?![^;|]{0,60}(?:piscine|école|musée|"
        r"enquête))",
    ),
    _p(
        K.PARTNERSHIP,
        rf"(?:^|[.|:] ){_WHO} et {_WHOM} (?P<v>s['’]allient|s['’]associent|unissent|font alliance|créent une "
        rf"coentreprise|"
        r"collaborent|ont signé un partenariat|ont noué)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:a |vient de )?(?P<v>remporté|décroché|remporter|décrocher|signé|obtenu|reçu|livrera|"
        rf"fournira)\b"
        r"(?=[^;|]{0,50}(?:contrat|commande|marché|appel d['’]offres))",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?:a )?(?P<v>vu|enregistré|affiché|publié|réalisé|dégagé|essuyé|accusé|enregistre|réalise|"
        rf"dégage|accuse|"
        r"essuie)\b(?=[^;|]{0,80}(?:chiffre d['’]affaires|bénéfice|perte|résultat net|résultats|marge|trimestre|"
        r"semestre))"
        r"(?![^;|]{0,60}(?:levée|tour de table|augmentation de capital))",
    ),
    _p(
        K.EARNINGS,
        rf"(?:[Rr]ésultats(?: \w+)?|[Bb]ilan|[Cc]hiffre d['’]affaires) : {_WHO} (?P<v>[a-zà-ÿ]+)\b",
    ),
    _p(
        K.REGULATORY,
        rf"(?P<v>[Ss]ous le coup d['’]une (?:enquête|plainte|procédure))[^,;|]{{0,40}}, {_WHO}(?= [a-zà-ÿ])",
    ),
    _p(
        K.REGULATORY,
        rf"(?:^|[.|:] |, | et ){_WHO} (?:est |a été |sont |se retrouve )?(?P<v>sous le coup|visée?s?|condamnée?s?|"
        rf"sanctionnée?s?|mise?s? en examen|écope|fait l['’]objet|mise?s? en demeure|épinglée?s?)\b(?=[^;|]{{0,70}}"
        r"(?:enquête|plainte|amende|tribunal|[Cc]nil|CNIL|DGCCRF|[Cc]oncurrence|entente|procédure|justice|millions))",
    ),
    _p(
        K.REGULATORY,
        rf"{_SUBJECT} (?:a |vient d['’]|vient de )?[^;|]{{0,40}}?(?P<v>reçu|obtenu|obtenir|recevoir|obtient|"
        rf"reçoit|décroche) "
        r"(?:une |l['’]|le |son |un )?(?:première? )?(?:autorisation|agrément|feu vert|approbation|licence|"
        r"marquage CE)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"{_SUBJECT} (?:a |dit |reconnaît |confirme )?(?:avoir été |être |a été )?(?P<v>victime|touchée?|"
        rf"visée?|piratée?|"
        rf"frappée?)\b(?=[^;|]{{0,60}}(?:cyberattaque|vol de données|piratage|rançongiciel|fuite de données|"
        rf"intrusion))",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:^|[.|] ){_WHO} (?P<v>piratée?|hackée?|cyberattaquée?)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?P<v>sauve|améliore|redresse|creuse|réduit|double|triple) (?:sa |ses |son "
        rf")(?:rentabilité|marges?|"
        r"pertes?|bénéfices?|résultats?|chiffre d['’]affaires|profits?)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"\b(?P<v>nommer|nomination de|désigner) (?:M\. |Mme )?{_P} (?:en qualité de|au poste de|comme|en tant "
        rf"que|à la "
        rf"tête de) ?{_R} (?:de |du |d['’]|des ){_WHO}",
    ),
    _p(
        K.IPO,
        rf"{_SUBJECT} (?P<v>fait ses premiers pas|débute|entre|arrive|fait ses débuts) (?:en|à la|sur la) "
        rf"Bourse",
    ),
    _p(
        K.IPO,
        rf"(?P<v>[Ii]ntroduction en [Bb]ourse) {_OF}{_WHO} (?:est |a été )?(?:repoussée|annulée|reportée|"
        rf"suspendue|abandonnée)",
        Status.DENIED,
    ),
    _p(
        K.FUNDING,
        rf"(?:^|[.|] )[Aa]vec (?=[^,;|]{{0,60}}(?:millions?|M€)[^,;|]{{0,20}}levés?)[^,;|]{{3,120}}, {_WHO} "
        rf"(?P<v>[a-zà-ÿ]+)\b",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"{_SUBJECT} (?:a |vient de |vient d['’])?(?P<v>réalisé|réaliser|réalise|bouclé|boucler|annoncé) "
        rf"(?:une |son |un )"
        r"(?:[a-zà-ÿ]+ )?(?:augmentation de capital|levée|tour de table|financement)",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"(?:[Tt]our de table|[Ll]evée de fonds|[Ll]evée) pour {_WHO}, qui (?P<v>lève|récolte|boucle|obtient)",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"(?:fondateurs|dirigeants|créateurs) {_OF}{_WHO} ont (?P<v>convaincu|levé|séduit|récolté)\b",
        money=True,
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_SUBJECT} (?P<v>se lance) dans (?:le |la |les |l['’])[^;|]{{3,60}} avec (?:une |un |sa |son )",
    ),
)
