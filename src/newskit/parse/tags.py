"""What each HTML element means for reading: is it a block, is it seen, what kind of block is it?

The tables say what browsers do by default. They cannot see style sheets: an element that a site's
CSS shows as a block (or hides) is taken for what its tag says.
"""

from newskit.rule import Rule
from newskit.text.word_set import word_set

# Never shown as text: code, drawings, and what is only seen when something else cannot be.
UNSEEN = word_set(
    "annotation annotation-xml applet area audio base canvas colgroup datalist embed frame head "
    "iframe img link map meta noembed noframes param rp script source style svg template title "
    "track video wbr"
)

# Begin and end a block, and are named in the path of the blocks below them.
BLOCKS = word_set(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup label legend li "
    "listing main menu nav ol optgroup p plaintext pre search section select summary table td "
    "textarea th tr ul xmp"
)

# Begin and end a block, but say nothing: the parser adds them to every table by itself.
TRANSPARENT = word_set("tbody tfoot thead hr marquee noscript")

# Steps of a path that name the block itself; among siblings they are not numbered.
LEAVES = word_set(
    "address button caption dd dt figcaption h1 h2 h3 h4 h5 h6 label legend li p pre summary "
    "textarea tr"
)

# The kind of the text that stands directly in an element.
KINDS = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "li": "list-item", "dt": "list-item", "dd": "list-item",
    "blockquote": "quote", "figcaption": "caption", "caption": "caption", "pre": "code",
    "listing": "code", "plaintext": "code", "xmp": "code", "button": "other", "label": "other",
    "select": "other", "textarea": "other", "legend": "other",
}  # fmt: skip

# Kinds that hold for the paragraphs and divisions inside as well.
LASTING = frozenset(("quote", "caption", "code", "other"))

# Inline elements that sites style as boxes of their own: author, date, count. Two that touch and
# are of different classes are set apart, unless the first is a single letter (a drop cap).
SET_APART = frozenset(("span", "time"))

# White space is kept as written inside these.
PREFORMATTED = frozenset(("pre", "listing", "plaintext", "textarea", "xmp"))

# Inline elements whose attributes say nothing about what is read.
PLAIN = word_set("abbr b big cite code del dfn em i ins kbd q s samp small strike strong sub sup u")

# Elements without content and without an end tag.
VOID = word_set(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr"
)

# Elements that the parser opens again in every paragraph after the one that left them open.
FORMATTING = word_set("a b big code em font i nobr s small strike strong tt u")

# Elements whose content is not markup.
RAW = word_set("iframe noembed noframes plaintext script style textarea title xmp")

# What follows is for counting levels (levels.py), by the HTML Standard's lists of the same names.

HEADINGS = word_set("h1 h2 h3 h4 h5 h6")

# Elements of SVG and MathML in which HTML may stand; and tags of HTML that end both.
INTEGRATION = word_set(
    "svg:foreignobject svg:desc svg:title math:mi math:mo math:mn math:ms math:mtext"
)
BREAKOUT = HEADINGS | word_set(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)

# Elements that an end tag may not cross, whatever it ends; and those that only some may cross.
SCOPE = INTEGRATION | word_set(
    "applet caption html marquee math:annotation-xml object select table td template th"
)
SPECIAL = (
    SCOPE
    | VOID
    | RAW
    | HEADINGS
    | word_set(
        "address article aside blockquote body button center colgroup dd details dir div dl dt "
        "fieldset figcaption figure footer form frameset head header hgroup li listing main menu "
        "nav noscript ol p pre search section select summary tbody tfoot thead tr ul"
    )
)

# Elements at whose end nothing in them is opened again.
MARKERS = word_set("applet caption marquee object td template th")

# What the end tag of an element may not cross, where that is less than SPECIAL.
END_STOPS = dict.fromkeys(
    SPECIAL - SCOPE - VOID - RAW - HEADINGS - word_set("frameset noscript") | {"dialog"}, SCOPE
) | {
    "p": SCOPE | {"button"},
    "li": SCOPE | {"ol", "ul"},
    "template": frozenset(),
    **dict.fromkeys(("applet", "marquee", "object", "select"), SCOPE),
}

# Elements that end an open paragraph by beginning.
ENDS_PARAGRAPH = HEADINGS | word_set(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form header hgroup li listing main menu nav ol p pre search section summary "
    "table ul"
)

# Elements that end others of their kind by beginning, and what those may not lie behind.
ITEMS = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
ITEM_STOPS = SPECIAL - {"address", "div", "p"}
RUBY = word_set("rb rp rt rtc")
IMPLIED = RUBY | word_set("dd dt li optgroup option p")

OPTIONS = ("option", "optgroup")

# Elements of which a page has one, wherever more are written.
ONCE = word_set("body frameset head html")

# Parts of tables, and into which of the open elements each is put.
_SECTIONS = ("table", "tbody", "template", "tfoot", "thead")
PART_STOPS: dict[str, tuple[str, ...]] = dict.fromkeys(
    ("caption", "colgroup", "tbody", "tfoot", "thead"), ("table", "template")
)
PART_STOPS |= {"tr": _SECTIONS, "td": ("tr", *_SECTIONS), "th": ("tr", *_SECTIONS)}
TABLE_PARTS = frozenset(("table", *PART_STOPS))

# Elements whose beginning opens no formatting elements again.
OPENS_NOTHING_AGAIN = (
    ENDS_PARAGRAPH
    | TABLE_PARTS
    | RUBY
    | ONCE
    | word_set(
        "base basefont bgsound frame hr iframe link meta noembed noframes param plaintext script "
        "source style template textarea title track"
    )
)

# Elements that may end others than a paragraph by beginning, or are not opened.
ENDS_OTHERS = ONCE | HEADINGS | TABLE_PARTS | RUBY | {*ITEMS, *OPTIONS, "button", "select"}

# Inputs whose value is written on them.
LABELLED_INPUTS = frozenset(("button", "reset", "submit"))

SPACES = Rule(
    "html-spaces",
    r"[ \t\n\r\f]{2,}|[\t\n\r\f]",
    "Runs of white space that browsers show as one space; no-break spaces are not among them.",
    hits=("a  b", "a\nb"),
    misses=("a b", "a\u00a0\u00a0b"),
)

NOT_SHOWN = Rule(
    "display-none",
    r"(?i)\bdisplay\s{0,9}:\s{0,9}none\b",
    "An inline style that hides an element; style sheets are not read.",
    hits=("display:none", "color: red; DISPLAY : none !important"),
    misses=("display:block", "visibility:hidden"),
)

# What HTML takes for white space, and the attributes of a tag: a name, and perhaps a value.
_WHITE = r"\t\n\f\r "
_VALUE = rf"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_WHITE}>\"'][^{_WHITE}>]*+"
_NAME = rf"[^{_WHITE}/>][^{_WHITE}/>=]*+"
_NAMED = rf"{_NAME}(?:[{_WHITE}]*+=[{_WHITE}]*+(?:{_VALUE})?+)?+"

_PART = rf"(?:[{_WHITE}]++|/(?!>)|{_NAMED})"
_RAW = "(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)"

TAG = Rule(
    "tag",
    rf"<(?:(/?)([A-Za-z][^{_WHITE}/>]*+){_PART}*+(/?)(?:>|\Z)|!--|[!?/])",
    "A tag as the HTML Standard reads it (end, name, whether it ends itself), up to a `>` that is "
    "not in quotes; or the beginning of a comment.",
    hits=("<div>", "</p>", "<!-- x", "<br/>", "<p title='a > b' x=1>"),
    misses=("a < b", "<3"),
)

PLAIN_TAGS = Rule(
    "plain-tags",
    rf"(?i)(?:[^<]++|</?(?!{_RAW}[{_WHITE}/>])[a-z][^{_WHITE}/>]*+{_PART}{{,24}}+/?(?:>|\Z)"
    r"|<(?![a-z/!?]))*+",
    "Text, and tags of up to some 12 attributes whose content is markup: what need not be looked "
    "at one by one. It also finds nothing, where a page begins with something else.",
    hits=("A <b>storm</b> came", "<!-- a comment -->"),
    misses=(),
)

COMMENT_END = Rule(
    "comment-end",
    r"-->|(?<!<!)--!>",
    "The end of a comment, in either of its two forms.",
    hits=("<!-- x -->", "<!-->", "<!-- x --!>"),
    misses=("<!--", "<!--!>", "->"),
)
ATTRIBUTE = Rule(
    "attribute",
    rf"(?<=[{_WHITE}/\"']){_NAMED}",
    "An attribute in a tag, for counting.",
    hits=("<p class=x", "<a href='x'b"),
    misses=("<p>", "<br />"),
)
