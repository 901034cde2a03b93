"""Shapes of furniture that no list of phrases can hold: stamps, credits, bylines, counts.

Each is matched against one stripped line of at most `LINE_CHARACTERS` characters. Their order
matters: the first that matches gives the reason.
"""

from __future__ import annotations

import re
from string import ascii_letters

from newskit.rule import Rule

LINE_CHARACTERS = 300  # above this no shape below occurs; longer lines are prose or a cookie notice

_MONTH = (
    "jan(?:uary|uar|vier|eiro|uari)?|feb(?:ruary|ruar|rero|braio|ruari)?|f[ée]vr(?:ier)?"
    "|fevereiro|mar(?:ch|s|zo|ço)?"
    "|märz|maart|apr(?:il|ile)?|avril|abr(?:il)?|may|mai|mayo|maio|maggio|mei|jun[ei]?|juin"
    "|junho|junio|giugno"
    "|juni|jul[yi]?|juil(?:let)?|julho|julio|luglio|juli|aug(?:ust|ustus)?|ao[ûu]t|agosto|ago"
    "|sept?(?:ember)?"
    "|septembre|septiembre|setembro|settembre|set|oct(?:ober|obre|ubre)?|okt(?:ober)?|outubro"
    "|out|ottobre|ott"
    "|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|d[ée]c(?:embre)?"
    "|dic(?:iembre|embre)?"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada"
    "|grudnia"
    "|ocak|şubat|mart|nisan|may[ıi]s|haziran|temmuz|ağustos|eylül|ekim|kas[ıi]m|aral[ıi]k"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_DAY = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei"
    "|sams|sonn)tag|mittwoch"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    "|sábado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|lunedì|martedì|mercoledì|giovedì"
    "|venerdì|sabato|domenica|today|yesterday|heute|gestern|hoy|ayer|aujourd'hui|oggi|ieri|vandaag"
    "|gisteren|hoje|ontem|dzisiaj|wczoraj"
)
_STAMP_WORD = (
    "published|updated|last updated|last modified|modified|posted|created|first published"
    "|originally published|date"
    "|veröffentlicht|aktualisiert|erstellt|stand|publiziert|zuletzt aktualisiert|letzte "
    "aktualisierung|publié|mis à jour"
    "|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|aktualizacja"
    "|dodano|data"
    "|опубликовано|обновлено|yay[ıi]nlanma|güncelleme|giriş|発表|更新|公開|发布|发布时间|时间|来源|更新时间|발행|입력|수정"
    "|نشر|تاريخ النشر|آخر تحديث"
)
# One piece of a date or time, or of what stands between such pieces. Words must end where they end,
# so that no text can be cut into pieces in two ways; the group is atomic for the same reason.
_PIECE = (
    rf"(?>(?:{_STAMP_WORD}|{_MONTH}|{_DAY}|at|on|the|of|de|del|den|der|le|la|il|à|a las|às|alle"
    rf"|um|kl|uhr"
    r"|am|pm|a\.m\.|p\.m\.|gmt|utc|bst|cet|cest|msk|[ecmp][sd]?t|ist|ago|h|min|mins|minutes?"
    r"|hours?|days?"
    r"|months?|years?|ore|год|года|г|st|nd|rd|th|er|t|z|vor|stunden?|minuten|tagen?|il y a"
    r"|heures?|hace|horas?"
    r"|há|fa)(?![^\W\d_])|[0-9]{1,4}(?![0-9])|[年月日时分秒時]|午前|午後|上午|下午|周[一二三四五六日]|星期[一二三四五六日]"
    r"|[-–—:.,/|•·+()\[\]º])"
)

PATTERNS: dict[str, tuple[Rule, ...]] = {
    "date": (
        Rule(
            "timestamp",
            rf"^(?=[^\n0-9]{{0,80}}[0-9])(?=[^\n]{{0,80}}?(?:[0-9]:[0-9]"
            rf"|(?:1[89]|20)[0-9]{{2}}(?![0-9])|[^\W\d_]))(?>(?:{_PIECE}\s{{0,3}}){{2,24}})(?:by|von)?$",
            "Nothing but a date, a time, or both, with the words and marks around them.",
            hits=(
                "14:05 gmt", "march 3, 2021", "published: 4:02pm, 7 may 2024", "2024-05-13 06:03",
                "updated 12 december 2023 at 10.45 a.m.", "aktualisiert: 28.04.2023, 18:16 uhr",
                "2 hours ago", "2024年5月13日 08:49", "12 мая 2021, 10:15",
            ),
            misses=(
                "on 3 march 2021 the port closed.", "in 2019, 300 boats came.", "march",
                "may be closed", "19 people died", "1984", "(415) 494-7074",
            ),
        ),
        Rule(
            "ago-and-section",
            r"^\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?|months?) ago\s?[-–—|•·]\s?"
            r"[^\n.!?]{2,40}$",
            "How long ago, and in which section.",
            hits=("2 hours ago - Energy & Climate", "3 days ago • Harbour"),
            misses=("2 hours ago", "3 days ago - the boats left.",),
            flags=re.I,
        ),
        Rule(
            "reading-time",
            r"^(?:(?:estimated |approx\.? )?(?:reading|read) time:?|lesezeit:?|lesedauer:?|temps "
            r"de lecture\s?:?"
            r"|tiempo de lectura:?|tempo de leitura:?|tempo di lettura:?|czas czytania:?|время "
            r"чтения:?)?\s?"
            r"(?:(?:ca\.|about|\d+\s?[-–])\s?)?\d{1,3}\s?[-–]?\s?(?:min(?:s|ute|utes|uten|utos"
            r"|uti)?\.?|мин\.?|分钟|分)"
            r"(?: de lecture| de lectura| de leitura| di lettura| read(?:ing)?(?: time)?| "
            r"lesezeit| czytania)?\.?$",
            "How long the text takes to read.",
            hits=("5 min read", "Reading time: 2 minutes", "Lesezeit: 3 Min.", "3 min de lecture"),
            misses=("It took 5 minutes.", "90 minutes of play brought no goal", "5 minarets"),
            flags=re.I,
        ),
        Rule(
            "dated-line",
            rf"^(?:{_STAMP_WORD})\b(?: (?:on|am|le|el|il|em|by)"
            rf"|[^\n:]{{0,20}}:)\s[^\n]{{0,50}}(?:19"
            rf"|20)\d\d\b[^\n.!?]{{0,60}}$",
            "A stamp with words that the pattern of pure stamps does not know.",
            hits=(
                "Published in Varrow: 3 March 2021", "Last updated on Dec 4, 2025 by Mara",
            ),
            misses=("Published in 2020, the book sold 300 copies in a week. It was praised.",),
            flags=re.I,
        ),
    ),
    "comment": (
        Rule(
            "comment-count",
            r"^\(?\d[\d.,]{0,8}\)?\s?(?:comments?|replies|responses?|kommentare?|commentaires?"
            r"|comentarios?"
            r"|comentários?|commenti|komentarz[ye]?|комментари\w{1,3}|yorum|条评论|件のコメント)\b"
            r"(?: on .{0,100})?$",
            "How many comments there are.",
            hits=("12 comments", "3 Kommentare", "36条评论", "4 responses on Harbour closed"),
            misses=("12 comments were deleted by the court.",),
            flags=re.I,
        ),
        Rule(
            "comment-author",
            r"^[^\n!?]{1,50} (?:says|said|writes|wrote|sagt|schreibt|schrieb|dice|escribió|dijo"
            r"|a écrit|dit|disse"
            r"|napisał|пишет|:\s?)(?: (?:on|am|le|el|il) [^\n!?]{4,40})?:$",
            "Who wrote the comment that follows.",
            hits=("Mara L. says:", "jonas72 schrieb am 3. März 2021:"),
            misses=("The mayor says: no.", "What he said", "Mara Lindqvist said:\nNo"),
            flags=re.I,
        ),
    ),
    "caption": (
        Rule(
            "called-caption",
            r"^(?:(?:image|photo|picture|media|video|figure|graphic) caption|caption"
            r"|bildunterschrift|bildtext|pie de (?:foto|imagen)|légende(?: photo)?|legenda"
            r"|didascalia)\s?[:,]\s[^\n]{3,300}$",
            "A caption that the page calls so, for readers who do not see the picture.",
            hits=("Image caption, The pier in March", "Bildunterschrift: Der Hafen"),
            misses=("Image caption", "The caption: a joke", "Captions, she said, matter."),
            flags=re.I,
        ),
        Rule(
            "picture-of",
            r"^(?:(?:illustration|aerial view|close-?up|composite image) of"
            r"|(?:illustration|photo|photograph|image|drawing|screenshot) (?:showing|shows))"
            r" [^\n]{5,200}"
            r"(?<![.!?:…”\"])$",
            "What a picture shows, without a full stop, for those who do not see it.",
            hits=("Illustration of a boat with a hard hat", "Aerial view of the harbour at dusk"),
            misses=("Photo shows the boat.", "Portrait of a town", "Image of the church suffers"),
            flags=re.I,
        ),
        Rule(
            "photo-credit",
            r"^[\[(]?(?:(?:file |stock )?(?:photos?|pictures?|images?|pic|photograph(?:s|y)?"
            r"|illustration|graphic|video"
            r"|screengrab|screenshot)(?: credits?| source| courtesy)?(?: by| of)?|(?:image|photo"
            r"|picture) credit"
            r"|credits?|fotos?|bild(?:er)?|bildquelle|bildrechte|bildnachweis|symbolbild"
            r"|archivfoto|grafik"
            r"|crédits?(?: photo)?|photo d'illustration|crédito|imagen|imagem|foto de archivo"
            r"|reprodução|immagine|zdjęcie"
            r"|фото|иллюстрация|fotoğraf|صورة|图片来源|图源|图|摄影|写真|資料写真|사진)\s?[:：/]\s?\S[^\n]{0,120}$",
            "The name of who made the picture, after a word for picture and a colon.",
            hits=(
                "Photo: Mara Lindqvist/Varrow Press", "Image credit: Port Ellery Museum",
                "Foto: dpa", "Фото: Мара Линдквист", "图片来源：新华社", "[Photo by: M. Lindqvist]",
            ),
            misses=(
                "Pictures of the harbour: see the museum's site for more than three thousand of "
                "them.",
                "Photographs: the court heard they were taken at night and that none of them "
                "showed the accused, "
                "who had by then, his lawyer said, left the county for good and settled in "
                "another.",
            ),
            flags=re.I,
        ),
        Rule(
            "photo-by",
            r"^[\[(]?(?i:photos?|pictures?|images?|illustrations?|photographs?|videos?) "
            r"(?i:by|courtesy of) [A-ZÀ-ÞА-Я@][^\n.!?:]{2,60}[\])]?\.?$",
            "Who made the picture, in a line of its own.",
            hits=("(Photo by Jo Ferro)", "Photo by Mara Lindqvist/Varrow Press"),
            misses=("Photos by the dozen were taken.", "A photo by Jo Ferro shows the pier"),
        ),
        Rule(
            "caption-with-credit",
            r"^[^\n]{5,220}[.!?)\]”»]?\s[(\[]?(?:photo(?:graph|grapher|graphy)?|composite"
            r"|illustration|picture|image|credit|foto|bild|crédit|crédito"
            r"|immagine|zdjęcie|фото)"
            r"(?: credit| by| courtesy of)?s?\s?[:/]\s?(?-i:[A-ZÀ-ÞА-Я©@]|dpa|afp)[^\n!?:]{0,70}$",
            "A caption that ends in its credit.",
            hits=(
                "A crack in the pier. Photograph: Jonas Brandt/The Courier",
                "A crack in the pier. / FOTO: J. BRANDT", "A crack. Photo: Jonas Brandt",
                "Der Hafen (Foto: dpa)",
            ),
            misses=("He put the photo: it was old. Then he left the room and shut the door.",),
            flags=re.I,
        ),
        Rule(
            "caption-with-paper",
            r"^[^\n]{5,200}[.!?] (?:[A-Z][\w'’.-]{1,20} ){1,3}(?:photo|picture|photograph)\.?$",
            "A caption that ends in the name of the paper or the photographer, and the word photo.",
            hits=("A crack in the pier. Messenger photo",),
            misses=("A crack in the pier. He took a photo.", "The crack was seen in a photo"),
        ),
        Rule(
            "agency-credit",
            r"^[^\n.!?]{0,160}(?:[(/|]\s?|©\s?|via |— |, )(?:getty(?: images)?|reuters|afp|ap(?: "
            r"photo)?|epa(?:-efe)?|dpa|shutterstock"
            r"|imago|alamy|istock|unsplash|pixabay|pexels|bloomberg|efe|ansa|pap|tass|тасс|риа "
            r"новости|xinhua|新华社"
            r"|wikimedia(?: commons)?|flickr|picture alliance|keystone|apa|lusa|adobe "
            r"stock)\b[^\n.!?]{0,60}$",
            "A caption or credit that ends in a picture agency's name.",
            hits=(
                "The harbour at dawn (Reuters)", "Mara Lindqvist/AFP", "© dpa",
                "A boat, foto © Getty Images",
            ),
            misses=(
                "He told Reuters that the port was shut.",
                "PORT ELLERY (Reuters) - The port will close.",),
            flags=re.I,
        ),
        Rule(
            "credit-in-brackets",
            r"^[^\n]{5,260}[.!?”\"]\s?\((?:(?:ap|reuters|afp|epa|dpa|file|handout)(?: file)?"
            r"(?: photo)?\s?/\s?[^()\n]{3,60}"
            r"|(?-i:[A-ZÀ-Þ][\w'’.-]{1,24}(?: [A-ZÀ-Þ][\w'’.-]{0,24}){1,3})"
            r"\s?(?:/|via )[^()\n.!?]{2,60}"
            r"|[^()\n]{0,60}\b(?:getty images|shutterstock|alamy|istock"
            r"|ap photo|photo by|courtesy(?: of)?|submitted by)\b[^()\n]{0,60}"
            r"|(?:abc [a-z ]{2,20}|aap(?: image)?|supplied|reuters|ap|afp|epa|facebook|instagram):"
            r" [^()\n]{2,50}|file|handout|supplied)\)$",
            "A caption of whole sentences that ends in its credit, in brackets. An agency's mark "
            "behind an article's last sentence has initials before it, or nothing.",
            hits=(
                "A crack in the pier. (Jonas Brandt/Getty Images)",
                "A crack in the pier. (AP Photo/Jonas Brandt)", "A crack. (Reuters/Jonas Brandt)",
                "A crack in the pier. (Courtesy Mara Lindqvist)", "A crack. (AAP: Jo Ferro)",
            ),
            misses=(
                "The port is shut. (aro/dpa)", "„Es brennt.“ (AFP)", "It was late. (He slept.)",
                "The boats sank. (Read more)", "All agreed. (Mara Lindqvist, a member, did not.)",
            ),
            flags=re.I,
        ),
        Rule(
            "credit-behind-stop",
            r"^[^\n]{10,260}[.!?”\"]\s(?:[A-ZÀ-Þ][\w'’.-]{1,24}\s?){1,4}/\s?(?:Getty Images"
            r"|Reuters|AP|AFP|EPA|NPR|CNN|Bloomberg|Shutterstock|Zuma|Redux|Sipa|dpa"
            r"|The [A-Z][\w ]{3,30})$",
            "A caption of whole sentences, then the photographer and the agency, without brackets.",
            hits=("Gulls wait at sea. Stringer/Reuters", "A boat sank. Jo Ferro/AP"),
            misses=("A boat sank. Reuters", "It ran on AC/DC", "The port is shut. (aro/dpa)"),
        ),
        Rule(
            "glued-credit",
            r"^(?=[^\n]*?[a-z.!?”\"][A-Z])"
            r"[^\n]{10,260}(?:[a-z.!?”\"](?:Getty Images|PA Media|PA Wire|Reuters|EPA|AFP|Alamy"
            r"|BBC|Shutterstock|Supplied|Handout)|\s[a-z]{2,20}[A-Z][a-z]{2,20}"
            r"(?: (?:and |of |for )?[A-Z][\w'’&-]{1,20}){1,5})$",
            "A picture's description with its credit stuck to it, as text copied from a page has.",
            hits=(
                "A boat on a grey seaGetty Images", "A boat at the pier.PA Media",
                "A boat on a grey sea at duskEllery Lifeboat Station",
            ),
            misses=(
                "A boat of the BBC", "He spoke to Reuters", "A boat on a grey sea",
                "He bought the new iPhone Pro Max", "She works for DeepMind",
            ),
        ),
        Rule(
            "pictured",
            r"^(?=[^\n]{0,200}\((?:(?:above |below |far )?(?:left |right |centre |center )?"
            r"(?:pictured|symbolbild|symbolfoto|archivbild|archivfoto|file photo)\b[^()\n]{0,30}"
            r"|(?:far )?(?:left|right|centre|center))\))"
            r"[^\n]{5,250}(?<![.!?…”\"'’:])$",
            "A line without a full stop that points at its picture.",
            hits=(
                "Mara Lindqvist (pictured) with her crew on Friday", "Jo Ferro (left) at work",
                "Die Polizei lobt die Rentnerin (Symbolbild)",
            ),
            misses=("Mara Lindqvist (pictured) won the race.", "Jo Ferro (34) at work"),
            flags=re.I,
        ),
        Rule(
            "copyright-caption",
            r"^(?:©|\(c\)|copyright:)\s?[^\d\n]{2,80}$",
            "The copyright mark and a name, without a year: a picture's credit.",
            hits=("© Mara Lindqvist", "Copyright: Port Ellery Museum"),
            misses=("© 2024 Varrow Press", "The © sign"),
            flags=re.I,
        ),
    ),
    "legal": (
        Rule(
            "copyright",
            r"^(?:[^\n]{0,80}?\s)?(?:(?:©|&copy;|\(c\))[^\n]{0,60}|(?:copyright|copr\.)[^\n]{0,14})"
            r"(?:19|20)\d\d",
            "The page's own copyright line.",
            hits=(
                "© 2024 Varrow Press", "Copyright 2019-2024 Port Ellery Times",
                "Varrow Press © 2020. All rights",
            ),
            misses=("The copyright law is old.", "Copyright law was changed in 2012."),
            flags=re.I,
        ),
        Rule(
            "rights",
            r"^[^\n]{0,200}?\b(?:all rights reserved|alle rechte vorbehalten|tous droits "
            r"réservés|todos los "
            r"derechos reservados|todos os "
            r"direitos reservados|tutti i diritti riservati|riproduzione riservata|wszelkie "
            r"prawa zastrzeżone"
            r"|все права защищены|tüm hakları saklıdır|جميع الحقوق محفوظة|may not be published, "
            r"broadcast"
            r"|版权所有|无断转载|無断転載)",
            "All rights reserved, wherever in a short line.",
            hits=("Varrow Press. All rights reserved.", "Alle Rechte vorbehalten"),
            misses=("She reserved all rights to the film.",),
            flags=re.I,
        ),
    ),
    "byline": (
        Rule(
            "byline",
            r"^(?:(?i:by|written by|words by|story by|reported by|reporting by|edited by|editing "
            r"by|posted by|reviewed by"
            r"|von|text von|kommentar von|ein kommentar von|par|por|di|a cura di|autor|autorka"
            r"|author|автор|текст"
            r"|oleh|yazan|بقلم|كتب|文|作者|记者|编辑|责任编辑"
            r"|責任編集)(?![\p{Latin}\p{Cyrillic}])\s?[:：]?\s{0,2})(?-i:(?:[\p{Lu}\p{Lo}][\p{L}'’.\-]{0,24},?"
            r"|de|da|van|der|von|und|and|et|y|e|i|&|[,|/•·–-])(?:\s|$)\s?){1,9}"
            r"(?i:\s?[|•·–-]\s?[^\n.!?]{0,40}(?:19|20)\d\d[^\n.!?]{0,40})?$",
            "The writer's name after a word for by. A sentence goes on in small letters or ends "
            "in a full stop.",
            hits=(
                "By Mara Lindqvist", "Von Jonas Brandt und Mara Lindqvist",
                "By MARA LINDQVIST, Staff Writer",
                "Par Loïc Perrin", "Written by Mara Lindqvist | March 3, 2021",
            ),
            misses=(
                "By then the port had closed", "By Friday evening", "By the numbers", "Von wegen",
                "Di seguito i risultati", "di Washington nel 2016, anche", "Die Ergebnisse",
            ),
        ),
        Rule(
            "byline-date",
            r"^(?:\p{Lu}[\p{L}'’.-]{1,24}\s){2,4}(?:[|•·–,-]\s?)?"
            rf"(?=[^\n]{{0,40}}(?:19|20)[0-9][0-9])(?=[^\n]{{0,60}}[0-9]:[0-9])"
            rf"(?i:(?>(?:{_PIECE}\s{{0,3}}){{3,24}}))$",
            "A name, then a date with a time.",
            hits=(
                "Jonas Brandt 29 de junio de 2025 · 07:00", "Mara Lindqvist | 3 March 2021, 14:05",
            ),
            misses=("Port Ellery 2021", "Mara Lindqvist 12:30"),
        ),
        Rule(
            "agency-desk",
            r"^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|production"
            r"|photography|research) (?:and (?:writing|editing|reporting) )?by "
            r"[^\n.!?]{3,160}[.)]{0,2}$",
            "Who reported and edited, as agencies end their stories.",
            hits=(
                "(Reporting by the Varrow bureau; editing by Mara Lindqvist)",
                "Additional reporting by Jonas Brandt.",
            ),
            misses=("Reporting by the paper led to a trial. It", "Research into peat"),
            flags=re.I,
        ),
        Rule(
            "contributed-to",
            r"^[^\n]{3,200} contributed (?:(?:reporting|research|to this (?:report|story|article"
            r"|piece|dispatch))\b[^\n.]{0,60}\.?)$",
            "Who helped, as agencies and newspapers end their stories.",
            hits=(
                "Jonas Brandt and Mara Lindqvist in Skarvik contributed to this report.",
                "Jonas Brandt contributed reporting from Port Ellery.",
            ),
            misses=(
                "The storm contributed to this year's losses.",
                "She contributed to this report on the port. It took a year.",
            ),
            flags=re.I,
        ),
        Rule(
            "reported-from",
            r"^(?!.*\bthat\b)(?:\p{Lu}[\p{L}'’.-]{1,24},? (?:and )?){2,9}reported (?:this (?:story"
            r"|article) )?from \p{Lu}[^\n!?:“”\"]{2,100}$",
            "Where the writers were, as American newspapers begin or end their stories.",
            hits=(
                "Mara Lindqvist reported from Port Ellery, Varr.",
                "Mara Lindqvist reported from Skarvik, and Jonas Brandt from Port Ellery.",
            ),
            misses=(
                "Mara Lindqvist reported from Skarvik that the port was shut.",
                "The fire was reported from Skarvik.",
            ),
        ),
        Rule(
            "words-and-pictures",
            r"^(?:words|story|report|text|texte|texto|testo)(?: and \w{4,14})? by [^\n.!?]{3,40},"
            r" (?:photos|pictures|photographs|photography|video) by [^\n.!?]{3,40}$",
            "Who wrote and who took the pictures, on one line.",
            hits=("Words by Mara Lindqvist, pictures by Jonas Brandt",),
            misses=("Words by the mayor, pictures of the port",),
            flags=re.I,
        ),
        Rule(
            "source-line",
            r"^(?:来源|作者|责任编辑|责编|编辑|记者|发稿时间|稿源|\[?\s?责编|文/|文\s?[|｜])\s?[:：]\s?\S.{0,60}$"
            r"|^[^\n。]{0,40}(?:来源|责编|编辑|作者)[:：].{0,30}$",
            "Chinese lines that name source, editor and writer.",
            hits=("来源：新华网", "责任编辑：杨逸", "2024-05-12 17:19 来源：新华网"),
            misses=("记录显示港口已关闭。",),
        ),
        Rule(
            "byline-desk",
            r"^(?-i:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})\s?[,|•-]\s?(?i:staff (?:writer"
            r"|reporter)|correspondent|reporter"
            r"|associated press|contributor|senior reporter|editor|news editor|political editor"
            r"|business reporter"
            r"|redakteur(?:in)?|reuters|the associated press|special to [\w ]{3,40})$",
            "A name and the job beside it.",
            hits=("Mara Lindqvist, Staff Writer", "Jonas Brandt | Political Editor"),
            misses=("Mara Lindqvist, the mayor of Port Ellery",),
        ),
    ),
    "author": (
        Rule(
            "author-box",
            r"^(?:about the authors?|about the writer|über (?:den autor|die autorin|die "
            r"autor:in)|à propos de l'auteur"
            r"|sobre (?:el autor|la autora|la firma|o autor|a autora)|l'autore|o autorze|об авторе"
            r"|yazar hakkında|作者简介"
            r"|more from this author|more articles by [^\n]{1,60}|view (?:all|more) (?:posts"
            r"|articles|stories) by [^\n]{1,60}"
            r"|view all articles by this author|(?:view|see) author profile|meet the "
            r"author)\W{0,3}$",
            "Heading over the author's biography, or the link to more by the same.",
            hits=("About the author", "Über die Autorin", "View all posts by Mara Lindqvist"),
            misses=("About the author little is known, but her books sell.",),
            flags=re.I,
        ),
        Rule(
            "author-bio",
            r"^(?:\p{Lu}[\p{L}'’.-]+\s){1,4}(?:is|was|has been) (?:an? |the )(?:[\p{L}-]+ ){0,5}"
            r"(?:reporter|correspondent|journalist|columnist|editor|writer|freelancer"
            r"|contributor|fellow)\b"
            r"(?:[^\n]{0,160}(?:\bat\b|\bfor\b|\bcovering\b|\bwho covers\b|\bbased in\b|@"
            r"|\bcovers\b)|[^\n]{0,12}$)"
            r"|^(?:\p{Lu}[\p{L}'’.-]+\s){1,4}(?:ist (?:[\p{L}-]+ ){0,3}[\p{L}-]{0,20}"
            r"(?:[Rr]eporter|[Rr]edakteur|[Kk]orrespondent|[Jj]ournalist|[Kk]olumnist)(?:in)? "
            r"(?:für|bei|im|in|der|des|beim|und|mit|aus)|est "
            r"(?:journaliste|correspondante?|rédact(?:eur|rice)) (?:à|au|aux|pour|chez|dans|en|de"
            r"|du)|es (?:periodista|corresponsal|redactora?) (?:en|de|del|para|y)) [^\n]{3,160}$",
            "One sentence on who the writer is. Wrong for an article about a journalist: so it "
            "counts only at the end.",
            hits=(
                "Mara Lindqvist is a reporter covering fisheries.",
                "Jonas Brandt is a senior editor at Varrow Press.",
                "Ilse Brandt ist VDF-Reporterin für das Berichtsgebiet Varrow und Skarvik.",
                "Marc Delune est journaliste au service économie du Courrier.",
                "Ana Ruivel es corresponsal en Marhapur.",
            ),
            misses=(
                "The editor is a member of the club.", "Mara Lindqvist is a fisher in Port Ellery.",
                "Ilse Brandt ist Fischerin in Skarvik.", "Marc Delune est maire de Portbrume.",
            ),
        ),
    ),
    "share": (
        Rule(
            "address-alone",
            r"^(?:www\.)?[\w-]{2,30}(?:\.[a-z][\w-]{1,20}){1,3}/\S{3,200}$",
            "The page's own address, for copying.",
            hits=("courier.example/news/koala-blocks-train/105123456",),
            misses=("https://courier.example/report.pdf", "and/or", "km/h", "courier.example"),
        ),
        Rule(
            "follow-on",
            r"^follow (?!the (?:path|road|signs|river|coast))(?:[^\n.!?]|\.(?=\w)){2,50}? on (?:x"
            r"|twitter|facebook|instagram|linkedin|tiktok|youtube"
            r"|threads|bluesky|mastodon|whatsapp|telegram|google news)\b(?:[^\n]{0,60}"
            r"|[^\n]{0,40} for (?:the |all |more |daily )?(?:latest|breaking|news|updates)\b"
            r"[^\n]{0,240})$",
            "An invitation to follow somebody by name.",
            hits=(
                "Follow Mara Lindqvist on X @mara", "Follow the Courier on Facebook",
                "Follow Ellery.example on Twitter and Facebook for the latest news updates. You "
                "can now also get stories sent straight to your device.",
            ),
            misses=(
                "Follow the path on foot", "Followers on X were told",
                "Follow the money on Facebook and one finds a firm in Skarvik that nobody there "
                "has heard of, and whose owner was the mayor's own brother until last year.",
            ),
            flags=re.I,
        ),
        Rule(
            "in-our-live-blog",
            r"^[^\n.!?]{5,120} (?:finden sie|findest du|lesen sie|gibt es) "
            r"(?:jederzeit |hier |auch )?(?:in|im) (?:unserem )?"
            r"(?:live-?blog|live-?ticker|newsblog|newsticker)[^\n.!?]{0,60}[.:!+ ]{0,6}$",
            "Where the publisher has the newest of it.",
            hits=(
                "Aktuelle Meldungen zur Brücke finden Sie jederzeit in unserem Liveblog:",
                "Alle Entwicklungen zur Sturmflut finden Sie hier in unserem Newsblog.",
            ),
            misses=(
                "Die Fehler finden Sie in unserem Bericht.",
                "Der Minister schrieb im Liveblog des Senders, es gebe keine Gefahr.",
            ),
            flags=re.I,
        ),
        Rule(
            "preferred-source",
            r"^(?:add|make|set|choose|pick) [^\n.!?]{1,40} (?:as )?(?:a |your |my )?preferred "
            r"(?:news )?source\b[^\n]{0,100}$",
            "A call to have a search engine prefer the publisher.",
            hits=("Add the Courier as your preferred source to see more of it on Google.",),
            misses=("The preferred source of income was fish.",),
            flags=re.I,
        ),
        Rule(
            "on-whatsapp",
            r"^[^\n.!?]{2,40} (?:è anche su|est aussi sur|gibt es auch (?:auf|bei)"
            r"|está (?:também )?no|está (?:también )?en) (?:whatsapp|telegram)[.!:,]? (?=\S)"
            r"[^\n]{0,40}(?:clicca|cliccare|cliquez|abonnez|klick|abonnier|clique|siga"
            r"|haz clic|sigue)",
            "Where else the publisher can be followed.",
            hits=("Il Corriere dell'Ellery è anche su Whatsapp. Clicca qui per iscriverti.",),
            misses=("The bishop is on WhatsApp.", "She is on WhatsApp. Her son follows her."),
            flags=re.I,
        ),
        Rule(
            "follow-for",
            r"^follow (?:us|me|along) for [^\n.!?]{2,60}[.!]?$",
            "An invitation to follow the publisher.",
            hits=("Follow us for more local news",),
            misses=("Follow me home",),
            flags=re.I,
        ),
        Rule(
            "share-count",
            r"^\d[\d.,]{0,8}\s?[km]?\s?(?:shares?|likes?|views?|followers?|retweets|reposts"
            r"|reactions?|aufrufe|vues|visitas"
            r"|просмотр\w{0,3}|次浏览|阅读)$",
            "Counts of what readers did.",
            hits=("1.2K shares", "8.2k followers", "300 views"),
            misses=("300 views were aired at the meeting",),
            flags=re.I,
        ),
        Rule(
            "share-bar",
            r"^(?>(?:(?:share|facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest|reddit"
            r"|telegram|instagram|youtube|tiktok"
            r"|print|copy link|teilen|drucken|mail|pocket|flipboard|threads|bluesky|messenger"
            r"|rss|on|via|link|tumblr|vk"
            r"|save|tweet|post|pin|mastodon|xing|sms|line|and)(?!\w)[\s|/,.&•·:-]{0,6}){2,24})$",
            "Several buttons on one line.",
            hits=("Facebook Twitter LinkedIn", "Share on Facebook", "Share | Tweet | Email"),
            misses=("Twitter and its rivals", "Facebook bought Instagram"),
            flags=re.I,
        ),
    ),
    "signup": (
        Rule(
            "subscribe-to",
            r"^subscribe (?:now )?to (?:the |our )?[^\n.!?]{2,60}[.!]?$",
            "A call to subscribe to a paper or letter by its name.",
            hits=(
                "Subscribe to the Ellery Letter",
                "Subscribe to The Ellery Courier for unlimited access.",
            ),
            misses=("He subscribes to the theory.", "Subscribers to the paper"),
            flags=re.I,
        ),
        Rule(
            "download-app",
            r"^(?:download|get|try|install) (?:the |our )?[\w '’.&-]{0,40}\bapp\b"
            r"[^\n.!?]{0,60}[.!]?$",
            "A call to install the publisher's app.",
            hits=("Download the Courier app", "Get our free app for news on the go."),
            misses=("Downloads of the app fell.", "Get the apple"),
            flags=re.I,
        ),
        Rule(
            "newsletter-offer",
            r"^(?:sign(?:ing)? up|subscribe|register|join|get|receive|don't miss|want|stay"
            r"|enjoy)\b[^\n]{0,160}"
            r"\b(?:newsletters?|inbox|e-?mail(?:s| updates| alerts)?|whatsapp channel|telegram "
            r"channel|push notifications|our app)\b",
            "A call that names the newsletter, the in-box or the app.",
            hits=(
                "Get our stories in your inbox every morning", "Join our WhatsApp channel",
                "Sign up for the daily newsletter",
            ),
            misses=(
                "The newsletter of the county was sent to all.",
                "Getting an email from the mayor surprised her.",
            ),
            flags=re.I,
        ),
    ),
    "ad": (
        Rule(
            "affiliate-notice",
            r"^(?=[^\n]*\b(?:buy\w*|links?|purchase[ds]?|click\w*|partners|retailers?|affiliate)\b)"
            r"(?:[^\n]{0,200}?[.!?:] )?(?:(?:purchases|orders|buying|some (?:of the )?(?:links|"
            r"products)|if you (?:buy|purchase|shop|order|click)|when you (?:buy|purchase|shop|"
            r"order|click)|we|i|as an? (?:\w{3,12} )?(?:associate|affiliate)|this (?:page|"
            r"(?:web)?site|guide|review|post|article|story)|our|all products)\b)"
            r"(?:[^\n.!?]|\.\w){0,120}\b(?:affiliate links?|(?:earns?|receive|get|make)"
            r"(?: us| me)? (?:an? |some )?(?:(?:small|modest|affiliate|referral) ){0,2}commissions?"
            r"|from qualifying purchases)\b[^\n]{0,120}$",
            "That the publisher earns when the reader buys.",
            hits=(
                "Purchases made through links earn us a small commission, at no extra cost to you.",
                "As an Amazon Associate I earn from qualifying purchases.",
                "Support the Courier! We also use affiliate links in articles to earn commissions.",
                "Disclosure: As an affiliate marketer, I earn from qualifying purchases.",
                "Note: Some of the links you find on ellery.example are affiliate links.",
                "Our reviewers choose freely. If you buy something, we may earn a commission.",
            ),
            misses=(
                "The agent earns a commission of two per cent from the sale.",
                "We asked the commission for the report.",
                "If you buy a ticket today, the ferry takes bicycles at no extra cost to you.",
                "I get commissions from towns that want their ferries painted.",
                "If you buy a flat, the agent's commission is due at once.",
                "We say what we think of the commission.",
                "We may receive a report by the commission.",
                "The agent said that when you buy at auction, the house earns more.",
            ),
            flags=re.I,
        ),
    ),
    "tag": (
        Rule(
            "hashtags",
            r"^(?:#[\w-]{2,40}[\s,]{0,3}){1,20}$",
            "Hashtags and nothing else.",
            hits=("#harbour #Varrow", "#port"),
            misses=("#1 in the county",),
        ),
    ),
    "nav": (
        Rule(
            "program-error",
            r"^(?:warning|notice|deprecated|fatal error|parse error): [^\n]{5,260} on line \d{1,6}",
            "What a web server's program says of its own mistakes.",
            hits=("Warning: Use of undefined constant X in /var/www/a.php on line 12",),
            misses=("Warning: ice on the road.",),
            flags=re.I,
        ),
        Rule(
            "visitor-counter",
            r"^(?:you are )?visitor (?:no\.?|number|#)?\s?[\d.,]{1,12}\.?$",
            "How many have seen the page.",
            hits=("You are visitor no. 0041873",),
            misses=("Visitor numbers rose by 12.",),
            flags=re.I,
        ),
        Rule(
            "alert-for-author",
            r"^every time \S{1,30}(?: \S{1,30})? publishes\b[^\n]{5,160}$",
            "An offer of alerts to what a writer publishes.",
            hits=("Every time Mara publishes a story, you’ll get an alert.",),
            misses=("Every time it rains, the pier floods.",),
            flags=re.I,
        ),
        Rule(
            "see-also-with-bar",
            r"^(?:watch|listen|read|photos?|video|audio|gallery)\s?\|\s?\S[^\n]{3,160}$",
            "A pointer to a film or another story, with a bar behind its kind.",
            hits=("WATCH | How the crew kept warm:",),
            misses=("Watch the tide", "Video"),
            flags=re.I,
        ),
        Rule(
            "read-by-machine",
            r"^(?:the audio version of this|this (?:audio|article|story) (?:is|was) (?:read|voiced"
            r"|generated) by (?:a|an) (?:ai|automated|synthetic))\b",
            "What says that a program reads the text aloud.",
            hits=("The audio version of this article is generated by AI.",),
            misses=("The audio was played in court.",),
            flags=re.I,
        ),
        Rule(
            "related-with-time",
            r"^related (?:article|video|gallery|live story|story) [^\n]{8,160}$",
            "A pointer to another story, with its kind before it, between paragraphs.",
            hits=("Related article Why ferries keep sinking 4 min read",),
            misses=("Related articles", "Related parties met."),
            flags=re.I,
        ),
        Rule(
            "breadcrumb",
            r"^[^\n.!?>›»|0-9]{2,40}(?:\s[>›»|]\s[^\n.!?>›»|0-9]{2,40}){2,6}$",
            "Three or more names with arrows or bars between them.",
            hits=("News > Varrow County > Harbour", "Home | Sport | Culture | More"),
            misses=("He won 3/4 of the vote", "either / or"),
        ),
        Rule(
            "page-number",
            r"^(?:page|seite|página|pagina|strona|страница|sayfa|第)\s?\d{1,3}(?:\s?(?:of|von|de"
            r"|/|di|z|из)\s?\d{1,3}|页)?$"
            r"|^(?:\d{1,3}\s){2,12}(?:…|\.\.\.|next|»|›|>)[\s\d»›>]{0,12}$",
            "Page numbers.",
            hits=("Page 1 of 3", "1 2 3 4 … 12", "Seite 2"),
            misses=("Page 3 of the report names the mayor.", "1 2"),
            flags=re.I,
        ),
        Rule(
            "arrow",
            r"^(?:[«‹←↑→›»]\s?[^\n.!?»]{0,60}|[^\n.!?«]{1,60}\s?[»›→↑])$",
            "A link dressed with an arrow.",
            hits=("« Zurück", "More news »", "→ Start"),
            misses=(
                "« Le port est fermé », a dit le maire.", "«Le port»", "A » B is wrong.",
                "> quoted",
            ),
        ),
    ),
    "note": (
        Rule(
            "correction",
            r"^[\[(*]{0,2}(?:(?:corrections?(?: \([^)\n]{1,40}\))?|clarifications?"
            r"|editor['’]?s['’]? notes?|update|note to readers"
            r"|korrektur|anmerkung der redaktion|hinweis der redaktion|transparenzhinweis"
            r"|rectificatif|note de la rédaction"
            r"|corrección|nota del editor|nota de la redacción|correção|nota da redação|errata"
            r"|nota della redazione"
            r"|sprostowanie|от редакции|düzeltme|更正|编者按|訂正|編集部注)\s?[:：]"
            r"|an earlier version of this|a correction was made on"
            r"|this (?:article|story|post|piece|report|essay) (?:was|has been|is) (?:updated"
            r"|corrected|amended|edited|originally"
            r"|first|republished|produced|based|adapted)|this (?:article|story|post|essay) "
            r"(?:first|originally) appeared)[^\n]{10,}",
            "Corrections and editor's notes. They belong to the article and are kept.",
            hits=(
                "Correction: an earlier version gave the wrong date.",
                "This article was updated on 3 March.",
            ),
            misses=("Corrections officers went on strike", "Update"),
            flags=re.I,
        ),
    ),
}  # fmt: skip

# Patterns of lower-case words that are matched against the line in lower case: without re.I, a long
# list of words is tried several times as quickly.
LOWER = frozenset(("timestamp",))

# What a line must have for a pattern to be tried at all (shapes.py). Looking is ten times quicker
# than trying, and most lines have none of it: that is what makes hundreds of menu lines cheap. The
# tables may ask for too little, never for more than the pattern does.
#
# Of each string, one character must be in the line; a string of all digits means any digit.
DIGITS = "0123456789"
GATES: dict[str, tuple[str, ...]] = {
    "see-also-with-bar": ("|",),
    "credit-behind-stop": ("/", ".!?”"),
    "address-alone": ("/",),
    "timestamp": (DIGITS,),
    "reading-time": (DIGITS,),
    "dated-line": (DIGITS,),
    "comment-count": (DIGITS,),
    "comment-author": (":",),
    "called-caption": (":,",),
    "photo-credit": (":：/",),
    "caption-with-credit": (":/",),
    "caption-with-paper": (".!?",),
    "agency-credit": ("(/|©,—vV",),
    "copyright-caption": ("©(:",),
    "credit-in-brackets": ("(", ".!?"),
    "pictured": ("(",),
    "copyright": (DIGITS,),
    "byline-date": (DIGITS, ":"),
    "source-line": (":：", "来作责编记发稿文"),
    "byline-desk": (",|•-",),
    "share-count": (DIGITS,),
    "visitor-counter": (DIGITS,),
    "program-error": (DIGITS,),
    "page-number": (DIGITS,),
    "hashtags": ("#",),
    "breadcrumb": (">›»|",),
    "arrow": ("«‹←↑→›»",),
}

# Characters that may not be anywhere in the line: these end sentences, which credits are not.
LACKS: dict[str, str] = {"agency-credit": ".!?"}

# What the folded line (phrase.py: lower case, # for figures, without the marks around it) must
# begin with. Of several words, the first is looked at.
STARTS: dict[str, tuple[str, ...]] = {
    "related-with-time": ("related",),
    "alert-for-author": ("every",),
    "see-also-with-bar": ("watch", "listen", "read", "photo", "video", "audio", "gallery"),
    "read-by-machine": ("the audio", "this"),
    "ago-and-section": ("#",),
    "reading-time": (
        "estimated", "approx", "reading", "read", "lesezeit", "lesedauer", "temps", "tiempo",
        "tempo", "czas", "время", "ca.", "about", "#",
    ),
    "dated-line": tuple(_STAMP_WORD.split("|")),
    "comment-count": ("#",),
    "photo-credit": (
        "photo", "picture", "image", "pic", "illustration", "graphic", "video", "screengrab",
        "screenshot", "file", "stock", "credit", "foto", "bild", "symbolbild", "archivfoto",
        "grafik", "crédit", "crédito", "imagen", "imagem", "reprodução", "immagine", "zdjęcie",
        "фото", "иллюстрация", "fotoğraf", "صورة", "图片来源", "图源", "图", "摄影", "写真",
        "資料写真", "사진",
    ),
    "picture-of": (
        "illustration", "photo", "photograph", "image", "drawing", "screenshot", "aerial", "close",
        "composite",
    ),
    "photo-by": ("photo", "picture", "image", "illustration", "video"),
    "copyright-caption": ("©", "c"),
    "called-caption": (
        "image", "photo", "picture", "media", "video", "figure", "graphic", "caption",
        "bildunterschrift", "bildtext", "pie", "légende", "legenda", "didascalia",
    ),
    "byline": (
        "by", "written", "words", "story", "reported", "reporting", "edited", "editing", "posted",
        "reviewed", "von", "text", "kommentar", "ein", "par", "por", "di", "a cura", "autor",
        "author", "автор", "текст", "oleh", "yazan", "بقلم", "كتب", "文", "作者", "记者", "编辑",
        "责任", "責任",
    ),
    "agency-desk": (
        "additional", "further", "reporting", "writing", "editing", "compiled", "production",
        "photography", "research",
    ),
    "words-and-pictures": ("words", "story", "report", "text", "testo"),
    "author-box": (
        "about", "über", "à propos", "sobre", "l'autore", "o autorze", "об авторе", "yazar",
        "作者", "more", "view", "see", "meet",
    ),
    "follow-on": ("follow",),
    "follow-for": ("follow",),
    "preferred-source": ("add", "make", "set", "choose", "pick"),
    "share-bar": (
        "share", "facebook", "twitter", "x", "linkedin", "whatsapp", "e-mail", "email", "pinterest",
        "reddit", "telegram", "instagram", "youtube", "tiktok", "print", "copy", "teilen",
        "drucken", "mail", "pocket", "flipboard", "threads", "bluesky", "messenger", "rss", "on",
        "via", "link", "tumblr", "vk", "save", "tweet", "post", "pin", "mastodon", "xing", "sms",
        "line", "and",
    ),
    "share-count": ("#",),
    "subscribe-to": ("subscribe",),
    "download-app": ("download", "get", "try", "install"),
    "newsletter-offer": (
        "sign", "subscribe", "register", "join", "get", "receive", "don't", "want", "stay", "enjoy",
    ),
    "program-error": ("warning", "notice", "deprecated", "fatal", "parse"),
    "visitor-counter": ("visitor", "you"),
    "page-number": (
        "page", "seite", "página", "pagina", "strona", "страница", "sayfa", "第", "#",
    ),
    "correction": (
        "correction", "clarification", "editor", "update", "note", "korrektur", "anmerkung",
        "hinweis", "transparenzhinweis", "rectificatif", "corrección", "nota", "correção",
        "a correction", "errata", "sprostowanie", "от", "düzeltme", "更正", "编者按", "訂正",
        "編集部注",
        "an earlier", "this",
    ),
}  # fmt: skip

# What the folded line must hold somewhere.
HOLDS: dict[str, tuple[str, ...]] = {
    "in-our-live-blog": ("blog", "ticker"),
    "affiliate-notice": ("commission", "affiliate", "qualifying"),
    "address-alone": (".",),
    "ago-and-section": (" ago",),
    "caption-with-credit": (
        "photo",
        "picture",
        "image",
        "credit",
        "foto",
        "bild",
        "crédit",
        "immagine",
        "zdjęcie",
        "фото",
        "composite",
        "illustration",
    ),
    "copyright": ("©", "copy", "copr.", "c)"),
    "rights": (
        "s reserv",
        "riservat",
        "s réserv",
        "vorbehalten",
        "published, b",
        "zastrze",
        "защищ",
        "saklı",
        "محفوظة",
        "版权",
        "转载",
        "転載",
    ),
    "byline-desk": (
        "staff",
        "reporter",
        "correspondent",
        "press",
        "contributor",
        "editor",
        "redakteur",
        "reuters",
        "special",
    ),
    "author-bio": (" is ", " was ", " has been ", " ist ", " est ", " es "),
    "contributed-to": ("contributed",),
    "credit-in-brackets": (
        "getty",
        "ap photo",
        "reuters",
        "/",
        "photo by",
        "courtesy",
        "stock",
        "alamy",
        "via",
        "file",
        "handout",
        "supplied",
        "submitted",
        ": ",
    ),
    "pictured": ("pictured", "symbol", "archiv", "file photo", "left", "right", "centre", "center"),
    "reported-from": ("reported",),
    "on-whatsapp": ("whatsapp", "telegram"),
}

# What the line must end with, as it is spelled.
ENDS: dict[str, tuple[str, ...]] = {
    "credit-behind-stop": tuple(ascii_letters),
    "comment-author": (":",),
    "credit-in-brackets": (")",),
    "glued-credit": tuple(ascii_letters),
    "caption-with-paper": ("photo", "photo.", "picture", "picture.", "photograph", "photograph."),
}  # fmt: skip
