"""Words that tell names from nouns in German, where both have a capital."""

from __future__ import annotations

from newskit.text.word_set import word_set

# What stands before a noun and hardly before a name: articles, pronouns, quantities, and
# prepositions that hold an article.
DETERMINERS = word_set(
    "der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner",
    "am im zum zur vom beim ins ans aufs durchs fürs übers ums",
    "mein meine meinen meinem meiner dein deine deinen deinem deiner sein seine seinen seinem",
    "seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure",
    "dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem",
    "welche welcher welches welchen welchem solche solcher solchen alle allen aller alles beide",
    "beiden viele vielen vieler viel mehr weniger wenige wenigen einige einigen einiger mehrere",
    "mehreren mehrerer manche manchen etliche andere anderen anderer anderes zwei drei vier fünf",
    "sechs sieben acht neun zehn elf zwölf etwas",
)

# Before a place. They may also stand before a noun, which the table of common words tells.
PLACE_PREPOSITIONS = word_set(
    "in nach aus von bei bis um über gegen für zwischen richtung raum stadt ort"
)

MONTHS = word_set(
    "januar jänner februar märz april mai juni juli august september oktober november dezember",
)

# Before a person's name.
TITLES = word_set("dr prof herr herrn frau papst könig königin prinz prinzessin kardinal bischof")

# Ends of compounds that name something though they have an article: das Kultusministerium, in der
# Hardenbergstraße, am Hufeisensee.
ENDINGS = {
    "ORG": (
        "ministerium", "gericht", "gerichtshof", "verband", "behörde", "universität", "hochschule",
        "institut", "stiftung", "kammer", "landtag", "stadtrat", "kreisrat", "gemeinderat",
        "kreistag", "landratsamt", "kriminalamt", "rechnungshof", "staatsanwaltschaft", "polizei",
        "bund", "gewerkschaft", "aufsicht",
    ),
    "FAC": ("straße", "strasse", "allee", "gasse", "platz", "boulevard", "brücke"),
    "LOC": ("see", "tal", "thal", "gau", "bach", "land", "stadt", "wald", "berg", "insel"),
}  # fmt: skip

# Ends of the names of towns and villages.
TOWN_ENDS = (
    "ingen", "hausen", "heim", "burg", "dorf", "berg", "feld", "stadt", "bach", "kirchen", "wil",
    "ikon", "stedt", "rode", "leben", "hofen", "furt", "hagen", "münde", "itz", "ow", "kleeberg",
)  # fmt: skip

# Before the name of a country or state: Nordsyrien.
QUARTERS = ("nord", "süd", "ost", "west", "ober", "nieder", "mittel", "zentral")

# Ends of compounds that are names of places as often as nouns: Heiligenhafen.
PLACE_TAILS = word_set(
    "hafen hausen kirchen kirche stadt städt berge bergen felde felden walde walden münde brunn",
    "brunnen bruck brück brücke brücken reuth graben hofen höfen sachsen linden birken buchen",
    "eichen",
    "quelle quellen wasser insel inseln mühle mühlen weiler thal heide wiese wiesen",
)

# Names that the lists of names lack, since these are English, and common nouns are spelled alike.
NAMES = word_set(
    # countries and states
    "niederlande niederlanden moldau weißrussland großbritannien schottland bosnien saudi-",
    "arabien katar kuba vatikan island",
    "sachsen-anhalt rheinland-pfalz nordrhein-westfalen mecklenburg-vorpommern schleswig-holstein",
    "baden-württemberg ostdeutschland westdeutschland norddeutschland süddeutschland",
    # regions
    "westfalen franken schwaben vorarlberg burgenland tessin wallis graubünden thurgau aargau",
    "trentino katalonien bretagne",
    "toskana sizilien sardinien korsika kreta krim ruhrgebiet nahost kalifornien lateinamerika",
    "afrika asien amerika nordamerika südamerika antarktis arktis osteuropa westeuropa",
    "mitteleuropa",
    "innviertel pfalz rheingau rheinhessen böhmerwald alpen schwarzwald erzgebirge harz eifel",
    "balkan kaukasus",
    # waters
    "ostsee nordsee mittelmeer atlantik pazifik bodensee rhein donau elbe main mosel neckar spree",
    "weser",
    # towns
    "moskau brüssel rom kiew kyjiw warschau prag athen lissabon kopenhagen mailand venedig florenz",
    "neapel genf straßburg nizza kairo tokio kapstadt bagdad damaskus belgrad bukarest tiflis",
    "antwerpen lüttich",
    # institutions
    "bundestag bundesrat bundesregierung bundeswehr bundesbank bundesverfassungsgericht",
    "bundespolizei eu-kommission eu-parlament bundesgerichtshof bundeskriminalamt bundesliga",
    "landtag reichstag nationalrat kreml grüne grünen",
    "lufthansa weihnachten ostern pfingsten",
)

# Beginnings of adjectives of peoples, countries and creeds.
PEOPLES = tuple(
    word_set(
        "afghan afrikan ägypt albanisch amerikan arab argentin armen asiat austral bayer belg",
        "bosni brasilian brit bulgar chilen chines christ dän deutsch englisch estn europä",
        "evangel finn französ franzos georgisch griech hebrä hollän inder indian indisch indones",
        "irak iran irisch islam isländ israel italien japan jüdisch kanad katalan kathol kenian",
        "kolumb korean kroat kuban kurd lateinamerikan lettisch libanes libysch litau luxemburg",
        "marokkan mexikan moldauisch mongol muslim niederländ nigerian norddeutsch nordkorean",
        "norweg österreich pakistan palästin persisch peruan philippin poln portugies protestant",
        "rumän russisch saarländ sächs saud schott schwed schweiz serb slowak slowen sowjet spani",
        "südafrikan südamerikan sudan süddeutsch südkorean syr taiwan thailänd toskan tschech",
        "tunes türk ukrain ungar venezolan vietnames walis weißruss",
    )
)
