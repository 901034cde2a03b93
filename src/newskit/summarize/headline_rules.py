"""What a headline leaves out at the end of a sentence, in this order."""

from __future__ import annotations

import re

from newskit.rule import Rule

_DAY = r"(?:(?:on|late on|early on|last|this) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

TAILS = (
    Rule(
        "said-at-the-end",
        r",[”\"’]? (?:[\w.'’-]{1,30} ){0,8}(?:said|says|announced|reported|told [\w' ]{1,30}|added|"
        rf"wrote|confirmed|warned)(?: (?:in a statement|{_DAY}|yesterday|today))?[”\"]?$",
        "Who said so, after the news.",
        hits=("It fell, police said", "It fell, Mayor Mara Lindqvist said on Tuesday"),
        misses=("The mayor, Mara Lindqvist, said it fell", "Police said it fell"),
    ),
    Rule(
        "according-to",
        r",? according to ",
        "Whose report it is.",
        hits=("It fell, according to a report", "It fell according to police"),
        misses=("accordingly, to", "All went according, to him, well"),
    ),
    Rule(
        "closing-clause",
        r",? (?:who|which|whose|where|when|while|as|after|before|because|although|though|but|"
        r"so that|amid|despite|following|including|saying|adding|whereas|leaving|making|raising)\b"
        r"(?=[^,;]{0,300}$)",
        "A clause at the end without a further comma: with one it may stand between subject and "
        "verb. Cuts off the news where that is the point.",
        hits=("The bridge closed, which surprised them", "It closed after cracks were found"),
        misses=("The bridge, which is old, closed", "The bridge closed"),
    ),
    Rule(
        "dash-or-semicolon",
        r"(?:;| [-–—]{1,2}) [^-–—;]*$",
        "An addition after a dash; not the second of two, which closes an aside.",
        hits=("It closed; nobody knew", "It closed — for good"),
        misses=("well-known", "it rained"),
    ),
    Rule(
        "day-at-the-end",
        rf",? {_DAY}(?: (?:morning|afternoon|evening|night))?$",
        "When it was: a headline is of its day.",
        hits=("It closed on Tuesday", "It closed late on Sunday night"),
        misses=("On Tuesday it closed", "Sundays are quiet"),
        flags=re.IGNORECASE,
    ),
)

SUBORDINATE = Rule(
    "subordinate-opening",
    r"^[\W_]{0,2}(?:if|when|while|after|before|although|though|because|since|despite|not only|"
    r"just because|as (?:a|an|the)|als|wenn|nachdem|obwohl|weil|cuando|aunque|lorsque|quand)\b",
    "A sentence that tells its news at the end, where a cut would lose it.",
    hits=("If you do, then you win", "After the rain, they left", "As a developer, you know"),
    misses=("Iffy weather", "The rain stopped after noon", "Asphalt melts"),
    flags=re.IGNORECASE,
)

OPENING_QUOTE = Rule(
    "opening-quote",
    r"[“„«]|(?<!\w)[\"‘'](?=\w)",
    "What opens a quotation; “ closes one in German, where it is counted on both sides.",
    hits=("said “no", "said 'no", '"no'),
    misses=("don't", "said no", "boys’ boat"),
)
CLOSING_QUOTE = Rule(
    "closing-quote",
    r"[”»]|(?<=[\w.,!?])[\"’'“](?!\w)",
    "What closes a quotation, or an apostrophe at the end of a word.",
    hits=("no”", "no'", 'no"'),
    misses=("don't", "‘no", "«no"),
)
