"""Words that end in a full stop without ending a sentence, and what may stand around them.

The tables belong to full_stops.py, which explains how they are used. An entry in lower case stands
for every spelling; an entry with a capital for that spelling only ("Miss." is Mississippi, but
"miss." is a word). The final full stop is left out, inner ones are kept ("p.m").

What they get wrong: an abbreviation that nobody listed ends a sentence wherever a capital follows,
and "He flew to the U.S. Mara did not" is not cut, because "Mara" opens no sentence in the tables.
"""

from __future__ import annotations

from newskit.text.word_set import word_set

# Never the end of a sentence: a name, or the rest of the phrase, must follow.
ALWAYS_INSIDE = word_set(
    # English: titles and ranks, parts of place names, links, notes
    "mr mrs ms dr drs prof profs messrs mx Gen Col Lt Lieut Capt Cmdr Cdr Comdr Sgt Maj Adm Cpl",
    "Pvt Pfc Spc Brig Ens Flt Sqn Rev Revd Hon Fr Bro Msgr Mgr Abp Archbp Bp Gov Govs Sen Rep Sens",
    "Reps Pres Supt Insp Det Const Asst Assoc Dep Exec Atty Attys Amb Ald Cllr Mt Mts Ft Pte Ste",
    "vs cf viz approx e.g i.e v c ca esp incl ibid op n.b p.s p.p.s",
    # German
    "hr fr frl dipl ing phil jur bzw bspw evtl ggf inkl exkl sog vgl z.b d.h u.a o.ä i.d.r mag geb",
    "gest zzgl abzgl einschl gem ungef Anm Az Fa Gebr Priv Pfr z.t m.e u.u",
    # French, Spanish, Italian, Portuguese
    "mme mlle mmes mlles mgr vve env sra sres sras srta dra dres dras dña excmo excma ilmo ilma",
    "rvdo EE p.ej p.ex Lic Arq Gral gral Cnel Tte Mons Sto Sta sig dott avv arch geom l'on dell'on",
    "all'on On rag prof.ssa dott.ssa sig.ra sig.na sigg Exmo Exma Pe Eng Profa",
    # Arabic names of Latin letters: "John F. Kennedy"; not those that end BBC, CNN, UN or BMW
    "إف إتش جيه كيه",
    # Russian, Hindi
    "ул им просп пл гр проф акад ген полк т.е т.н т.к см ср напр тов пос डॉ श्री सुश्री प्रो",
)  # fmt: skip

# Inside a sentence when a number, a Roman numeral or a label ("App. B,") follows, an ordinary word
# otherwise ("She said no. Then …").
BEFORE_NUMBER = word_set(
    "no nos nr num núm n° nº № p pp pg pág págs pag pagg fig figs vol vols ch chap cap art arts",
    "artt abs sec secs par para paras bd Bde ver vers tel ext rm apt ste app cl bldg rte hwy ziff",
    "kap tab abb rn rz anm hs sez séc tít t lib éd ed jan feb febr mar apr jun jul aug sep sept",
    "oct nov dec okt dez janv févr avr juil déc ene abr dic giu lug sett ott fev стр гл рис ст п д",
    "кв корп",
)  # fmt: skip

# Months that are English words too: abbreviations only after a day ("12 out. 2024").
AFTER_DAY = word_set("set out ago mag gen")

# The end of a sentence when a capital follows that is not the next word of the firm's name or the
# title of one of its people (AFTER_COMPANY).
COMPANY = word_set(
    "inc ltd corp co llc llp plc lp l.l.c l.l.p l.p pty cie ltda bhd",
)  # fmt: skip
AFTER_COMPANY = word_set(
    "Inc Ltd Limited LLC Corp Co KG AG Chairman Chairwoman Chair Chief CEO CFO COO CTO President",
    "Vice Executive Senior Managing General Director Founder Spokesman Spokeswoman Spokesperson",
    "Treasurer Secretary Head Analyst Economist Strategist Manager Partner Owner Editor Publisher",
    "Pictures Entertainment Records Holdings Group Magazine Studios Television Bank Class Series",
    "Foundation Center Centre Building Headquarters Unit Division",
)  # fmt: skip

# The end of a sentence only when a word follows that often opens one (STARTERS).
MAYBE = word_set(
    "bros jr sr st ave blvd rd hwy pkwy dept est assn univ intl natl govt mfg mgmt al u.s u.k u.n",
    "e.u d.c l.a n.y u.s.a u.a.e n.j n.c s.c n.h n.m n.d s.d w.va b.c a.d ph.d m.d b.a m.a j.d",
    "d.d.s r.n u.s.s f.c a.k.a a.c Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark",
    "Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore",
    "Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Man Sask Alta",
    # courts and codes
    "Fed Civ Crim Evid Supp Dist Cir Ct Stat Reg Pub Ord Proc Jud Urt Beschl",
    # German, French, Spanish, Italian, Portuguese, Russian
    "mio mrd tsd std abt allg str tägl mind max Min Jh Jhdt Chr s.a s.l s.r.l s.p.a s.a.s n.v b.v",
    "a.g e.v UU ee.uu av apr EE.UU J.-C depto avda pza ctra prov pref Ud Uds Vd Vds обл р-н ред",
)  # fmt: skip

# The end of a sentence whenever a capital follows that is no weekday, month or time zone.
UNITS = word_set(
    "a.m p.m etc usw ecc u.s.w a.m.m uvm min mins sek km cm mm kg lb lbs oz mph mpg hrs hr yds sq",
    "ft pts bn mn tn tsp tbsp qt qts gal mi mg ml т.д т.п др г гг в вв руб коп млн млрд тыс чел кг",
    "км м",
)  # fmt: skip

KNOWN = ALWAYS_INSIDE | BEFORE_NUMBER | AFTER_DAY | COMPANY | MAYBE | UNITS

# Single small letters that need their next word: versus, circa, und, город, улица.
LETTERS_INSIDE = frozenset("vcuгул")

# What may stand after "p.m." and the like although it has a capital, and after "am 3." in German.
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mondays",
    "tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june",
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov",
    "dec januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch",
    "donnerstag freitag samstag sonntag gmt bst est edt et cst cdt ct mst pst pdt pt utc cet",
    "eastern pacific central local",
)  # fmt: skip

# German: a number and a full stop after one of these is an ordinal ("der 2. Weltkrieg").
BEFORE_ORDINAL = word_set(
    "am vom zum zur im beim ab bis seit der die das dem den des ein eine einem einen einer eines",
    "ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner jeden jedem und oder rund gegen v.",
)  # fmt: skip

# A single letter after one of these is its label and may end a sentence ("won Group D.").
BEFORE_LABEL = word_set(
    "group plan vitamin hepatitis class category grade section type team schedule appendix app fig",
    "terminal exhibit zone model level league gate block wing room line letter serie gruppe grupo",
    "grupa groupe gruppo vitamina klasse liga",
)  # fmt: skip

# Names that carry their exclamation mark with them.
EXCLAIMING_NAMES = word_set("Yahoo Jeopardy Yum Wham Oklahoma Mamma Momentum Moulin Panic")

# A question or exclamation in quotes may go on with its speaker: “Why?” Smith asked.
SPEECH_VERBS = word_set(
    "said says say asked asks ask added adds replied replies answered answers shouted shouts told",
    "tells tweeted tweets wrote writes posted yelled yells cried cries called exclaimed joked",
    "jokes screamed whispered muttered murmured wondered wonders wanted demanded demands inquired",
    "enquired insisted insists quipped snapped recalled remembered warned declared announced",
    "pleaded begged responded remarked sighed fragt fragte sagt sagte rief ruft meint meinte",
    "antwortete erklärte schrie wollte dijo dice preguntó pregunta gritó respondió exclamó demande",
    "demanda crie cria répond répondit chiede chiese disse dice gridò rispose perguntou disse",
    "gritou respondeu",
)  # fmt: skip
# 「他说」: what the short clause after a Chinese quotation ends in when it names the speaker.
SPEECH_CHARACTERS = frozenset("说道问喊叫答嚷称說問稱")
