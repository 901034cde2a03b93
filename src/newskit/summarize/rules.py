"""The patterns that tell a sentence which does not belong into a summary, and what to cut off.

Each is matched against the first part of a sentence with its white space folded (never more than
HEAD characters). The lists know English, German, Spanish, French, Italian and Portuguese;
in other languages only the shape of a sentence speaks against it.
"""

from __future__ import annotations

import re

from newskit.rule import Rule

# Code points of a sentence that patterns look at: several times the longest readable sentence.
HEAD = 1_000

# CAPTION_MARKS are searched in lower case, which is three times as fast as ignoring case; the other
# tables are matched at the start.

# A leftover of the page's furniture: phrases of whole words, in lower case, punctuation left out.
# Only sentences of at most 25 words are asked (defects.py). Wrong where a short sentence of the
# story is about newsletters or copyright.
FURNITURE_PHRASES = (
    # invitations
    "sign up", "subscribe", "log in", "click here", "click on", "tap here", "scroll down",
    "follow us", "like us on", "share this", "download the app", "download our app", "read more",
    "read next", "read also", "see also", "more on this", "listen here", "listen to the",
    "podcast platform", "watch the video", "watch this video", "get the latest", "newsletter",
    "schedule a demo", "book a demo", "request a demo", "contact us today",
    "support our journalism", "donate now", "donate today", "leave a comment",
    "join the conversation", "enable javascript", "jetzt anmelden", "jetzt abonnieren",
    "hier anmelden", "hier abonnieren", "hier klicken", "lesen sie auch", "lesen sie mehr",
    "mehr zum thema", "suscríbete", "suscribete", "suscríbase", "lea también", "lee también",
    "haz clic", "haga clic", "más información en", "lire aussi", "à lire", "inscrivez vous",
    "abonnez vous", "cliquez ici", "iscriviti", "leggi anche", "leia também", "leia mais", "assine",
    # who wrote, edited and owns it
    "all rights reserved", "copyright", "we use cookies", "accept cookies", "of cookies",
    "reporting by", "editing by", "writing by", "photography by", "translated by",
    "contributed to this report", "contributed to this story", "contributed to this article",
    "contributed reporting", "story tips can be sent", "story tips to",
    "editor s note", "this article was", "this article is", "this article has been",
    "this article originally", "this article first", "this article appeared",
    "this article contains", "this story was", "this story has been", "this story originally",
    "this story first", "this story appeared", "this post was", "this post originally",
    "this post contains", "may not be published", "may not be reproduced",
    "may not be redistributed", "affiliate link", "affiliate links", "affiliate commission",
    "alle rechte vorbehalten", "todos los derechos reservados", "tous droits réservés",
)  # fmt: skip

# The same, told by how the sentence opens.
FURNITURE_OPENINGS = (
    Rule(
        "stamp",
        r"^\W{0,3}(?:\d{1,2}[:.h]\d\d\b|(?:last )?(?:updated|published|posted|modified|created)\b ?"
        r"(?:[:.,]|on\b|at\b|\d)|(?:aktualisiert|veröffentlicht|stand|publicado|actualizado|"
        r"publié|mis à jour|pubblicato|aggiornato)\b ?(?:[:.,]|am\b|el\b|le\b|il\b|\d))",
        "A time or date of publication, or a live blog's clock.",
        hits=("14:32 The vote begins.", "Updated: 3 March", "Veröffentlicht am 3. März"),
        misses=("Updated rules take effect.", "Stand up comedy drew crowds.", "2,300 came."),
        flags=re.IGNORECASE,
    ),
    Rule(
        "byline",
        r"^(?:By|Von|Por|Par|Di|Text|Reporter|Author|Source|Quelle|Fuente)\b ?[.:]? ?"
        r"(?:[A-ZÀ-Þ][\w.'’-]{0,30}(?:[, ]{1,2}(?:and |und |y |et |e )?"
        r"[A-ZÀ-Þ][\w.'’-]{0,30}){0,8})?[.|]?$",
        "Only names after “By”.",
        hits=("By Mara Lindqvist and Tomas Oyelaran", "By.", "Von Ilse Brandt"),
        misses=("By Monday the water had gone.", "Por la tarde llovió."),
    ),
)

CAPTION_OPENINGS = (
    Rule(
        "caption-opening",
        r"^\W{0,2}(?:(?:file |stock )?(?:photo|photograph|picture|image|video|graphic|foto|bild|"
        r"imagen|vídeo|symbolbild|archivbild)s?\b ?(?:[:(|/]|by\b|von\b|shows?\b|of\b)|"
        r"(?:pictured|caption|watch|above|below|left|right)\b ?[:(|/])|"
        r"^an? (?:[\w-]{1,15} )?(?:photo|photograph|image|picture|still|screengrab|sketch) "
        r"(?:from|of|posted|provided|released|shows|taken|shared)\b",
        "An opening that only captions have.",
        hits=("Photo: the harbour.", "Pictured: Mara Lindqvist.", "Image shows the bridge."),
        misses=(
            "Photos were taken.",
            "Left without a boat, they swam.",
            "Right of way is disputed.",
        ),
        flags=re.IGNORECASE,
    ),
    Rule(
        "shouted-caption",
        r"^(?:VIDEO|WATCH|PICTURED|PHOTOS|GALLERY)\b",
        "What a picture or a film shows, told by the shouted first word.",
        hits=("VIDEO Ferry crew flees in Skarvik", "WATCH Ellery dance"),
        misses=("Video killed the star.", "The VIDEO system failed."),
    ),
)

# The first word of whatever a rule of FURNITURE_OPENINGS or CAPTION_OPENINGS finds is one of these
# or begins with a digit.
OPENING_WORDS = (
    "last", "updated", "published", "posted", "modified", "created", "aktualisiert",
    "veröffentlicht", "stand", "publicado", "actualizado", "publié", "mis", "pubblicato",
    "aggiornato", "by", "von", "por", "par", "di", "text", "reporter", "author", "source", "quelle",
    "fuente", "file", "stock", "photo", "photograph", "picture", "image", "video", "graphic",
    "foto", "bild", "imagen", "vídeo", "symbolbild", "archivbild", "photos", "images",
    "videos", "fotos", "bilds", "vídeos", "pictured", "caption", "watch", "above", "below", "left",
    "right", "a", "an", "gallery",
)  # fmt: skip

CAPTION_MARKS = (
    Rule(
        "caption-mark",
        r"\((?:[\w ]{0,20}\b)?(?:pictured|left|right|centre|center|above|below|l|r|links|rechts|"
        r"izquierda|derecha)\b[^()]{0,30}\)|"
        r", (?:far )?(?:left|right|centre|center|pictured)(?:,| and\b)|"
        r"\b(?:getty images|ap photo|shutterstock|file photo|handout photo|screenshot|"
        r"(?:is|are) (?:pictured|seen|shown) (?:here|above|in this|in an?))\b",
        "Words that point at the picture. (pictured) in running text is lost too: it is no loss.",
        hits=(
            "lindqvist (left) with her crew.",
            "a gull. getty images",
            "she is seen in this photo.",
        ),
        misses=("The left wing lost.", "He is seen as a rival."),
        flags=re.IGNORECASE,
    ),
)

# One of these is in whatever a rule of CAPTION_MARKS finds.
CAPTION_MARK_WORDS = (
    "pictured", "left", "right", "centre", "center", "above", "below", "l", "r", "links", "rechts",
    "izquierda", "derecha", "getty", "photo", "shutterstock", "screenshot", "seen", "shown",
)  # fmt: skip

CREDIT = Rule(
    "credit",
    r"^(?:.{0,300}[.!?] ?(?=\|))?[(（\[|]? ?"
    r"(?:(?:photo|foto|picture|bild|image|imagen)s?(?: ?[:/|©]| by| von) ?[^.!?]{2,60}|"
    r"[^.!?。，]{0,40}(?:摄|摄影|供图|撮影|/ ?(?:AP|AFP|Reuters|dpa|EPA|EFE|Getty Images)))"
    r"[)）\]]?$",
    "Whose picture it is, and nothing else: what stands before it in the paragraph is the caption.",
    hits=(
        "Foto: Ilse Brandt/dpa", "(Photo by Mara Lindqvist)", "He died. | Jon Vale/dpa",
        "新华社记者 李文 摄", "（刘安摄）", "埃勒里大学供图",
    ),
    misses=("The photo shows Ellery", "Image counts", "摄像机", "The AP"),
    flags=re.IGNORECASE,
)  # fmt: skip

LABEL = Rule(
    "label",
    r"^[A-ZÀ-Þ][\w'’]{1,20}(?: [\w'’-]{1,20}){0,3} ?: [A-ZÀ-Þ]",
    "A few words and a colon before a sentence: captions, list items, questions in an interview.",
    hits=("On the beat: Officers march.", "Seat height: Set it low."),
    misses=("He said: “No.”", "The council has one plan: it wants to sell.", "At 5:30 he left."),
)

DATELINES = (
    Rule(
        "agency-dateline",
        r"^[\w .,/'’-]{0,60}\((?:(?:the )?(?:\w{2,20}\.com|CNN|Reuters|AP|AFP|UPI|dpa|EFE|ANSA|"
        r"Lusa|Xinhua|PA|ots|SID|Europa Press|Bloomberg|[A-Z]\w{2,14} News)"
        r"(?:/[\w ]{1,20})?\) {0,3}\.?(?:-{1,2}|[–—])?|"
        r"(?:[A-Z]{2,6}|[a-z]{2,5})\) ?(?:--?|[–—]) (?=[A-ZÀ-Þ\"“„]))",
        "A place, a date and an agency in brackets at the start.",
        hits=("PORT ELLERY, March 3 (Reuters) - The", "(CNN) -- The", "Berlin (dpa) - Der"),
        misses=("The council (CPE) met.", "Mara Lindqvist (34) won."),
    ),
    Rule(
        "source-in-brackets",
        r"^\([^()]{2,30}\) ?(?:--|[-–—]) ",
        "Any name in brackets and a dash, at the very start.",
        hits=("(Ellery Floss) -- They", "(PEG) — The"),
        misses=("(It rained.) Then", "The (old) - and"),
    ),
    Rule(
        "plain-dateline",
        r"^(?:[A-ZÀ-Þ][\w-]{1,20} )?[A-ZÀ-Þ][\w-]{1,20}"
        r"(?:/[A-ZÀ-Þ][\w-]{1,20} [-–—] (?=[A-ZÀ-Þ\"“„])"
        r"| [-–—] (?=(?:Der|Die|Das|Ein|Eine|Im|In|Am|Nach|Mit|Bei|Kurz|Vor|Seit|Zum|Zur|Wegen|"
        r"Rund|The|A|El|La|Los|Las|Un|Una|Le|Les) ))",
        "A place and a dash before an article or the like, or two places and a dash: the custom of "
        "German regional papers.",
        hits=(
            "Gundelfing - Die beiden Orte",
            "Port Ellery - The council",
            "Ellery/Skarvik - Zwei Fähren",
            "Ellery/Skarvik – Kurz vor",
        ),
        misses=(
            "Tomorrow - Sunday - it rains.",
            "Rain - and wind - fell.",
            "Rain/sleet - it is all the same.",
        ),
    ),
    Rule(
        "place-dateline",
        r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,24}(?: [A-ZÀ-Þ.'’-]{2,24}){0,5}(?:[,/] ?[\w .]{2,30}){0,3} ?"
        r"(?:\([^()]{2,30}\) ?|/[\w .-]{2,30}/ ?)?"
        r"(?:--|[-–—]) ",
        "A place in capitals, perhaps a date and an agency, and a dash.",
        hits=(
            "PORT ELLERY, Varrow — The",
            "ELLERY, May 3 (Ellery Press) - He",
            "ROME, Jan. 3 -- He",
            "GHENT, Belgium, Nov. 24, 2026 /PRNewswire/ -- The",
            "LA PAZ - Rodrigo",
        ),
        misses=("Rome - the city - fell.", "USA-born", "A man - old - left."),
    ),
)

COLON_DATELINE = Rule(
    "colon-dateline",
    r"^(?!(?:Photo|Pictured?|Image|Video|Watch|Graphic|Above|Below|Left|Right|Caption|File)\b)"
    r"[A-ZÀ-Þ][\w.-]{2,20}(?: [A-ZÀ-Þ][\w.-]{1,20}){0,2}: (?=[A-ZÀ-Þ\"“‘])",
    "A place, or what sort of story it is, and a colon, as Indian papers begin; only where an "
    "article begins, and not where it is the name of somebody who speaks again.",
    hits=("Marhapur: The city", "NEW DELHI: Prime", "Scoop: Voltane plans"),
    misses=("He said: “No.”", "The council has one plan: sell.", "Pictured: Mara Lindqvist"),
)

ATTRIBUTION = Rule(
    "pronoun-attribution",
    r"[,”\"’'»?!] (?:(?:he|she|they|it|er|sie|he also|she also) (?:said|says|added|adds|"
    r"told [\w ]{1,30}|wrote|explained|continued|recalled|sagte|fügte hinzu)(?:,? \w{2,20}ly)?|"
    r"(?:sagte|so) (?:er|sie)|(?:dijo|añadió)(?: él| ella)?|"
    r"(?:a-t|dit|ajoute-t)-(?:il|elle)(?: dit)?)$",
    "A quotation whose speaker is only a pronoun.",
    hits=("“It was loud,” she said", "It fell, he told reporters"),
    misses=("“It was loud,” Lindqvist said", "they said nothing"),
    flags=re.IGNORECASE,
)

# One of these is in whatever ATTRIBUTION finds, and one of those.
ATTRIBUTION_SPEAKERS = (
    "he", "she", "they", "it", "er", "sie", "dijo", "añadió", "il", "elle",
)  # fmt: skip
ATTRIBUTION_VERBS = (
    "said", "says", "added", "adds", "told", "wrote", "explained", "continued", "recalled", "sagte",
    "fügte", "so", "dijo", "añadió", "t", "dit",
)  # fmt: skip

QUOTE_MARKS = Rule(
    "quote-mark",
    r"[\"“”„«»‘’'](?:(?<=[\"“”„«»])|(?<=[‘'])(?<!\w[‘'])(?=[A-Za-zÀ-ž])|(?<=[’'])(?!\w))",
    "Anything that may open or close a quotation; which of the two, its neighbours tell. It begins "
    "with all the marks, for then `re` need not try the alternatives at every character.",
    hits=("“", 'a "b"', "‘Yes’"),
    misses=("it's", "the ’90s"),
)

CHUNK = Rule(
    "chunk",
    r"\S+",
    "What stands between two spaces, for cutting.",
    hits=("harbour,", "—"),
    misses=(" ",),
)

ENUMERATION = Rule(
    "enumeration",
    r"(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\)? |#\d",
    "A number or letter that counts the items of a list.",
    hits=("3. Boil the water.", "a) The harbour", "iv. Salt"),
    misses=("2024 was wet.", "A harbour", "3.5 million"),
)

# --- openings that lean on a sentence before ------------------------------------------------------


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


LEANING_WORDS = _words(
    # English
    "he she it they his her hers its their him them this these those that such another others",
    "both neither here but and or so yet still however meanwhile moreover furthermore also then",
    "instead therefore nor thus nevertheless nonetheless besides additionally consequently",
    "otherwise hence similarly likewise afterwards afterward finally secondly thirdly indeed plus",
    "because which who whose",
    # German
    "er sie ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies dieser diese dieses",
    "diesem diesen aber und doch jedoch allerdings zudem außerdem dabei dadurch damit daher",
    "deshalb deswegen dennoch trotzdem stattdessen dagegen dazu danach zuvor daraufhin darüber",
    "dafür davon denn ebenso inzwischen schließlich sondern dort somit hier dann darauf daran",
    "darin hierfür hierbei hierzu insofern gemeint",
    # Spanish
    "él ella ellos ellas pero además también así entonces asimismo aunque esto eso ello tampoco",
    "finalmente luego",
    # French
    "elle ils elles mais cela ceci toutefois cependant pourtant ainsi puis ensuite enfin donc or",
    # Italian, Portuguese
    "egli lui essi ma però tuttavia inoltre infatti quindi così ciò ele ela eles elas porém mas",
    "contudo entretanto isso isto assim além",
    # Russian
    "он она они оно но однако также поэтому это этот эта эти затем",
)

# French "il" is he, Italian "il" is the: only where the article says that it is French.
LEANING_IN = {
    "fr": _words("il ce et cette ces celui celle ceux celles"),
    "es": _words("y este esta estos estas ese esa esos esas lo"),
    "it": _words("e questo questa questi queste quello quella quelli quelle"),
}

# German der, die, das before a verb are pronouns.
_DEMONSTRATIVE = (
    "das gilt", "das heißt", "das geht", "das liegt", "das macht", "das zeigt", "das bedeutet",
    "das sagte", "das sagt", "das teilte", "das gab", "das kommt", "das teilten", "das führt",
    *(
        f"{pronoun} {verb}"
        for pronoun in ("das", "der", "die", "den", "dem", "denen")
        for verb in (
            "ist", "sind", "war", "waren", "hat", "haben", "hatte", "hatten", "wird", "werden",
            "wurde", "wurden", "will", "soll", "sollen", "sollte", "sollten", "kann", "können",
            "könnte", "muss", "müssen", "darf", "würde", "wäre", "sei",
        )
    ),
)  # fmt: skip

# The same, of several words; plain text, looked for at the start only and in lower case.
LEANING_PHRASES = (
    "as a result", "in addition", "for example", "for instance", "for that reason",
    "on the other hand", "at the same time", "by contrast", "in contrast", "in response", "in turn",
    "one of them", "some of them", "most of them", "many of them", "all of them", "none of them",
    "in other words", "in fact", "after that", "since then", "until then", "by then", "even so",
    "that said", "of course", "to that end", "the latter", "the former,", "later,",
    "sin embargo", "en cambio", "por su parte", "por otra parte", "por otro lado", "por ello",
    "por eso", "por esta razón", "por esa razón", "se trata de", "por tanto", "a su vez",
    "es decir", "por ejemplo", "mientras tanto",
    "c’est", "c'est", "c’était", "c'était", "au contraire", "en revanche", "par ailleurs",
    "de plus", "en outre", "par exemple",
    "d’autre part", "d'autre part", "im gegenzug", "zum beispiel", "unter anderem",
    "darüber hinaus", "sollte das", "nun hat sie", "nun hat er", "aus diesem grund",
    "auf der anderen seite",
    "per esempio", "por outro lado", "no entanto", "além disso", *_DEMONSTRATIVE,
)  # fmt: skip

LEANING_WITHIN = Rule(
    "leaning-within",
    r"^(?:[^,.;:]{2,40}, (?:however|meanwhile|though|by contrast|for example|for instance|too|"
    r"in turn|moreover|nevertheless|therefore),|"
    r"(?:in line with|in|with|because of|despite|after|before|by|for|on|from|under|given|to|at) "
    r"(?:all )?(?:this|that|these|those)"
    r"(?! (?:week|month|year|season|summer|winter|spring|autumn|fall|"
    r"morning|afternoon|evening|weekend|time|moment|article|blog|episode|guide|page|post|report|"
    r"review|story|tutorial|video)\b)(?: \w{2,15}){0,2},)",
    "A connective behind the first words, or first words that point back.",
    hits=(
        "in monaco, however, a team-mate", "given all that, the", "for that reason, he",
        "because of this, the",
    ),
    misses=(
        "the council, however small, voted", "at this time, the", "in this guide, we",
        "with this ring he wed her", "the mayor, too ill to vote, stayed",
    ),
)  # fmt: skip
# One of these is in whatever it finds.
LEANING_WITHIN_WORDS = (
    "however", "meanwhile", "though", "contrast", "example", "instance", "too", "turn", "moreover",
    "nevertheless", "therefore", "this", "that", "these", "those",
)  # fmt: skip

# Openings that look like leaning ones, but stand by themselves.
STANDING_PHRASES = (
    "this week", "this month", "this year", "this morning", "this afternoon", "this evening",
    "this summer", "this winter", "this spring", "this autumn", "this fall", "this season",
    "this weekend", "cette semaine", "cette année", "cette nuit", "cette saison",
    "ce lundi", "ce mardi", "ce mercredi", "ce jeudi", "ce vendredi", "ce samedi", "ce dimanche",
    "ce matin", "ce soir", "ce mois", "esta semana", "esta mañana", "esta tarde", "esta noche",
    "este lunes", "este martes", "este miércoles", "este jueves", "este viernes", "este sábado",
    "este domingo", "este año", "este mes", "este fin de semana", "questa settimana",
    "questa mattina", "questa sera", "questa notte", "hier in ", "hier im ",
    "diese woche", "diesen monat", "dieses jahr", "diesen sommer", "diesen winter",
    "c'est en ", "c’est en ", "so far", "both the ", "both of", "those who", "another 1",
    "another 2", "another 3", "another 4", "another 5", "another 6", "another 7", "another 8",
    "another 9",  "it's official", "it’s official",
)  # fmt: skip
