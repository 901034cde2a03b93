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
