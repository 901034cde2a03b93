"""What counts as a word, and which words carry no topic, in the languages newskit meets most.

Words are counted by white space. Chinese and Japanese write none, so there two characters count as
one word, which is about the mean length of a word in either. Stop words are the short lists of
function words that make up a third to a half of running prose and next to nothing of a menu: their
share tells prose from labels without knowing the language, and lists without them make key phrases.

Wrong for: Thai, Lao, Khmer and Burmese (no spaces; their runs count as one word), and for telling
apart languages that share function words (the lists are for weighing text, not for naming it).
"""

from __future__ import annotations

from functools import cache

from newskit.rule import Rule

# One string per language, so that the table stays readable; spelled in lower case.
STOP_WORDS_BY_LANGUAGE: dict[str, str] = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this "
    "have from or had an they which you were her all she there would their we him been has "
    "when who will more no if out so said what up its about into than them can only other "
    "some could then do my now such our over me even also after did many before must "
    "through where should because each just those how too i am us your being these may "
    "between under while during both own very does don't it's i'm that's didn't doesn't "
    "isn't wasn't can't won't",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
    "einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich "
    "wir ihr ihre seine beim unter kann wenn schon diese dieser dieses gegen vom können "
    "was hatte mich uns ihm ihn doch da waren will soll sollen wurden worden",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont avec ont aux son cette mais comme ou si leur été être elle nous vous je on sa "
    "ses lui où y d'un d'une c'est qu'il n'est l'on très aussi leurs ces entre sans sous "
    "dont fait après avant était avait ils elles",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ha me sin sobre este ya entre cuando todo esta ser son dos también fue había "
    "era muy años hasta desde está mi porque qué sólo han yo hay donde si ni ese esa eso "
    "uno nos ante tras según",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele "
    "das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois "
    "sem mesmo aos seus quem nas me esse eles foi são está ser tem pelos pelas às segundo",
    "it": "di e il la che in a per un è del non della una i sono da con si le dei al come alla "
    "più gli ha lo nel delle ma dal anche se o su ai questo nella hanno dalla essere ci "
    "degli sul dopo era stato stata tra fra cui loro suo sua suoi alle dell' all' nell' "
    "l'ha c'è",
    "nl": "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij "
    "nog uit door over ze hij we was naar heeft hebben had wordt worden die deze dit wel "
    "geen meer",
    "pl": "w i na z się nie do to że jest o po za od jak ale przez przy dla tym tego oraz był "
    "było była może są być także tylko już który która które jego jej ich ze przed również "
    "co czy tej",
    "cs": "a v na se je že s z do o to i k za pro by ale jako po od které který podle jeho také "
    "nebo být jsou byl byla bylo při jen už ve až tak",
    "ro": "de și în a la cu pe nu o un din că se pentru care mai este au fost sau prin ca dar "
    "după între său sunt fi ce al ale lui",
    "sv": "och i att det som en på är av för med den till inte om har de ett men var jag vi från "
    "han hon så kan nu när också efter vid skulle eller",
    "da": "og i at det er en til af på den for med de som der ikke har et han var vi om men fra "
    "kan jeg så også efter eller ved skal",
    "no": "og i å det er en til av på den for med de som ikke har et han var vi om men fra kan "
    "jeg så også etter eller ved skal",
    "fi": "ja on ei se että oli hän mutta ovat kun myös joka tai sen ole niin kuin voi olla mukaan",
    "hu": "a az és hogy nem is egy ez meg de volt csak már még mint vagy el ki ha azt pedig "
    "szerint",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar ne o ama en olduğu sonra var "
    "değil ise ya her göre şu ki mi",
    "ru": "и в не на я с что а по это он как из у за от то но к для о же так его все она был бы "
    "мы они до или если при во уже было ее были также который которые которая их ещё еще "
    "чтобы только со об после быть ни год",
    "uk": "і в не на я з що а по це він як із у за від то але до для про та його все вона був би "
    "ми вони або якщо при вже було її були також який які яка їх ще щоб",
    "el": "και το του να η ο της την στο με που για από τα οι τη στην είναι των θα δεν σε ότι "
    "ένα τον τους στη μια ως",
    "ar": "في من على أن إلى التي عن مع هذا هذه الذي ما لا كان بين كما بعد قد وقد أو هو هي لم ولا "
    "كل خلال قبل حيث إن وفي ذلك وأن كانت عند ثم أي غير لن منذ",
    "fa": "و در به از که این را با است برای آن یک شد تا می بر هم نیز خود کرد بود اما",
    "he": "של את על לא הוא זה עם גם כי היא או אל מה יש אבל כל אני הם רק אם בין כמו",
    "hi": "के में की है और से को का ने पर हैं कि भी एक यह नहीं तो इस था कर लिए हो गया",
    "id": "yang dan di ke dari untuk dengan pada ini itu tidak dalam akan juga adalah ada oleh "
    "sebagai karena atau telah bisa mereka saya kami",
    "vi": "và của là có cho không được các trong với một những đã để người khi này về từ đến ra",
    "zh": "的 了 是 在 和 也 不 有 就 都 而 及 与 我 他 她 这 那 对 为 以 被 把 从 到 说",
    "ja": "の は が を に で と も た て る し い な か ら れ です ます した から まで",
}

# For a character class: combining marks (general category M), which belong to the letter before
# them, though `re` has them for no word characters: accents, Hebrew and Arabic vowels, the vowel
# signs of Hindi, Bengali, Tamil, Thai and their neighbours.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc"
    "\u09be-\u09cd\u09d7\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a75"
    "\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57"
    "\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62-\u0c63"
    "\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d"
    "\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3"
    "\u17dd"
)

# Characters of scripts written without spaces. Hangul has spaces and is left out.
UNSPACED = Rule(
    "unspaced-characters",
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
    "Han characters and kana: two of them are counted as one word.",
    hits=("記事", "のは", "新华社"),
    misses=("word", "слово", "한국어", "。"),
)

_UNSPACED_FROM = "\u3005"  # nothing below this code point is written without spaces here
FEW = 40  # code points of which looking at each is quicker than the pattern, and needs no pattern

CHARACTERS_PER_WORD = 2  # characters; newspaper Chinese has 1.6 to 1.8, Japanese 2.0 to 2.3

STOP_WORDS = frozenset(word for words in STOP_WORDS_BY_LANGUAGE.values() for word in words.split())
_STOP_CHARACTERS = frozenset(
    "".join(STOP_WORDS_BY_LANGUAGE["zh"].split()) + "のはがをにでともたてるしいなかられ"
)


GUESS_WORDS = 400  # words looked at
GUESS_HITS = 8  # function words that one language must have; two sentences hold as many
GUESS_LEAD = 1.25  # times as many as the next language; relatives share half of theirs


@cache
def _sets() -> tuple[tuple[str, frozenset[str]], ...]:
    listed = STOP_WORDS_BY_LANGUAGE.items()
    return tuple((language, frozenset(words.split())) for language, words in listed)


def guess_language(text: str) -> str:
    """Return the language (BCP 47) whose function words `text` is full of, or "" if none leads.

    >>> guess_language("Der Rat der Stadt hat am Montag über die Brücke und den Hafen beraten.")
    'de'
    """
    words = text[: 8 * GUESS_WORDS].lower().split(None, GUESS_WORDS)[:GUESS_WORDS]
    found: list[tuple[int, str]] = []
    for language, known in _sets():
        found.append((sum(map(known.__contains__, words)), language))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    (most, language), (second, _) = found[:2]
    return language if most >= GUESS_HITS and most >= GUESS_LEAD * second else ""


def count_unspaced(text: str) -> int:
    """Return how many characters of `text` belong to a script written without spaces.

    >>> count_unspaced("Tokyo 東京")
    2
    """
    if text.isascii() or (len(text) < FEW and max(text) < _UNSPACED_FROM):
        return 0
    return len(UNSPACED.compiled().findall(text))


def count_words(text: str) -> int:
    """Return the number of words in `text`; two Chinese or Japanese characters are one word.

    >>> count_words("Rain fell in Port Ellery."), count_words("東京で雨が降った。")
    (5, 4)
    """
    if text.isascii() or not (unspaced := count_unspaced(text)):
        return len(text.split())
    rest = UNSPACED.sub(" ", text)
    spaced = sum(1 for run in rest.split() if any(map(str.isalnum, run)))
    return spaced + (unspaced + CHARACTERS_PER_WORD - 1) // CHARACTERS_PER_WORD


def stop_share(text: str, limit: int = 60) -> float:
    """Return the share (0-1) of stop words among the first `limit` words of `text`.

    For text without spaces it is twice the share of function characters among its characters, so
    that prose of either sort comes out between 0.25 and 0.6.

    >>> stop_share("the rain in the hills"), stop_share("Home News Sport")
    (0.6, 0.0)
    """
    unspaced = count_unspaced(text[:400])
    if unspaced * 3 > len(text[:400]):
        head = text[:400]
        return min(1.0, 2 * sum(c in _STOP_CHARACTERS for c in head) / unspaced)
    words = text.lower().split(None, limit)[:limit]
    if not words:
        return 0.0
    return sum(word in STOP_WORDS for word in words) / len(words)
