"""French sentences of orders, sites, results, rulings, pacts and breaches in which the firm stands behind the news.

The noun or the authority comes first and the firm after "de", "à", "par", "chez" or "sur": "La Cnil a infligé une
amende à Acme", "La nouvelle usine d'Acme a été inaugurée", "Globex a commandé trente hélicoptères à Acme".
"""

from __future__ import annotations

from triggers.detect.french.base import _p
from triggers.detect.french.sentences import _CAP, _OF, _SUBJECT, _WHO, _WHOM
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K

_END = r"(?=$|[ .,;:!?(–|])"
_SITE = (
    r"(?:usines?|sites?|bureaux?|entrepôts?|magasins?|boutiques?|hôtels?|atelier|ateliers|centre|centres|laboratoire|"
    r"siège|plateforme logistique|agences?|filiale|filiales|ligne de production|lignes? d['’]assemblage|chaîne|campus|"
    r"implantation|restaurants?|brasserie|cimenterie|raffinerie|capacités?|hub|dépôt|data ?center|unité)"
)
_FIGURE = (
    r"(?:chiffre d['’]affaires|ventes|bénéfices?(?: nets?)?|résultats?(?: nets?| opérationnels?)?|profits?|"
    r"pertes?|recettes|"
    r"marges?|revenus|excédent brut|ebitda|Ebitda)"
)
_BODY = (
    r"(?:Autorité de la concurrence|Autorité des marchés financiers|AMF|ACPR|Cnil|CNIL|Commission européenne|"
    r"Commission|"
    r"Bruxelles|DGCCRF|Arcep|Arcom|justice|parquet[\w ]*|tribunal[\w ]*|préfet\w*|gendarme \w+|régulateur|FDA|EMA|"
    r"Comco|Finma|autorités|gouvernement|Répression des fraudes|Agence [\w ]+|HAS|cour d['’]appel|Direccte|fisc)"
)
_BUILT = (
    r"(?:inaugurée?s?|construite?s?|ouverte?s?|ouvrira|ouvre|verra le jour|voit le jour|sort de terre|entre en service|"
    r"opérationnelle?|lancée?s?|posée|démarre|annoncée?s?)"
)
_LETS = (
    r"(?:feu vert|autorisation|agrément|licence|accord|approbation|autorisé|validé|approuvé|autorise|valide|approuve)"
)

FIRST: tuple[Phrase, ...] = (
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?:va |a |vient d['’]|compte |prévoit d['’]|souhaite )?(?P<v>invest(?:it|ir|i)|"
        rf"injecte(?:r)?|consacre|met|"
        rf"débloque) [^;|]{{3,50}}? (?:dans|pour|à|sur) (?:son |sa |ses |un |une |deux |l['’]|le |la |agrandir |"
        rf"étendre |moderniser )"
        rf"[^;|]{{0,40}}?{_SITE}\b",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:a été |est |vient d['’]être |avait été )(?P<v>choisie?|retenue?|sélectionnée?|désignée?|"
        rf"mandatée?|chargée?) "
        r"(?:par |pour |afin de |de )",
    ),
    _p(
        K.REGULATORY,
        rf"{_BODY} [^;|]{{0,60}}?(?P<v>{_LETS})[^;|]{{0,40}}? (?:rachat|acquisition|reprise|fusion|opération|"
        rf"projet) [^;|]"
        rf"{{2,60}}? par {_WHO}{_END}",
    ),
)

MORE: tuple[Phrase, ...] = (
    _p(
        K.EXPANSION,
        rf"\b(?:[Ll]a |[Ll]e |[Uu]ne? )(?:nouve\w+ |futur\w* |premi\w+ |second\w* |deuxième )?{_SITE} "
        rf"(?:[a-zà-ÿ-]+ ){{0,3}}?{_OF}"
        rf"{_WHO}[^;|]{{0,60}}? (?P<v>{_BUILT})\b",
    ),
    _p(
        K.EXPANSION,
        rf"[Aa]vec (?P<v>l['’]ouverture|la création|l['’]implantation|la construction|l['’]inauguration) [^;|"
        rf",]{{3,70}}, {_WHO} "
        r"(?:s['’]|se |pose|entre|arrive|débarque|renforce|étend|confirme|accélère|poursuit|met|fait|franchit)",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?:va |vient de |veut |compte )?(?P<v>s['’]install(?:e|er)|s['’]implant(?:e|er)|"
        rf"s['’]étend(?:re)?|se "
        rf"développe|débarqu(?:e|er)|arriv(?:e|er)|pos(?:e|er) ses valises|met(?:tre)? le cap) (?:en|au|aux|à|sur|"
        rf"dans) "
        rf"(?:le |la |l['’])?{_CAP}",
    ),
    _p(
        K.EXPANSION,
        rf"(?P<v>[Ll]es travaux|[Ll]e chantier|[Ll]a construction|[Ll]a première pierre|[Ll]['’]extension|"
        rf"[Ll]['’]agrandissement|"
        rf"[Ll]['’]inauguration|[Ll]['’]ouverture) (?:de |du |d['’])[^;|]{{0,40}}?{_SITE} (?:[a-zà-ÿ-]+ "
        rf"){{0,3}}?{_OF}{_WHO}{_END}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT} et {_WHOM} (?![^;|]*\b(?:rachat|acquisition|fusion|reprise)\b)(?:ont |vont |viennent de |"
        rf"veulent |comptent )?(?P<v>sign\w+|conclu\w*|noué\w*|nouent|scell\w+|"
        rf"cré\w+|form\w+|lanc\w+|annonc\w+|uni\w+|alli\w+|s['’]allient|collabor\w+|coop[eé]r\w+) (?:leurs forces|"
        rf"ensemble|"
        r"[^;|]{0,40}?(?:accord|partenariat|alliance|coentreprise|co-entreprise|coopération|collaboration|protocole|"
        r"joint-venture|rapprochement|pour|dans|autour))",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT} (?:s['’]est |se sont |vient de s['’]|va s['’])(?P<v>alli(?:é|er)e?s?|associ(?:é|er)e?s?|"
        rf"uni[re]?s?|rapproch(?:é|er)e?s?)"
        rf" (?:à |avec |au |de ){_WHOM}{_END}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"(?:partenariat|alliance|accord|coentreprise|protocole)[^;|]{{0,40}}? (?P<v>signée?|conclue?|nouée?|"
        rf"scellée?|annoncée?|créée?) "
        rf"entre {_WHO} et {_WHOM}{_END}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:^|[.|] )C['’]est {_WHO} qui (?P<v>construira|fournira|livrera|équipera|exploitera|gérera|réalisera|"
        rf"assurera)\b",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|[.|:,] ){_WHO} a (?P<v>vu|terminé|clos|fini|bouclé) (?:ses|son|sa|l['’]année|l['’]exercice|le "
        rf"(?:trimestre|semestre))"
        rf"[^;|]{{0,40}}?(?:{_FIGURE}|dans le (?:rouge|vert)|bondi\w*|chut\w+|recul\w+|progress\w+|perte)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Ll]es? )?(?:site|serveurs?|systèmes?|comptes?|données)[^;|]{{0,30}}? {_OF}{_WHO} (?:a|ont) "
        rf"(?P<v>été) (?:piratée?s?|hackée?s?|"
        r"attaquée?s?|compromis\w*|paralysée?s?|volée?s?)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:^|[.|] ){_CAP}[^;|]{{1,50}}? (?:a |ont |vient de |vont |va )?(?P<v>command(?:é|er|e|ent)|confi(?:é|"
        rf"er|e|ent)|attribu(?:é|"
        rf"er|e)|pass(?:é|er|e) commande|notifi(?:é|er|e)|achèt(?:e|ent)|achet(?:é|er)) [^;|]{{2,80}}? (?:à|"
        rf"auprès de|auprès d['’]) "
        rf"(?:l['’]|la |le )?{_WHO}{_END}(?! (?:la (?:gestion|construction)|a ))",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:va |a |vient d['’])(?P<v>équip(?:er|é)|fourni(?:r)?|livr(?:er|é)|exploiter|gérer) [^;|"
        rf"]{{3,80}}? "
        rf"(?:de la ville|de l['’]armée|de la marine|pour (?:le |la |l['’])?{_CAP}|à (?:la |l['’])?{_CAP}|des |du "
        rf"|de {_CAP}|d['’]{_CAP})",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?:a |vient d['’]|va |doit |devrait |pourrait )?(?P<v>abaiss(?:é|er|e)|relev(?:é|er|e|è)\w*|"
        rf"confirm(?:é|er|e)|"
        rf"révis(?:é|er|e)|maint(?:ient|enu|enir)|rédui(?:t|re)|rehauss(?:é|er|e)|dépass(?:é|er|e)|manqu(?:é|er|"
        rf"e)|atteint) (?:à la "
        rf"(?:hausse|baisse) )?(?:ses|son|sa|leurs?) (?:prévisions?|objectifs?|perspectives|cible|guidance|dividende)",
    ),
    _p(
        K.EARNINGS,
        rf"{_FIGURE} (?:[a-zà-ÿ-]+ ){{0,2}}?{_OF}{_WHO}[^;|]{{0,40}}? (?P<v>a |ont |est |sont |"
        rf"s['’])?(?:progress\w+|recul\w+|augment\w+|"
        rf"baiss\w+|chut\w+|bondi\w*|grimp\w+|doubl\w+|tripl\w+|diminu\w+|établi\w*|ressort\w*|atteint|élev\w+|"
        rf"plong\w+|redress\w+)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?:a |est |vient de )?(?P<v>plonge\w*|replonge|tombe\w*|bascul\w+|rest\w+|revien\w+|revenu|"
        rf"repass\w+|retrouv\w+) "
        rf"(?:[^;|]{{0,30}}? )?(?:dans le (?:rouge|vert)|en (?:perte|positif)|à l['’]équilibre|aux bénéfices|les? "
        rf"(?:profits?|bénéfices?))",
    ),
    _p(
        K.REGULATORY,
        rf"{_BODY} (?:a |ont |vient d['’]|va )?(?P<v>inflig(?:é|er|e)|condamn(?:é|er|e)|sanctionn(?:é|er|e)|"
        rf"inter(?:dit|dire)|bloqu(?:é|er|"
        rf"e)|poursui(?:t|vre|vi)|assign(?:é|er|e)|retir(?:é|er|e)|suspend(?:u|re)?|met en demeure|épingl(?:é|er|"
        rf"e)|autoris(?:é|er|e)|"
        rf"accus(?:é|er|e)|enquêt(?:é|er|e)|ouv(?:re|ert|rir)) (?:[^;|]{{0,80}}? (?:à|contre|sur|de|pour|chez) "
        rf")?{_WHO}{_END}",
    ),
    _p(
        K.REGULATORY,
        rf"(?P<v>[Pp]erquisitions?|[Ee]nquête|[Pp]rocès|[Pp]laintes?|[Aa]mende)(?: [a-zà-ÿ']+){{0,5}}? (?:au "
        rf"siège |dans les (?:locaux|bureaux) "
        rf")?(?:de |d['’]|du |chez |contre |sur |visant |pour ){_WHO}{_END}",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"{_SUBJECT} (?:a |vient d['’]|confirme |reconnaît |admet |affirme |dit |annonce )(?P<v>avoir (?:subi|"
        rf"été)|subi|été|détecté) "
        r"[^;|]{0,50}?(?:intrusion|cyberattaque|piratage|piratée?|fuite de données|rançongiciel|attaque "
        r"informatique|vol de données)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Cc]yberattaque|[Aa]ttaque informatique|[Rr]ançongiciel|[Pp]iratage|[Hh]ackers?|[Pp]irates)[^;|"
        rf"]{{0,30}}? (?P<v>paralys\w+|"
        rf"frapp\w+|touch\w+|vis\w+|perturb\w+|bloqu\w+|affect\w+|vol\w+|contre|chez) (?:[^;|]{{0,40}}? (?:de |"
        rf"d['’]|du ))?{_WHO}{_END}",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_SUBJECT} (?:va |vient de |veut |a )?(?P<v>présent(?:e|er|é)|propos(?:e|er)|sort(?:ir)?|enrichi(?:t|"
        rf"r)|élargi(?:t|r)|complèt(?:e)|"
        rf"met(?:tre)? en vente|mis en vente) (?:un|une|son|sa|ses|le|la|deux) (?:[a-zà-ÿ-]+ ){{0,2}}?(?:nouve\w+|"
        rf"premi\w+|gamme|offre|version|"
        r"application|appli|modèle|service)\b",
    ),
)
