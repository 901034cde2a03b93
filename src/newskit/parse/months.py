"""Which month a word names, in the languages that news pages are written in.

One line a language: twelve months, parted by spaces; forms of one month by "/". Forms that a date
needs (Polish and Russian genitives) stand beside the dictionary form. Words are compared in lower
case, without a final full stop. Left out on purpose: Croatian (its listopad is October, the Polish
and Czech one November), and calendars other than the Gregorian one.
"""

from __future__ import annotations

_MONTHS = (
    # English
    "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug "
    "september/sep/sept october/oct november/nov december/dec",
    # German, Austrian
    "januar/jänner/jän februar/feber märz/mär/mrz/maerz april mai juni juli august september "
    "oktober/okt november dezember/dez",
    # French
    "janvier/janv février/févr/fév/fevrier/fevr mars avril/avr mai juin juillet/juil/juill "
    "août/aout/aoû septembre octobre novembre décembre/déc/decembre",
    # Spanish, Catalan
    "enero/ene/gener febrero/febrer marzo/març abril/abr mayo/maig junio/juny julio/juliol "
    "agosto/ago/agost septiembre/setiembre/set/setembre octubre noviembre/novembre "
    "diciembre/dic/desembre",
    # Italian
    "gennaio/gen febbraio/febb marzo aprile maggio/mag giugno/giu luglio/lug agosto "
    "settembre/sett ottobre/ott novembre dicembre",
    # Portuguese
    "janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro outubro/out "
    "novembro dezembro",
    # Dutch
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    # Polish
    "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj "
    "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
    "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    # Czech, Slovak
    "ledna/leden/januára února/únor/februára března/březen/marca dubna/duben/apríla "
    "května/květen/mája června/červen/júna července/červenec/júla srpna/srpen/augusta "
    "září/zaří/septembra října/říjen/októbra listopadu/novembra prosince/prosinec/decembra",
    # Russian
    "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май "
    "июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент "
    "октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    # Ukrainian, Bulgarian
    "січня/січ/януари лютого/лют/февруари березня/бер квітня/кві/април травня/тра "
    "червня/чер/юни липня/лип/юли серпня/сер вересня/вер/септември жовтня/жов/октомври "
    "листопада/лис/ноември грудня/гру/декември",
    # Turkish
    "ocak/oca şubat/şub mart nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl "
    "ekim/eki kasım/kas aralık/ara",
    # Swedish, Danish, Norwegian
    "januari februari mars/marts/mars april maj/mai juni juli augusti/august september oktober "
    "november december/desember/des",
    # Finnish
    "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu "
    "toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu "
    "lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
    # Hungarian
    "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl "
    "augusztus szeptember/szept október november december",
    # Romanian
    "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie "
    "noiembrie decembrie",
    # Greek
    "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαϊ ιουνίου/ιουν "
    "ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ",
    # Indonesian, Malay
    "januari februari/peb maret/mac april mei juni/jun juli/julai agustus/ogos/agu september "
    "oktober november/nop desember/disember",
    # Arabic: the names of the Gulf and Egypt, of the Maghreb
    "يناير/جانفي فبراير/فيفري مارس أبريل/ابريل/إبريل/أفريل مايو/ماي يونيو/يونيه/جوان "
    "يوليو/يوليوز/جويلية أغسطس/اغسطس/غشت/أوت سبتمبر/شتنبر أكتوبر/اكتوبر نوفمبر/نونبر "
    "ديسمبر/دجنبر",
    # Arabic: the names of the Levant and Iraq that are one word
    "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
    # Hindi
    "जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    # Vietnamese, as one word after its number's name, is "tháng 3": dates.py knows it
)


def _table() -> dict[str, int]:
    names: dict[str, int] = {}
    for line in _MONTHS:
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                # setdefault: where two languages differ, the earlier line is the commoner one
                names.setdefault(form, number)
    names.pop("-", None)
    return names


MONTHS = _table()


def month_number(word: str) -> int | None:
    """Return 1–12 for a month's name, None for any other word.

    >>> month_number("März"), month_number("Sept."), month_number("Monday")
    (3, 9, None)
    """
    # Turkish capitals: "HAZİRAN".lower() leaves a dot above (U+0307) behind
    return MONTHS.get(word.lower().replace("\u0307", "").rstrip("."))
