"""Words for one thing: a place and its people (Norway, Norwegian), a title in full and cut short.

A line holds words of which any may stand for any other, as folding.bare writes them. Regular names
of peoples (Iraq, Iraqi; Berlin, Berliner; Italy, Italian) are told by their endings in proper.py.
"""

from __future__ import annotations

_PLACES = """
afghanistan afghan afghans
argentina argentine argentines argentinian
bangladesh bangladeshi
belgium belgian belgians belgique belge
antarctica antarctic
britain british briton britons brit brits uk united kingdom
burma burmese myanmar
cyprus cypriot cypriots
denmark danish dane danes
england english englishman englishmen
finland finnish finn finns
france french frenchman frenchmen francais francaise francia frances
germany german germans deutschland deutsche deutscher allemagne allemand alemania aleman
greece greek greeks
greenland greenlandic
iceland icelandic icelander icelanders
ireland irish irishman irishmen
kazakhstan kazakh kazakhs
kosovo kosovar kosovars
kyrgyzstan kyrgyz
lebanon lebanese
luxembourg luxembourger
madagascar malagasy
naples neapolitan
netherlands dutch dutchman dutchmen holland
norway norwegian norwegians norwegen
pakistan pakistani pakistanis
peru peruvian peruvians
philippines philippine filipino filipinos
poland polish pole poles
portugal portuguese
scotland scottish scot scots scotsman
slovakia slovak slovaks
slovenia slovene slovenes
spain spanish spaniard spaniards espana espanol
sweden swedish swede swedes
switzerland swiss
tajikistan tajik tajiks
thailand thai thais
turkmenistan turkmen
ukraine ukrainian ukrainians
usa us america american americans united states
uzbekistan uzbek uzbeks
venice venetian venetians
vienna viennese
wales welsh welshman welshmen
yemen yemeni yemenis
"""

_TITLES = """
ave avenue
capt captain
cmdr commander
co company
col colonel
corp corporation
dept department
ft fort
gen general
gov governor
lt lieutenant
ltd limited
maj major
mt mount
pres president
rep representative
rev reverend
sen senator
sgt sergeant
supt superintendent
univ university
utd united
"""

_LINES = [line.split() for line in f"{_PLACES}{_TITLES}".split("\n") if line]
# For each word, the words of all its lines.
SAME = {
    word: tuple(other for line in _LINES if word in line for other in line)
    for words in _LINES
    for word in words
}
# What the name of a people or of a place may end in, when the rest is the same.
PEOPLE_ENDINGS = ("ians", "ian", "ans", "an", "ns", "n", "ese", "ish", "is", "i", "ers", "er")
PLACE_ENDINGS = ("", "a", "e", "o", "y", "ey", "ia")
