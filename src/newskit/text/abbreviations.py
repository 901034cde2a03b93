"""Words that end in a full stop without ending a sentence, and words that often begin one.

The tables belong to sentences.py, which explains how they are used. An entry in lower case stands
for every spelling; an entry with a capital for that spelling only ("Miss." is Mississippi, but
"miss." is a word). The final full stop is left out, inner ones are kept ("p.m").

What they get wrong: an abbreviation that nobody listed ends a sentence wherever a capital follows,
and "He works for the Co. Mara does not" is not cut, because "Mara" opens no sentence in the tables.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Never the end of a sentence: a name, or the rest of the phrase, must follow.
ALWAYS_INSIDE = _words(
    # English: titles and ranks, parts of place names, links
    "mr mrs ms dr prof messrs mx Gen Col Lt Capt Cmdr Cdr Sgt Maj Adm Cpl Pvt Brig Rev Hon Fr",
    "Gov Sen Rep Sens Reps Pres Supt Insp Det Atty Amb Ald Mt Ft Pte Msgr",
    "vs cf viz approx e.g i.e al v c ca esp incl",
    # German
    "hr fr frl dipl ing phil jur bzw bspw evtl ggf inkl exkl sog vgl z.b d.h u.a o.ä i.d.r mag",
    "geb gest zzgl abzgl einschl Anm Az",
    # French, Spanish, Italian, Portuguese
    "mme mlle mmes mgr vve sra sres srta dra dña excmo excma ilmo EE p.ej p.ex",
    "Sig Dott Avv Arch Geom Prof.ssa dott.ssa sigg Exmo Exma Pe",
    # Russian
    "ул им просп пл гр проф акад ген полк т.е т.н т.к см ср",
)  # fmt: skip

# Inside a sentence when a number follows, an ordinary word otherwise ("She said no. Then …").
BEFORE_NUMBER = _words(
    "no nos nr num núm n° nº № p pp pg pág págs pag fig figs vol vols ch chap cap art arts abs sec",
    "par bd Bde ver vers op tel ext rm apt ste sec jan feb febr mar apr jun jul aug sep sept oct",
    "nov dec okt dez janv févr avr juil déc ene abr ago dic gen mag giu lug sett ott fev set out",
    "dez",
    "p.s стр гл рис ст п",
)  # fmt: skip

# The end of a sentence only when a word follows that often opens one (STARTERS).
MAYBE = _words(
    "inc ltd co corp llc llp plc bros jr sr st ave blvd rd hwy dept est assn univ intl govt natl",
    "u.s u.k u.n e.u d.c l.a n.y u.s.a u.a.e n.j n.c s.c n.h n.m n.d s.d w.va b.c a.d ph.d m.d b.a",
    "m.a j.d d.d.s r.n u.s.s f.c a.k.a",
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb",
    "Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Man Sask Alta",
    "mio mrd tsd std abt allg str tägl mind max min Jh Jhdt Chr s.a s.l s.r.l s.p.a s.a.s n.v b.v",
    "a.g e.v UU ee.uu",
    "EE.UU J.-C depto avda prov pref обл р-н ред",
)  # fmt: skip

# The end of a sentence whenever a capital follows that is no weekday, month or time zone.
UNITS = _words(
    "a.m p.m etc usw ecc u.s.w a.m.m uvm min sek km cm mm kg lb lbs oz mph hrs hr",
    "yds sq ft pts bn mn tn т.д т.п др г гг в вв руб коп млн млрд тыс чел кг км м",
)  # fmt: skip

# What may stand after "p.m." and the like although it has a capital, and after "am 3." in German.
CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
    "januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag",
    "freitag samstag sonntag gmt bst est edt et cst cdt ct mst pst pdt pt utc cet eastern pacific",
    "central local",
)  # fmt: skip

# German: a number and a full stop after one of these is an ordinal ("der 2. Weltkrieg").
BEFORE_ORDINAL = _words(
    "am vom zum zur im beim ab bis seit der die das dem den des ein eine einem einen einer eines",
    "ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner jeden jedem und oder rund gegen",
)  # fmt: skip

# Capitalised words that open sentences far more often than they continue a name.
STARTERS = _words(
    "The A An He She It They We I You But And In On At This That These Those There For If When",
    "While As After Before His Her Their Its Our My However Meanwhile Police Officials According",
    "Both Some Many Most No Not So Yet One Two Three What Who Why How Where With By From Under",
    "Over",
    "During Since Last Next Now Then Here Mr Mrs Ms Dr Although Though Because Until Despite Among",
    "Such Other Others Another Each Every All Also Once Only Even Still Later Earlier Today",
    "Yesterday",
    "Shares Investors Analysts Authorities Residents Researchers Scientists Prosecutors Is Are Was",
    "Do Did Does Can Could Will Would Or Nor To Of Like Instead Unlike About More Several Few",
    # German
    "Der Die Das Den Dem Des Er Sie Es Wir Ich Ein Eine Einen Im Am Und Aber Auch Doch Nach Mit",
    "Bei",
    "Für Auf Aus Als Wenn Wie Zu Zum Zur Vor Seit Dabei Damit Dort Hier Nun Sein Seine Ihr Ihre",
    "Diese Dieser Dieses Zudem Allerdings Laut Bis Gestern Heute",
    # French
    "Le Les L Un Une Il Elle Ils Elles On Ce Cette Ces Et Mais Dans Pour Avec Selon Après Depuis",
    "Son Sa Ses Leur Leurs Au Aux Nous Je Par Si Sur Hier",
    # Spanish, Italian, Portuguese
    "El Los Las Una Unos Pero Y En Por Para Con Su Sus Según También Tras Ayer Hoy Él Ella Desde",
    "Este Esta Estos Al",
    "Lo Gli Uno Ma E Nel Nella Con Suo Sua Dopo Secondo Questo Questa Anche O Os As Um Uma Mas No",
    "Na",
    "Em Seu Segundo Ele Ela Eles",
    # Russian
    "В На Он Она Они Но И А По Это Как Для При Из За С Мы Я После Однако Также Ранее Об О",
)  # fmt: skip

# A single letter after one of these is its label and may end a sentence ("won Group D.").
BEFORE_LABEL = _words(
    "group plan vitamin hepatitis class category grade section type team schedule appendix",
    "terminal",
    "exhibit zone gruppe grupo grupa groupe gruppo vitamina klasse",
)  # fmt: skip

# Names that carry their exclamation mark with them.
EXCLAIMING_NAMES = _words("Yahoo Jeopardy Yum Wham Oklahoma Mamma Momentum Moulin")

# A question or exclamation in quotes may go on with its speaker: “Why?” Smith asked.
SPEECH_VERBS = _words(
    "said says asked asks added adds replied shouted told tweeted wrote yelled cried exclaimed",
    "joked fragt fragte sagt sagte rief dijo preguntó demande demanda chiede chiese perguntou",
)  # fmt: skip
