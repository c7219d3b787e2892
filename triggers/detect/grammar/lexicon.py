"""Word lists shared by the grammar. Lower case, no possessives. General language only: no list of target companies."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


LEGAL = words(
    "inc inc. incorporated corp corp. corporation co co. company ltd ltd. limited llc llp lp plc "
    "gmbh ag sa sas sarl srl spa bv nv ab as aps oy oyj pte pte. pty pty."
    " kk kgaa se s.a. s.p.a. n.v. b.v. kg ug eg sàrl s.r.l. cos. bhd berhad tbk"
)

# Common nouns that say what a company is. What follows one of them is its name.
DESCRIPTORS = words(
    """backer startup startups start-up start-ups scaleup scale-up company companies firm firms maker makers giant
    giants developer builder provider operator retailer e-tailer etailer lender insurer insurtech fintech edtech
    healthtech proptech agritech agtech medtech biotech femtech cleantech climatetech foodtech legaltech martech
    adtech regtech deeptech spacetech logtech hrtech saas platform marketplace brand unicorn decacorn soonicorn
    neobank challenger chipmaker carmaker automaker drugmaker planemaker phonemaker toymaker steelmaker
    shipbuilder manufacturer supplier specialist portal agency producer rival parent owner custodian
    conglomerate heavyweight major app miner airline carrier bank-owner chain vendor distributor wholesaler
    integrator contractor hyperscaler publisher broadcaster streamer consultancy bookmaker brewer distiller
    jeweller jeweler grocer supermarket restaurant utility subsidiary arm unit spinoff spin-off spinout spin-out
    offshoot affiliate player powerhouse pioneer upstart aggregator enabler creator designer processor refiner
    explorer driller foundry fabless tycoon business outfit venture project group's marketer innovator leader
    newcomer incumbent store maker's team lab bellwether oem ott telco operator's exchange broker brokerage
    wallet cloud-provider processor unternehmen firma konzern hersteller anbieter startup-unternehmen tochter
    händler entwickler betreiber spezialist versicherer autobauer chiphersteller jungunternehmen softwarefirma
    softwareunternehmen plattform dienstleister energieversorger versorger zulieferer autozulieferer
    maschinenbauer pharmakonzern pharmafirma energiekonzern autokonzern technologiekonzern softwarekonzern
    chemiekonzern dax-konzern wettbewerber konkurrent konkurrenten rivale rivalen start-up jungfirma
    traditionskonzern familienunternehmen onlinehändler modehändler mutterkonzern tochterfirma
    tochtergesellschaft biotechfirma kette brauerei reederei direktbank neobroker entreprise société fabricant
    éditeur spécialiste fournisseur pépite jeune-pousse opérateur constructeur enseigne géant groupe filiale
    licorne startup plateforme application appli néobanque assureur assurtech transporteur chausseur distributeur
    équipementier laboratoire mutuelle mutuelles fonds courtier agence éditrice banque laiterie maison brasseur
    promoteur foncière cabinet équipe editeur lab-grown compañía aseguradora aerolínea cadena constructora eléctrica
    energética neobanco aplicación tecnológica firma startup scaleup farmacéutica fabbrica banca assicurazione
    compagnia app gruppo marchio casa editrice scale-up insurtech onlineshop marktplatz restaurantkette buchverlag
    lieferdienst apotheke versandhändler werft bank-startup superapp neocloud robotaxi chipmaker winery brewery
    newspaper hotelier cruise-line operator's builder's unicorn's empresa compañía fabricante plataforma fintech
    gigante grupo cadena azienda società
    piattaforma produttore gruppo colosso operadora filial bedrijf onderneming housebuilder homebuilder"""
)
DESCRIPTOR_ENDINGS = (
    "maker",
    "makers",
    "tech",
    "-startup",
    "firma",
    "unternehmen",
    "konzern",
    "hersteller",
    "anbieter",
    "spezialist",
    "händler",
    "dienstleister",
    "entwickler",
    "plattform",
    "start-up",
    "scale-up",
    "kette",
    "dienst",
    "marktplatz",
    "portal",
    "apotheke",
    "börse",
    "versicherer",
    "verlag",
    "brauerei",
    "reederei",
    "zulieferer",
    "lieferant",
    "bauer",
    "produzent",
    "vermieter",
    "verleiher",
    "logistiker",
    "discounter",
    "vermittler",
    "makler",
    "veranstalter",
    "riese",
    "gigant",
    "gruppe",
    "betreiber",
    "onlineshop",
    "marke",
    "züchter",
    "werft",
    "röster",
    "ausrüster",
    "bäckerei",
    "finanzierer",
)

# Nouns for people; a name after one of them is a person's.
PEOPLE = words(
    """founder co-founder cofounder founders billionaire investor entrepreneur researcher scientist veteran
    executive exec alum alumni alumnus banker trader analyst lawyer engineer professor actor actress singer star
    cricketer boss chief heir tycoon mogul magnate insider minister president senator governor mayor politician
    designer gründer gründerin investor unternehmer fondateur fondatrice ex-ceo ex-cfo strategist economist
    dealmaker rainmaker cm backer's ceo cfo coo cto"""
)

DEMONYMS = words(
    """american us u.s. uk u.k. british english scottish welsh irish french german swiss austrian dutch belgian
    luxembourg spanish portuguese italian greek turkish danish swedish norwegian finnish icelandic estonian
    latvian lithuanian polish czech slovak slovenian croatian serbian romanian bulgarian hungarian ukrainian
    russian israeli emirati saudi qatari egyptian nigerian kenyan ghanaian south african moroccan tunisian
    indian pakistani bangladeshi sri lankan nepali chinese taiwanese japanese korean vietnamese thai malaysian
    singaporean indonesian philippine filipino cambodian australian canadian mexican brazilian argentine
    argentinian chilean colombian peruvian european african asian nordic baltic scandinavian latin asia-pacific
    pan-european jordanian lebanese iranian iraqi syrian afghan palestinian ukrainian cuban venezuelan ethiopian
    algerian münchner berliner hamburger kölner frankfurter stuttgarter leipziger dresdner düsseldorfer wiener
    zürcher züricher basler karlsruher heidelberger bonner potsdamer deutsche deutscher deutsches deutschen
    französische französischer britische britischer amerikanische amerikanischer us-amerikanische schweizer
    österreichische österreichischer österreichischen niederländische schwedische israelische chinesische
    chinesischer japanische indische italienische spanische française français allemande allemand parisienne
    parisien lyonnaise lyonnais toulousaine bordelaise nantaise lilloise américain américaine britannique
    española español catalana madrileña italiana italiano milanese estadounidense
    françaises allemandes espagnoles italiennes européennes européens européenne européen américains américaines
    noruega turco turca alemana alemán francesa francés británica británico sueca sueco portuguesa portugués mexicana
    mexicano argentina argentino americana americano europea europeo tedesca tedesco francese inglese spagnola
    spagnolo svizzera svizzero belge suisse néerlandaise danoise suédoise britanniques chinois chinoise japonais
    japonaise vasco vasca valenciana valenciano sevillana gallega gallego barcelonesa bilbaína romana romano torinese
    dänische dänischer norwegische norwegischer finnische finnischer polnische polnischer belgische belgischer
    türkische türkischer russische russischer koreanische koreanischer kanadische kanadischer europäische
    europäischer leipziger bremer hannoveraner nürnberger augsburger mannheimer essener dortmunder freiburger
    grazer linzer luzerner genfer"""
)
PLACES = words(
    """china india japan korea vietnam thailand malaysia singapore indonesia philippines taiwan australia canada
    mexico brazil argentina chile colombia peru uk britain england scotland wales ireland france germany
    switzerland austria netherlands belgium spain portugal italy greece turkey türkiye denmark sweden norway
    finland iceland estonia latvia lithuania poland czechia slovakia slovenia croatia serbia romania bulgaria
    hungary ukraine russia israel uae dubai qatar egypt nigeria kenya ghana africa asia europe america america's
    london paris berlin munich hamburg zurich geneva amsterdam stockholm copenhagen oslo helsinki dublin madrid
    barcelona lisbon milan rome vienna brussels warsaw prague budapest bucharest tallinn vilnius riga athens
    istanbul bengaluru bangalore mumbai delhi pune hyderabad chennai gurugram noida kolkata ahmedabad jaipur
    shanghai beijing shenzhen hangzhou guangzhou nanjing suzhou chengdu wuhan hong seoul busan tokyo osaka
    taipei hanoi jakarta manila bangkok sydney melbourne brisbane perth auckland toronto montreal vancouver
    ottawa calgary york boston chicago seattle austin denver dallas houston atlanta miami california texas
    florida massachusetts virginia ohio michigan colorado utah washington oregon arizona nevada pennsylvania
    mississippi arkansas georgia carolina hampshire rhode jersey francisco angeles diego jose valley cambridge
    oxford bristol
    manchester edinburgh glasgow
    leeds birmingham belfast pakistan bangladesh lanka nepal cambodia laos myanmar macau riyadh jeddah abu dhabi
    doha cairo lagos nairobi cape johannesburg kuala lumpur penang us u.s. usa eu deutschland frankreich schweiz
    österreich italien spanien niederlande münchen köln frankfurt stuttgart düsseldorf leipzig dresden wien
    zürich basel genf allemagne espagne italie suisse belgique royaume-uni états-unis chine inde japon lyon
    marseille toulouse bordeaux nantes lille strasbourg grenoble rennes montpellier odisha karnataka maharashtra
    gujarat tamil nadu telangana kerala punjab rajasthan bihar haryana andhra pradesh uttar madhya assam goa
    jharkhand uttarakhand himachal chhattisgarh west bengal indiana illinois missouri tennessee kentucky alabama
    louisiana oklahoma wisconsin minnesota iowa nebraska kansas wyoming montana idaho dakota maine vermont
    connecticut delaware maryland hawaii alaska ontario quebec alberta bavaria bayern sachsen hessen saxony
    brandenburg catalonia sabah sarawak selangor johor guangdong sichuan jiangsu zhejiang tibet españa alemania
    francia italia germania milano roma torino sevilla valencia bilbao málaga
    kong iran syria afghanistan cuba yemen libya sudan somalia congo haiti honduras nicaragua
    rica panama ecuador uruguay paraguay bolivia venezuela guatemala jamaica morocco tunisia algeria ethiopia uganda
    tanzania rwanda senegal angola zambia zimbabwe mozambique namibia botswana oman kuwait bahrain lebanon iraq
    kazakhstan uzbekistan armenia azerbaijan mongolia brunei malta cyprus luxembourg liechtenstein albania kosovo
    montenegro bosnia moldova belarus scandinavia nordics baltics benelux iberia balkans caribbean apac emea latam
    midwest zealand nashville memphis louisville indianapolis cleveland cincinnati pittsburgh philadelphia baltimore
    milwaukee minneapolis detroit omaha tucson albuquerque sacramento orlando tampa jacksonville raleigh huntsville
    tulsa boise spokane honolulu cardiff swansea newcastle sheffield nottingham leicester southampton aberdeen dundee
    coventry rotterdam eindhoven utrecht antwerp ghent gothenburg malmö aarhus turin naples bologna krakow kraków
    wroclaw wrocław gdansk gdańsk brno bratislava ljubljana zagreb belgrade chandigarh kochi lucknow indore nagpur
    coimbatore bhopal visakhapatnam chongqing tianjin kyoto nagoya fukuoka yokohama incheon cebu surabaya karachi
    lahore dhaka aviv beirut sharjah tashkent almaty accra abuja kigali kampala dakar casablanca durban pretoria
    adelaide canberra winnipeg edmonton halifax bogota bogotá monterrey guadalajara paulo medellín"""
)
# After a demonym these make it part of a name: American Airlines, Canadian Solar, Swiss Re, Deutsche Bank.
NATIONAL_HEADS = words(
    """airlines airways air express tire eagle electric water tower steel oil petroleum bank telecom telekom gas
    railways railway rail land solar apparel national international post life re mobile unicom southern eastern
    resources lithium tobacco motor motors power energy home century axle general standard woodmark financial
    capital börse wohnen bahn lufthansa bourse airlines-group pacific tyres hotels overseas natural western
    northern nuclear battery imperial utilities exchange foods bancorp börse xpress cellular silica ecology"""
)

# Words that stand between a subject and its verb and change nothing about who did it.
ADVERBS = words(
    """also just now soon again still finally officially quietly silently reportedly formally publicly recently
    today yesterday once then already never ever further jointly together apparently allegedly initially
    immediately newly abruptly suddenly separately even currently effectively simultaneously monday tuesday
    wednesday thursday friday saturday sunday aggressively successfully proudly exclusively privately
    confidentially ebenfalls nun jetzt bereits heute offenbar weitere künftig vient d'annoncer d'avoir also's
    boldly sharply voluntarily strategically each both"""
)
AUXILIARIES = words(
    """to has have had is are was were be been being will would could may might should must can not having 's about
    set ready poised due hat haben wird werden wurde soll will zu a ont va vont est sont ha han fue es será è
    sarà hanno ha's"""
)
# Verbs that lead into the real one: "plans to buy", "agrees to buy", "in talks to buy", "is said to buy".
LEADING = words(
    """exclusive final preliminary late-stage finalises finalizes finalised finalized denies denied plans plan
    planned planning aims aim aimed aiming agrees agreed agree agreeing expects expect expected intends intend
    seeks seek sought seeking looks look looking wants want hopes hope considers consider considering considered
    mulls mull mulling weighs weigh weighing eyes eye eyeing explores explore exploring nears near nearing talks
    talk said says say prepares prepare preparing prepared moves move moving vows pledges pledged offers offer
    offered bids bid proposes proposed proposing decides decided wins helps continues begins began starts
    started confirms confirmed announces announced announce reveals revealed unveils likely option right deal
    agreement pact discussions negotiations negotiating advanced early close closer closing tries tried trying
    attempts attempting gears gearing opts chooses chose rumored rumoured understood tipped believed committed
    commits signs signed reached enters entered definitive signaled signals thinking contemplating plant plante
    planen erwägt erwägen möchte envisage projette prévoit compte souhaite annonce planea prevé anuncia estudia
    negocia valuta annuncia punta filing files filed completes completed has verge brink cusp"""
)
CONNECTORS = words("of & de du des der del della di da la le les los las von van den the et und e y 's for")
NAME_JOINTS = words("d' of & de du des dei dos del della di da von van le la the + et")
TITLE_SMALL = words(
    "a an the of in on at to for from by with as and or but nor amid over after before into its "
    "his her their via per than"
)

# Lower-case or Title Case words that never begin or make up a company's name.
NOT_NAMES = words(
    """the a an this that these those its his her their our your my it they he she we you i who what why how when
    where which while as after before amid with without for from by at in on to of into over under and or but if
    so than then there here more most some many several all both each every any no not new former ex first
    second third latest last next top big biggest largest leading major another other few two three four five
    six seven eight nine ten dozens hundreds thousands report reports exclusive breaking update updated watch
    video analysis opinion explained explainer explainers interview news live scoop shares share stock stocks
    market markets sources source investors investor analysts analyst regulators regulator government govt
    police court judge state states ministry minister president people employees employee workers worker staff
    users user customers customer hackers hacker startups firms companies company startup firm ceo cfo coo cto
    chief chairman founder founders boss board monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december today yesterday tomorrow week
    month year years quarter q1 q2 q3 q4 h1 h2 fy funding fundraising financing investment investments round
    rounds deal deals capital money ai tech ipo ipos seed series layoffs earnings results profit revenue sales
    data cloud security software technology according exclusive: plus meet inside meanwhile despite since record
    following during because only private public vc vcs pe equity venture ventures europe's ask show launch
    launches hn meetup opinion: privately founded based die der das ein eine einer den dem des und mit für von
    nach bei aus im am zum zur wie warum was neue neuer neues neuen erste auch le la les un une des du de et
    avec pour sur dans par ce cette son sa ses leur nouveau nouvelle el los las una il lo gli uno con para por
    en trump biden harris obama putin modi xi zelensky zelenskyy netanyahu macron merz scholz starmer sunak
    erdogan orban trump's hamas hezbollah taliban un eu nato congress senate parliament nasa pentagon fed
    treasury army navy kremlin democrats republicans gop labour tories houthis israel idf cdc nih who unicef
    unesco man woman men women boy girl poll study survey researchers scientists experts i've i'm i'd we'd
    you'll they've delays scams attack attacks load beta version damage debugging migration cops pharmacies
    people concerns layoffs musk zuckerberg bezos altman nadella pichai huang bhubaneswar iphone ipad macbook
    galaxy pixel chatgpt gemini playstation xbox android windows failing amid both we've i've we're i'm it's
    university college council charity hospital museum church library county district village hacktivists
    cybercriminals average median typical fcc faa epa nhtsa cfpb ofcom sebi north south esa isro jaxa gsa usda
    hmrc band choir orchestra singer scammers nurses doctors pilots lawmakers senators residents locals parents
    teachers students drivers passengers here's that's what's who's let's billionaire co-founder cofounder
    entrepreneur researchers scientists us-based eu uk us u.s. usa fda sec ftc doj nasdaq nyse"""
)

UNIT_NOUNS = words(
    """business businesses unit units division divisions arm assets asset stake stakes operations operation
    portfolio subsidiary subsidiaries segment rights interests interest brand brands plant plants factory
    factories site sites store stores team teams platform technology network parent shares share holding
    holdings bid offer deal acquisition takeover merger buyout purchase sale data center centers centre centres
    geschäft sparte tochter anteile activité activités filiale negocio attività cloud mortgage lab clinic
    clinics mine mines"""
)

MONTHS = {
    m: i
    for i, m in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTHS |= {m[:3]: i for m, i in list(MONTHS.items())} | {"sept": 9}
MONTHS |= {
    m: i
    for i, m in enumerate(
        [
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
        1,
    )
}
MONTHS |= {
    m: i
    for i, m in enumerate(
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        1,
    )
}

GIVEN = words(
    """aaron abdul abhishek adam aditya adrian ahmed ajay akash alan albert alessandro alex alexander alexandra
    alexis alfred ali alice alicia alison allison amanda amber amir amit amy ana anand andre andrea andreas
    andrew andy angela anil anita anjali ankit ann anna anne annette anthony antoine antonio anu anthony arjun
    arnaud arthur arun ashish ashley ashok astrid barbara ben benjamin bernard bernd beth bharat bill björn bob
    brad brandon brenda brett brian bruce bruno carl carlos carol caroline catherine cathy cecile charles
    charlie charlotte chen chloe chris christian christina christine christoph christophe christopher cindy
    claire clara claudia colin craig cristina dan dana daniel daniela danielle dario darren dave david dean
    deborah deepak denis dennis derek diana diane didier dieter dirk don donald donna doug douglas ed eddie
    eduardo edward elena eli elizabeth ellen emanuel emily emma emmanuel eric erik erin ernst esther ethan
    eugene eva evan eve fabian fatima felix fernando florian francesco francis francisco francois françois frank
    franz fred frederic frédéric friedrich gabriel gary gaurav geoff george georg gerald gerard gilles gina
    giovanni giulia glenn gordon grace graham greg gregory guido guillaume gunter hans hannah harald harish
    harold harry heather heidi heiko heinz helen helena helmut henri henrik henry herbert hugo ian ignacio
    ingrid irene isabel isabelle ivan jack jacob jacques jakob james jamie jan jane janet jason javier jay jean
    jeff jeffrey jennifer jens jeremy jerome jérôme jerry jesse jessica jill jim jimmy joachim joan joanna joe
    joel joerg jörg johan johann johannes john johnny jon jonas jonathan jordan jorge jose josé josef joseph
    josh joshua joyce juan judith judy julia julian julie julien julio jürgen justin kai karan karen karin karl
    karsten kate katherine kathleen kathrin kathy katie katrin keith kelly ken kenneth kevin kim kiran klaus
    konstantin kumar kunal kurt kyle lara larry lars laura lauren laurent leo leon leonardo lena leslie lisa liz
    lorenzo louis louise luc luca lucas lucia luis luke lukas manish manuel marc marcel marco marcus margaret
    maria marie mario marion mark markus martin martina mary mathieu matt matteo matthew matthias maurice max
    maximilian mayank megan mehdi mei melanie melissa michael michel michelle miguel mike mohamed mohammed mohit
    monica monika nadia naina nancy naveen neha neil nicholas nick nicola nicolas nicole nikhil nils nina nitin
    norbert oliver olivia olivier oscar otto pablo paolo pascal patricia patrick paul paula pavel pedro peter
    petra phil philip philipp philippe pierre pooja prakash pranav prashant priya rachel rahul raj rajesh rajiv
    rakesh ralf ralph ram ramesh raphael ravi ray raymond rebecca renate renaud rene rené ricardo richard rick
    rob robert roberto robin rodrigo roger rohan rohit roland rolf roman ron ronald rosa ross roy rudolf russell
    ruth ryan sabine sachin sally sam samantha samuel sandeep sandra sanjay santosh sara sarah saurabh scott
    sean sebastian sergey sergio shane shannon sharon shawn shreya siddharth silvia simon simone sofia sonia
    sophie stefan stefanie stefano stephan stephane stéphane stephanie stephen steve steven stuart sue sunil
    suresh susan susanne suzanne sven sylvia sylvie tamara tanja tara ted teresa terry theo theresa thierry
    thomas thorsten tim timo timothy tina tobias todd tom tommy tony torsten tracy travis trevor ulf ulrich
    umesh ursula ute uwe valerie vanessa varun vera veronica victor victoria vijay vikas vikram vincent vinay
    virginie vivek volker walter warren wayne wei wendy werner will willem william wolfgang xavier yan yann yves
    yvonne zach zoe arvind satya sundar tobi elon mukesh nandan piyush"""
)
