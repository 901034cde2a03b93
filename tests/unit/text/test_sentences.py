"""Where sentences end: cases by what makes them hard, and what holds for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.sentences import spans, split

# One string per case; "|" marks every place where a sentence ends and another begins.
CASES = {
    "plain": "Rain fell.| The river rose.| Nobody left.",
    "titles": "Dr. Lindqvist met Mr. and Mrs. Oyelaran.| Gen. Varrow and Rep. Tam spoke.",
    "initials": "J. R. Varrow and Mara T. Lindqvist left.| They had won.",
    "initials before verbs": "David A. Read and B. Cook left.| Bake it at 180 C.| Mara ate.",
    "letters as labels": "They won Group D. |Ellery lost.| Vitamin C.| The end.",
    "acronym inside": "The U.S. Senate and the U.N. Security Council met.| It voted.",
    "acronym at the end": "He lives in the U.S.| He likes it.| She left D.C.| They stayed.",
    "companies": "Varrow Inc. rose.| Shares of Ellery Corp. fell.| So did the Co.| The firm grew.",
    "company at the end": "She sued Varrow Inc.| Judge Tam ruled.| Varrow Inc. Chairman Roe left.",
    "cut words that no table knows": "The Bldgs. Trust met Cllr. Roe on Hauptstr. 5 in Ellery.",
    "hyphen and apostrophe": "Maj.-Gen. Roe spoke.| L’art. 5 est clair.| J.-P. Roux dort.",
    "capitals throughout": "GEN. ROE LEFT THE U.S.| HE STAYED.| SEN. TAM DID NOT.",
    "a number after the U.S.": "The U.S. No. 1 is out.| He left.",
    "degrees": "She has a Ph.D. in physics.| He has an M.A.| The other has none.",
    "clock": "It opens at 5 p.m. Monday.| It shuts at 9.30 a.m.| Then all go home.",
    "months": "Born Jan. 5, he left in Nov.| The sun shone.",
    "other clocks": "It struck at 4 a.m. Ellery time.| 8 p.m. — Mara left.| At 1 p.m. Saturdays.",
    "months that are words": "They set out.| 5,000 came.| Em 12 out. 2019 choveu.",
    "sections": "See App. B, Sec. IV and vol. XII of it.| The rest of the app. is new.",
    "numbers": "It rose 2.5 percent to $3.5 million.| 5,000 came.| See No. 5 on p. 12.",
    "the word no": "She said no.| Then she left.",
    "letters and Roman numbers": "(a) Boil water.| (b) Add salt.| Wait.\n|II. The end came.",
    "list after a colon": "Do this: 1. Boil water.| Then wait.\n|• 9. Add salt.",
    "list numbers": "1. Boil water.| 2. Add salt.| 3. Wait.",
    "years": "It began in 2019.| The rest is known.",
    "dateline": "PORT ELLERY, March 3 (Reuters) - The council met.| It voted.",
    "dateline with a stop": "PORT ELLERY. - The council met.| It voted.",
    "state in dateline": "PORT ELLERY, Pa. (AP) - The council met.| It voted.",
    "quotations": '"We won," she said.| "It was hard."| Nobody spoke.',
    "question in a quotation": "“Why?” Smith asked.| “Why not?” he said.| “Because.”| She left.",
    "speaker with a title": "“Why?” Mayor Ines Tam asked.| “Why?”| The answer was no.",
    "I as a speaker": "“Why?” I asked.| “Because.”| I said nothing.",
    "quotations that meet": "“It is over.”|“Is it?”| She left.",
    "brackets": "(He left.)| Then she came.| [It rained.]| Fine.",
    "stars": "It is so.*| It was not.²| Prices rose.[3,4]| The end.",
    "note marks": "So it was.[1]| So it is.[2][3]| The end.",
    "ellipsis": "Well ... I think so.| He paused...| Then he left…| She stayed.",
    "spaced dots": "It was . . . Mara.| It went on. ...| Nobody came.| Rain fell .| Mara left.",
    "ellipsis in brackets": "She said [...] Mara was ill.| Nobody came. [...]| Then it rained.",
    "ellipsis before its sentence": "... Mara was ill.| … Tam was not.",
    "emoji": "We won! 🏆🏆| Thank you.| We did it. 👇",
    "addresses as sentences": "More soon.| https://example.org/x.| www.example.org",
    "no capitals": "so tired today.| cant sleep!| the u.s. is far.",
    "doubled marks": "Is it?!| Yes!!!| Fine.",
    "addresses": "See www.example.org.| Write to mara@example.org.| Or stay.",
    "names with marks": "He works at Yahoo! in Ellery.| Yahoo!| The site fell.",
    "lost space after a year": "It was in 2019.|She left.| Use v2.Beta now.",
    "lost space": "It was shut.|The mayor left.| Booking.Com did not.",
    "small first letter": "The iPhone is old.| iPhone sales fell.",
    "German ordinals": "Am 3. Mai kam er.| Im 19. Jahrhundert war Krieg.| Das war 1890.| Er ging.",
    "German dates": "Geb. am 3. 5. 1990.| Vgl. Urt. v. 2. 4. 2010.| Es gilt.",
    "German cut words": "Die Fa. Roe GmbH u. Co. KG in Kehl a. d. Ruhl zahlt, z. B. Die Kehl AG.",
    "German": "Dr. Weber zahlt 3 Mio. Euro, z. B. in bar.| Er sagte u.a. nein.| »Ja.«| „Nein.“",
    "French": "M. Dupuis est là.| « Oui. »| Il est parti vers 5 h.| Mme Roux reste.",
    "Spanish doubled letters": "Las FF. AA. y los JJ. OO. son del s. XX.| Nadie lo duda.",
    "Spanish": "¿Cómo está?| ¡Bien!| El Sr. Pena llegó de EE. UU.| Ayer volvió.",
    "Italian": "Il Sig. Rossi e la dott.ssa Riva sono qui.| Ecco.",
    "Portuguese": "O Sr. Silva e a Dra. Costa chegaram.| Ele disse não.",
    "Russian": "Она родилась в 1990 г.| Потом жила в г. Тверь.| А. Котов писал и т.д.| Это всё.",
    "Chinese": "他来了。|我走了！|你呢？",
    "Chinese speakers": "“快走！”她喊道。|“好。”|他说：“走。”|她听说了。|“走。”|她听说，他走了。",
    "Chinese quotation after a sentence": "涨了。|“很好”，他说。|他笑了（真的？）。|好。",
    "Japanese": "「行きます。」と彼は言った。|次の日。",
    "Arabic": "هل جاء؟| نعم جاء.",
    "Arabic initial": "خطب في مركز جون إف. كينيدي.| ثم سافر.",
    "Hindi": "वह आया।| वह गया।| डॉ. वर्मा आए।",
    "many spaces": "Rain fell." + 60 * " " + "|It rose.",
    "blank line": "Port Ellery\n\n|The council met.",
    "line break": "Port Ellery\n|The council met.",
    "line break inside": "The council met\nand it voted.| It went\nhome.",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_splits(case: str) -> None:
    text = case.replace("|", "")
    assert [text[a:b] for a, b in split(text)] == [part.strip() for part in case.split("|")]


def test_paragraphs_wrapped_by_hand_are_read_as_one() -> None:
    text = (
        "The council of Port Ellery met on Monday to hear what the Prime\n"
        "Minister had to say about the harbour, the bridge and Mara\n"
        "Lindqvist. Nobody came to hear it, although the doors of Varrow\n"
        "Hall were open."
    )
    assert len(split(text)) == 2


def test_short_lines_are_no_wrapped_paragraph() -> None:
    assert len(split("Varrow Hall\nPort Ellery\nVarrow County")) == 3


def test_spans_comes_lazily() -> None:
    first = next(spans("Rain fell. " * 1_000_000))
    assert first == (0, 10)


def test_nothing_in_nothing() -> None:
    assert split("") == split(" \n\n\t ") == []


def check(text: str) -> None:
    """Spans are in order, stripped, and leave out nothing but white space."""
    before = 0
    for start, end in split(text):
        assert before <= start < end <= len(text)
        assert not text[before:start].strip()
        assert text[start:end] == text[start:end].strip()
        before = end
    assert not text[before:].strip()


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from([*'.!?…。؟ \n"”’»)(“«-—', "U.S.", "Mr.", "5", "a", "The", "」", *"“²*🏆𠀀"])
    )
)
def test_text_full_of_stops(parts: list[str]) -> None:
    check("".join(parts))


@given(st.text(), st.text())
def test_a_blank_line_always_parts(one: str, other: str) -> None:
    joined = f"{one}\n\n{other}"
    later = [(a + len(one) + 2, b + len(one) + 2) for a, b in split(other)]
    assert split(joined) == split(one) + later


HOSTILE = {
    "dots": "." * 1_000_000,
    "no stop": "word " * 1_000_000,
    "one word": "a" * 5_000_000,
    "newlines": "\n" * 1_000_000,
    "spaced dots": ". " * 500_000,
    "initials": "A. " * 300_000,
    "lines": "Aa\n" * 300_000,
    "quotes": '.” "' * 200_000,
    "spaces after a stop": ("a." + " " * 5_000) * 200,
    "emoji": "a. 🏆🏆 b" * 200_000,
    "meeting quotations": "。”“" * 300_000,
    "starred": "a.*[1,2" * 200_000,
    "wrapped": ("word " * 12 + "\n") * 20_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(text: str) -> None:
    began = time.process_time()
    split(text)
    assert time.process_time() - began < 3  # seconds; the slowest takes 1.5 on a slow machine
