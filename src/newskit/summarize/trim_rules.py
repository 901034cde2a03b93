"""What a reader does not miss in a sentence, and what forbids to cut it.

All are matched against one sentence with each white space character as a space. The tables know
English and, for the plainest forms, German, French, Spanish, Italian and Portuguese. They are all
asked, whatever an article's language: their words do not meet.
"""

from __future__ import annotations

import re

from newskit.rule import Rule

# --- leading connectives --------------------------------------------------------------------------

# What is matched is cut, up to where the next word begins.
CONNECTIVES = (
    Rule(
        "english-connective",
        r"(?:However|Meanwhile|Moreover|Furthermore|Additionally|In addition|Also|Besides|"
        r"Nevertheless|Nonetheless|Consequently|Therefore|Thus|Hence|Accordingly|As a result|"
        r"As a consequence|In fact|Indeed|Of course|Still|Yet|Even so|That said|By contrast|"
        r"In contrast|On the other hand|At the same time|In turn|In response|Instead|Similarly|"
        r"Likewise|So|And|But|Plus|To that end|For that reason|After all|Finally|"
        r"Lastly|Notably|Importantly|Interestingly|In other words|In short|In conclusion|"
        r"To be sure|What is more|What['’]s more|On top of that|For his part|For her part|"
        r"For their part|Then again), ",
        "A connective and its comma. Not “otherwise”, “then”, “for example”: without them the "
        "sentence says something else.",
        hits=("However, the ferry sailed.", "In addition, shops closed.", "But, police said no."),
        misses=("However late it was, they sang.", "Otherwise, they sink.", "Soft, wet snow fell."),
    ),
    Rule(
        "english-conjunction",
        r"(?:But|And|Yet) (?!(?:not|even|only|neither|nor|too|for|to|like|rather|then|also|so|yet|"
        r"still|never|than|what|why|how|who|which|that|with that|because|now|again|there|if so|of|"
        r"yes|no,)\b)",
        "A conjunction, unless it is one with the word after it (“but for”, “and yet”).",
        hits=("But the mayor said no.", "And in May the bridge closed."),
        misses=("But for the rain they sailed.", "Butter was dear.", "And not a ferry ran."),
    ),
    Rule(
        "german-conjunction",
        r"(?:Aber|Doch|Und) (?=(?:(?:in|im|am|an|auf|bei|beim|nach|mit|für|von|vom|vor|zu|zum|zur|"
        r"seit|wegen|trotz) )?(?:(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|viele|"
        r"einige|mehrere|alle) )?(?:[a-zäöüß]{2,20}[enrsm] )?[A-ZÄÖÜ])",
        "A conjunction before a noun or a name. After the other connectives of German the verb "
        "comes first, and could not stay there.",
        hits=("Doch der Rat stimmte zu.", "Aber in Gundelfing regnet es."),
        misses=("Doch hat der Rat zugestimmt.", "Aber das ist teuer.", "Außerdem kam der Rat."),
    ),
    Rule(
        "french-connective",
        r"(?:(?:Cependant|Toutefois|Pourtant|Néanmoins|Par ailleurs|En outre|De plus|En revanche|"
        r"En effet|Enfin|Mais), |(?:Mais|Et) )"
        r"(?=(?:les?|la|une?|des|aucune?|plusieurs|certaine?s|dans|en|à|selon|pour|après) |"
        r"l['’]|(?<=, )[A-ZÀ-Þ])",
        "A connective before an article, a preposition or a name; not before a pronoun.",
        hits=("Mais le maire a dit non.", "Par ailleurs, la mairie est fermée."),
        misses=("Mais il a dit non.", "Et maintenant ?", "Ornans est inondée."),
    ),
    Rule(
        "spanish-connective",
        r"(?:(?:Sin embargo|No obstante|Además|Asimismo|En cambio|Mientras tanto|Por otra parte|"
        r"Por otro lado|Por su parte|De hecho|Finalmente|Pero), |(?:Pero|Y) )"
        r"(?=(?:un|una|el) (?!(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|pasado|año|"
        r"mes|día|\d))|(?:los|las) \w{2,20}s |(?<=, )[A-ZÀ-Þ])",
        "A connective before an article and a noun, or a name: without a subject the sentence "
        "would still lean.",
        hits=("Pero el alcalde dijo que no.", "Además, los vecinos protestan hoy."),
        misses=("Pero dijo que no.", "Pero el martes dijo que no.", "Y la vio."),
    ),
    Rule(
        "italian-connective",
        r"(?:(?:Tuttavia|Inoltre|Però|Infatti|Intanto|Infine|Ma), |Ma )"
        r"(?=(?:il|i|un|una|uno) |un['’]|(?<=, )[A-ZÀ-Þ])",
        "The same for Italian; “lo”, “la”, “gli” may be pronouns, “Ma Lin” is a name.",
        hits=("Ma il sindaco ha detto no.", "Tuttavia, Gundelfing è chiusa."),
        misses=("Ma ha detto no.", "Ma lo ha detto.", "Mai il sindaco parlò.", "Ma Lin spoke."),
    ),
    Rule(
        "portuguese-connective",
        r"(?:(?:No entanto|Além disso|Entretanto|Contudo|Todavia|Porém|Por outro lado|Por sua vez|"
        r"Mas), |Mas )(?=(?:o|os|um|uma) |(?<=, )[A-ZÀ-Þ])",
        "The same for Portuguese.",
        hits=("Mas o prefeito disse que não.", "Além disso, os moradores protestam."),
        misses=("Mas disse que não.", "Massas o agradam."),
    ),
)  # fmt: skip

# What may follow a connective and needs the sentence before, too; at the start.
STILL_LEANING = Rule(
    "still-leaning",
    r"^[^,.;]{0,40}\b(?:also|too|later|afterwards?|then|auch|aussi|también|anche|também)\b|"
    r"^(?:others?|one such|in the meantime|in such|by now|as such)\b|"
    r"^(?:(?:all|any|some|most|many|none|part|one|similar|thanks|due) )?(?:in|at|by|on|for|with|"
    r"without|after|before|from|despite|of|to|like|unlike|about|under|through) "
    r"(?:this|that|these|those|it|them|which|him|her|his|their|its)\b|"
    r"^(?:(?:now|today|yesterday|tomorrow|first|this \w{1,10}|last \w{1,10}|at first|at the time|"
    r"in [A-Z\d]\w{1,10}|on \w{3,6}day),? |as )(?:he|she|they|it|his|her|their)\b|"
    r"^[A-Z][^,.;]{1,40} (?:said|says|argue[sd]|add(?:s|ed)|note[sd]|explain(?:s|ed)|wrote|"
    r"warn(?:s|ed)|claim(?:s|ed)|believe[sd]|insist(?:s|ed)), ",
    "“Also”, “later”, “after that”, “today she”; and “Lindqvist argued, it fell”, whose first "
    "comma is the connective's.",
    hits=("the town also paid.", "after that, it fell.", "Lindqvist argued, it fell."),
    misses=("the mayor said no.", "after the storm, it fell.", "police said it fell."),
)

# Between commas; the group is cut. The first comma of the sentence is the one before it.
ASIDE_BEGINNINGS = (
    ", however", ", meanwhile", ", moreover", ", furthermore", ", never", ", none", ", therefore",
    ", in", ", of course",
)  # fmt: skip
ASIDE_CONNECTIVES = (
    Rule(
        "connective-after-the-subject",
        r"^(?!(?:In|On|At|By|For|After|Before|Since|During|When|While|If|As|Although|Though|With|"
        r"Under|From|Until|Because|Despite|Last|This|Once|Today|Yesterday)\b)[A-ZÀ-Þ][^,;:]{2,60}"
        r"(?P<cut>, (?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|therefore|"
        r"in turn|of course|in fact|indeed),) (?!(?:the|an?|this|that|these|those|it|he|she|they|"
        r"we|his|her|its|their|there|most|some|many|no|not|[a-z]{2,12}ing)\b)[a-z]",
        "A connective between the subject and its verb.",
        hits=("The mayor, however, said no.", "Shops in Ellery, meanwhile, have closed."),
        misses=(
            "It was, however, the best.",
            "In May, however, prices fell.",
            "Ellery voted, however, saying it would wait.",
        ),
    ),
    Rule(
        "connective-after-an-adverbial",
        r"^(?:In|On|At|By|After|Before|Since|During|When|While|As|Although|Despite|Under|Until|Last)"
        r" [^,;:]{2,60}(?P<cut>, (?:however|meanwhile|moreover|nevertheless|nonetheless|therefore|"
        r"in turn|of course|in fact|indeed)), ",
        "A connective after what opens the sentence, whose comma stays.",
        hits=("In May, however, prices fell.", "When it rained, however, they left."),
        misses=("The mayor, however, said no.", "In May, prices fell, however."),
    ),
)

# --- attribution ----------------------------------------------------------------------------------

_NAMED = r"[\w.'’&-]{1,30}"
_WHO = rf"(?P<who>{_NAMED}(?: {_NAMED}){{0,9}}?)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_WHEN = (
    rf"(?: (?:(?:(?:on|late|early|later|last) ){{0,2}}{_DAY}|yesterday|today|"
    r"in an? (?:\w{1,20} )?(?:statement|release|report|update)|"
    r"at an? (?:news|press) (?:conference|briefing)|on (?:Twitter|Facebook|its website))){0,3}"
)
_SAID = (
    r"(?:said|says|announced|confirmed|reported|added|noted|"
    r"told (?:reporters|journalists|[A-Z]\w{1,15}))"
)
# A word of a name, or what stands before an office.
_CAPITAL = r"[A-ZÀ-Þ][\w.'’&-]{0,20}"
_STOP = r"(?=[.]$)"
# No speaker begins with a conjunction: what follows one is a clause.
_CLAUSE = (
    r"(?!(?:and|but|or|as|who|whom|whose|which|that|where|when|while|because|although|so|then|if|"
    r"what|after|before|since|until|than|how|why)\b)"
)

# Who said so, at the end and before the full stop; by language. A `verb` that comes first may be
# that of the sentence (“Ilse Brandt, the mayor, said …”): then no comma may stand before it.
ATTRIBUTIONS = {
    "en": (
        Rule(
            "said-at-the-end",
            rf", {_CLAUSE}{_WHO} {_SAID}{_WHEN}{_STOP}",
            "Speaker and verb after the news. The speaker holds no comma, so one with a name in "
            "apposition stays.",
            hits=("It closed, police said.", "It fell, Mayor Lindqvist said on Tuesday."),
            misses=("It closed, and police said no.", "It closed, police said, at noon."),
        ),
        Rule(
            "said-before-its-speaker",
            rf", (?P<verb>said) (?P<who>(?:(?:an?|the|local|chief|senior|{_CAPITAL}) ){{0,5}}"
            r"(?i:police|mayor|officials?|authorities|sheriff|coroner|spokes(?:man|woman|person)|"
            r"fire chief)(?: (?:for|of|in|at|with) (?:the )?(?:county|city|town|police|department|"
            rf"agency|{_CAPITAL}))?(?: {_CAPITAL}){{0,5}}){_WHEN}{_STOP}",
            "Verb and speaker after the news; no word may be a verb: “said police had come”.",
            hits=("It closed, said a spokesman for the county.", "It fell, said Mayor Brandt."),
            misses=("It closed, he said.", "Ilse Brandt, the mayor, said police had closed it."),
        ),
        Rule(
            "according-to-at-the-end",
            rf", according to {_WHO}{_STOP}",
            "Whose report it is.",
            hits=("It closed, according to police.", "It closed, according to the fire service."),
            misses=("According to police, it closed.", "It closed, according to Lindqvist, at 5."),
        ),
    ),
    "de": (
        Rule(
            "sagte-am-ende",
            r", (?:(?P<verb>sagte|teilte|erklärte|berichtete|meldete|bestätigte)|wie|so|laut) "
            rf"{_WHO}(?: am \w{{3,10}}tag| am Mittwoch)?(?: mit| mitteilten?| sagten?|"
            rf" berichteten?| erklärten?| meldeten?| bestätigten?)?{_STOP}",
            "The German forms: “sagte der Sprecher”, “wie die Polizei mitteilte”, “so die Stadt”.",
            hits=("Sie ist zu, sagte der Sprecher.", "Sie ist zu, wie die Polizei mitteilte."),
            misses=("Sie ist zu, sagte er, und bleibt es.", "Wie die Polizei sagte, ist sie zu."),
        ),
    ),
    "fr": (
        Rule(
            "selon-en-fin",
            rf", (?:selon|d['’]après) {_WHO}{_STOP}",
            "Whose report it is, in French.",
            hits=("Le pont est fermé, selon la police.",),
            misses=("Selon la police, le pont est fermé.",),
        ),
        Rule(
            "a-dit-en-fin",
            rf", (?P<verb>a|ont) (?:dit|déclaré|indiqué|annoncé|précisé|confirmé) {_WHO}"
            rf"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier))?{_STOP}",
            "Verb and speaker after the news, in French.",
            hits=("Le pont est fermé, a indiqué la mairie mardi.",),
            misses=("Le maire a dit que le pont est fermé.",),
        ),
    ),
    "es": (
        Rule(
            "segun-al-final",
            r", (?:según|de acuerdo con|(?P<verb>dijo|informó|indicó|señaló|anunció|confirmó)) "
            rf"{_WHO}{_STOP}",
            "Whose report it is, in Spanish.",
            hits=("El puente está cerrado, según la policía.", "Llovió, dijo el alcalde."),
            misses=("Según la policía, está cerrado.", "El alcalde dijo que no."),
        ),
    ),
    "it": (
        Rule(
            "secondo-alla-fine",
            r", (?:secondo|(?P<verb>ha|hanno) (?:detto|dichiarato|annunciato|riferito|confermato)) "
            rf"{_WHO}{_STOP}",
            "Whose report it is, in Italian.",
            hits=("Il ponte è chiuso, secondo la polizia.",),
            misses=("Secondo la polizia, è chiuso.", "Il sindaco ha detto no."),
        ),
    ),
    "pt": (
        Rule(
            "segundo-no-fim",
            r", (?:segundo|de acordo com|(?P<verb>disse|informou|anunciou|confirmou)) "
            rf"{_WHO}{_STOP}",
            "Whose report it is, in Portuguese.",
            hits=("A ponte está fechada, segundo a polícia.", "Choveu, disse o prefeito."),
            misses=("Segundo a polícia, está fechada.",),
        ),
    ),
}

AUTHORITY = Rule(
    "authority",
    r"\b(?=[^\W\d_][\w.])(?:police|officers?|troopers?|deputies|sheriff(?:['’]s)?|authorities|officials?|firefighters|"
    r"fire (?:department|service|chief|brigade)|coast ?guard|coroner|medical examiner|paramedics|"
    r"spokes(?:man|woman|person)|mayor|council|ministry|department|constabulary|geological survey|"
    r"(?:local|state) media|news agency|Associated Press|AP|AFP|Reuters|dpa|Xinhua|Interfax|Kyodo|"
    r"(?:weather|ambulance|park|forest|emergency) services?|hospital|agency|authority|bureau|"
    r"detectives?|investigators?|court|NASA|EPA|Centers for Disease Control|airport|"
    r"U\.?N\.?|United Nations|UNHCR|UNICEF|Red Cross|NTSB|(?:safety|transport) board|"
    r"Polizei|Feuerwehr|Sprecher(?:in)?|Behörden?|Bürgermeister(?:in)?|Stadt|Landkreis|"
    r"gendarmerie|pompiers|préfecture|porte-parole|autorités|maire|mairie|policía|bomberos|"
    r"portavoz|autoridades|alcalde|alcaldesa|ayuntamiento|polizia|carabinieri|sindac[oa]|"
    r"vigili del fuoco|portavoce|autorità|polícia|bombeiros|porta-voz|prefeit[oa]|prefeitura)\b",
    "A speaker whose office it is to know, or a news agency. A bare name, a newspaper, a study, a "
    "company is none: there the reader wants to know who says so.",
    hits=("police", "a spokesman for the county", "die Polizei", "CPSC spokeswoman Ilse Brandt"),
    misses=("Lindqvist", "a study", "the Ellery Post", "he"),
    flags=re.IGNORECASE,
)

PARTY = Rule(
    "party",
    r"\b(?:former|ex-\w+|retired|opposition|military|army|defen[cs]e|foreign|state department|"
    r"white house|campaign|party|union|company|club|intelligence|rebels?|prosecut\w*|attorney|"
    r"lawyer|state(?:-\w+)? (?:media|news|television)|newspapers?|magazine|stud(?:y|ies)|polls?|"
    r"(?<!geological )survey|data|estimates?|research\w*|analys\w+|sources?|reports?|reported|"
    r"documents?|papers|records|complaint|lawsuit|affidavit|who|whose)\b",
    "A speaker with a side, whose word is a claim; or one who repeats what others say or have "
    "counted.",
    hits=("the company's spokesman", "a former police officer", "a state-run news agency"),
    misses=("police", "the mayor"),
    flags=re.IGNORECASE,
)

# What makes a clause somebody's word and no fact: searched in what would be left, by language.
CLAIMS = {
    "en": (
        Rule(
            "accusation",
            r"\b(?:accus\w*|alleg\w*|den(?:y|ies|ied|ying)|claim\w*|blam\w*|suspect\w*|guilty|"
            r"innocen\w*|murder\w*|rap(?:e[ds]?|ing|ist)|assault\w*|abus\w*|molest\w*|"
            r"fraud\w*|st(?:eal\w*|oles?|olen)|robb\w*|theft|thie\w+|brib\w*|corrupt\w*|terror\w*|"
            r"attack\w*|stab\w*|sho(?:t|ot\w*)|kidnap\w*|smuggl\w*|traffick\w*|tortur\w*|bomb\w*|"
            r"gunm[ae]n|militants?|rebels?|illegal\w*|unlawful\w*|crim\w+|violat\w*|lied|lying|"
            r"threat\w*|responsib\w+|fault|negligen\w*|drunk\w*|drugs?|suicid\w*|arson\w*|"
            r"weapons?|guns?|knife|knives|armed|kills?|killings?|killer|"
            r"(?<!was )(?<!were )(?<!been )(?<!those )killed)\b",
            "Somebody is accused, or denies: only a court may say it without a speaker.",
            hits=(
                "he denies it",
                "the man stole a boat",
                "she allegedly left",
                "rebels killed two",
            ),
            misses=("two were killed in the storm", "the road closed"),
            flags=re.IGNORECASE,
        ),
        Rule(
            "prediction",
            r"\b(?:[Ww]ill|[Ww]ould|[Cc]ould|may|[Mm]ight|[Ss]hould|must|shall|[Cc]an(?:not|['’]t)?|"
            r"won['’]t|(?:un)?likely|expect\w*|hop(?:e[ds]?|ing)|plan(?:s|ned|ning)?|intend\w*|"
            r"going to|about to|set to|scheduled|due|aim\w*|[Ii]f|unless|futures?|next|propos\w*|"
            r"want\w*|need\w*|consider\w*|urg\w*|try|trying|seek\w*|ready|until)\b",
            "What is to come, or may be, or is wanted. “May” is the month.",
            hits=("the bridge will close", "it could fall", "prices are likely to rise"),
            misses=("it closed in May", "the road was shut"),
        ),
        Rule(
            "opinion",
            r"\b(?:believ\w*|think\w*|thought|feel\w*|felt|seem\w*|appear\w*|apparent\w*|perhaps|"
            r"probabl\w*|possib\w*|presum\w*|reportedly|suppos\w*|suggest\w*|indicat\w*|estimat\w*|"
            r"importan\w*|serious\w*|significant\w*|major|best|worst|better|worse|good|bad|great\w*|"
            r"excellent|terribl\w*|tragic\w*|sad\w*|safe\w*|success\w*|fail\w*|rights?|wrong\w*|"
            r"unfair\w*|fair\w*|alone|decisions?|justif\w*|necess\w*|proud\w*|happy|disappoint\w*|concern\w*|worr\w*|"
            r"problems?|challeng\w*|too|very|extreme\w*|enough|clear\w*|obvious\w*|unaccept\w*|"
            r"difficult|easy|eas(?:ier|ily)|because|caus(?:e[ds]?|ing)|due to|not|never|no|none|"
            r"\w+n['’]t|we|our|us|I|my|me|you|your|what|why|real(?:ly)?|true|false)\b",
            "A judgement, a cause, a doubt, a denial, or the speaker's own “we”.",
            hits=("it was not his boat", "the plan is unfair", "it fell because of rain"),
            misses=("the road closed at noon", "US ships sailed"),
        ),
    ),
    "de": (
        Rule(
            "nicht-ohne-sprecher",
            r"\b(?:sei(?:en)?|habe|werden?|wird|würden?|könn\w+|kann|müss\w+|muss|soll\w*|woll\w*|"
            r"will|dürf\w+|darf|möcht\w*|mög\w+|mag|wär\w*|hätten?|gebe|komme|gehe|bleibe|liege|stehe|"
            r"gelte|handele?|vermut\w*|verdäch\w*|angeblich|mutmaßlich\w*|wahrscheinlich|vielleicht|"
            r"wohl|offenbar|bestreit\w*|beschuldig\w*|vorgeworfen|wir|uns\w*|ich|mein\w*|gut\w*|"
            r"schlecht\w*|wichtig\w*|nicht|kein\w*|weil|nie|falsch\w*|richtig\w*|mord\w*|raub\w*|"
            r"betrug|getötet|gestohlen|plan\w*|geplant\w*|hoff\w*|glaub\w*|erwart\w*|wenn|falls)\b",
            "Reported speech in the subjunctive, what is to come, accusations, opinions.",
            hits=("die Brücke sei gesperrt", "der Rat wird bauen", "er habe gestohlen"),
            misses=("die Brücke ist gesperrt", "zwei Menschen wurden verletzt"),
            flags=re.IGNORECASE,
        ),
    ),
    "fr": (
        Rule(
            "pas-sans-auteur",
            r"\b(?:\w{2,}(?:ra|ront|rait|raient)|accus\w+|soupçonn\w+|présumée?s?|nie\w*|tué\w*|"
            r"vol\w*|agress\w+|meurtre|viol\w*|fraude|peut\w*|pourr\w+|doi(?:t|vent)|faut|veut|"
            r"veulent|espèr\w*|croi\w+|pens\w+|sembl\w+|probabl\w*|bon\w*|mauvais\w*|important\w*|"
            r"grave\w*|nous|notre|nos|je|pas|jamais|aucune?|rien|parce|cause|trop|très|si)\b",
            "The future and the conditional, accusations, opinions.",
            hits=("le pont sera fermé", "il aurait fui", "la ville ne peut attendre"),
            misses=("le pont est fermé", "deux personnes ont été blessées"),
            flags=re.IGNORECASE,
        ),
    ),
    "es": (
        Rule(
            "no-sin-autor",
            r"\b(?:\w{2,}(?:rá|rán|ría|rían)|acus\w+|presunt\w+|supuest\w+|sospech\w+|nieg\w+|neg\w+|"
            r"mat(?:ó|aron|ar)|asesin\w+|rob\w+|viol\w+|fraude|pued\w+|deb\w+|quier\w+|esper\w+|"
            r"cre(?:e|en|emos)|piens\w+|parec\w+|probabl\w+|buen\w*|mal\w*|importante\w*|grave\w*|"
            r"nosotros|nuestr\w+|no|nunca|ningun\w*|porque|caus\w+|muy|demasiado|si)\b",
            "The same for Spanish.",
            hits=("el puente cerrará", "no hubo heridos", "el presunto ladrón huyó"),
            misses=("el puente está cerrado", "dos personas resultaron heridas"),
            flags=re.IGNORECASE,
        ),
    ),
    "it": (
        Rule(
            "non-senza-autore",
            r"\b(?:\w{2,}(?:rà|ranno|rebbe|rebbero)|accus\w+|presunt\w+|sospett\w+|neg\w+|ucci\w+|"
            r"rub\w+|viol\w+|frode|può|possono|dev\w+|vuol\w+|vogliono|sper\w+|cred\w+|pens\w+|sembr\w+|"
            r"probabil\w+|buon\w*|cattiv\w*|important\w+|grav\w+|noi|nostr\w+|non|mai|nessun\w*|"
            r"perché|caus\w+|molto|troppo|se)\b",
            "The same for Italian.",
            hits=("il ponte chiuderà", "non ci sono feriti"),
            misses=("il ponte è chiuso", "due persone sono ferite"),
            flags=re.IGNORECASE,
        ),
    ),
    "pt": (
        Rule(
            "nao-sem-autor",
            r"\b(?:\w{2,}(?:rá|rão|ria|riam)|acus\w+|suspeit\w+|suposto\w*|neg\w+|mat(?:ou|aram|ar)|"
            r"assassin\w+|roub\w+|viol\w+|fraude|pod\w+|dev\w+|quer\w*|esper\w+|acredit\w+|acha\w*|"
            r"parec\w+|prováve\w+|provavelmente|bo[am]|bons|ruim|importante\w*|grave\w*|nós|noss\w+|"
            r"não|nunca|nenhum\w*|porque|caus\w+|muito|se)\b",
            "The same for Portuguese.",
            hits=("a ponte fechará", "não há feridos"),
            misses=("a ponte está fechada", "duas pessoas ficaram feridas"),
            flags=re.IGNORECASE,
        ),
    ),
}

# --- asides ---------------------------------------------------------------------------------------

PARENTHESIS = Rule(
    "parenthesis",
    r"(?<=[\w%])(?P<cut> {1,3}\((?P<inside>[^()\[\]]{1,200})\))(?=[ ,.;:!?'’–—-])(?! \()",
    "Words in brackets after a word, with the space before them.",
    hits=("Lindqvist (34) won.", "It cost 5 crowns (4 euros)."),
    misses=("person(s) came", "(It rained.)", "a (b)c", "f ((x)) y", "A (b [c]) d"),
)

EDITORIAL = Rule(
    "editorial-mark",
    r"(?<=[\w%.,])(?P<cut> {0,2}\[(?:sic|\d{1,3}|citation needed)\])",
    "A mark of the editor's in square brackets. Other words in them stand for the speaker's own.",
    hits=("teh [sic] road", "in 1931.[12] The"),
    misses=("the [old] road", "[sic]"),
    flags=re.IGNORECASE,
)

KEPT_ASIDES = (
    Rule(
        "one-word",
        r"^(?:(?:[^\W\d]|[-'’&/.])+|\d{1,3})$",
        "One word explains or limits the word before, or is a short form that the text goes on to "
        "use; one number counts, or is an age, which editors keep, too. A year may go.",
        hits=("WHO", "plum", "generally", "iv", "34"),
        misses=("1992", "34 km", "4%", "now Istanbul"),
    ),
    Rule(
        "a-name",
        r"^(?:[A-ZÀ-Þ][\w.'’&/-]*|of|the|The|and|for|de|du|la|von|der)"
        r"(?: (?:[A-ZÀ-Þ][\w.'’&/-]*|of|the|and|for|de|du|la|von|der))*$",
        "A name says which one is meant.",
        hits=("Philadelphia", "the Ellery Accord Front", "Mara Lindqvist and Ilse Brandt"),
        misses=("a resort", "now Istanbul", "34 miles"),
    ),
    Rule(
        "part-of-the-sentence",
        r"^(?:and|or|but|if|und|oder|aber|et|ou|mais|y|o|pero|e|ma|not|no|only|un\w{2,}|except\w*|"
        r"excluding|without|alleged\w*|allegedly|nicht|kein\w*|nur|außer|ohne|pas|sauf|sans|no|sin|"
        r"salvo|solo|non|senza|não|sem|exceto|supposed\w*|former\w*|up to|at least|at most|whether|"
        r"though|although|while|despite|generally|usually|often|mostly|sometimes|perhaps|maybe|"
        r"possibly|probably|partly|nearly|almost|depending|subject to|for now|obwohl|bien que|"
        r"aunque|minimum|maximum|according|said|says|laut|selon|según|secondo|segundo)\b",
        "What changes number or truth of the sentence, or says whose word it is.",
        hits=("and his wife", "not the mayor", "allegedly", "except on Sundays", "says Brandt"),
        misses=("notably in May", "34 km", "a lawyer"),
        flags=re.IGNORECASE,
    ),
)

BEFORE_ASIDES = Rule(
    "word-that-needs-its-aside",
    r"\b(?:of|in|on|at|to|for|from|with|by|as|and|or|the|an?|than|between|von|in|mit|für|der|die|das|"
    r"de|la|le|el|en|à|di|section|article|paragraph|chapter|(?-i:[A-Z]{2,6}s?))$",
    "A word whose object would be cut with the bracket, or a short form that it explains.",
    hits=("a number of", "call us at", "under section", "an ETF"),
    misses=("the mayor", "Port Ellery"),
    flags=re.IGNORECASE,
)
