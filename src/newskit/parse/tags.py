"""What each HTML element means for reading: is it a block, is it seen, what kind of block is it?

The tables say what browsers do by default. They cannot see style sheets: an element that a site's
CSS shows as a block (or hides) is taken for what its tag says.
"""

from newskit.rule import Rule


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never shown as text: code, drawings, and what is only seen when something else cannot be.
UNSEEN = _words(
    "annotation annotation-xml applet area audio base canvas colgroup datalist embed frame head "
    "iframe img link map meta noembed noframes param rp script source style svg template title "
    "track video wbr"
)

# Begin and end a block, and are named in the path of the blocks below them.
BLOCKS = _words(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup label legend li "
    "listing main menu nav ol optgroup p plaintext pre search section select summary table td "
    "textarea th tr ul xmp"
)

# Begin and end a block, but say nothing: the parser adds them to every table by itself.
TRANSPARENT = _words("tbody tfoot thead hr marquee noscript")

# Steps of a path that name the block itself; among siblings they are not numbered.
LEAVES = _words(
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
PLAIN = _words("abbr b big cite code del dfn em i ins kbd q s samp small strike strong sub sup u")

# Elements without content and without an end tag.
VOID = _words("area base br col embed frame hr img input link meta param source track wbr")

# Elements that the parser ends by itself when the next one begins; they do not nest.
SELF_ENDING = _words(
    "a body colgroup dd dt head html li nobr optgroup option p rp rt tbody td tfoot th thead tr"
)

# Elements that the parser opens again in every paragraph after the one that left them open.
FORMATTING = _words("b big code em font i s small strike strong tt u")

# Elements whose content is not markup.
RAW = _words("iframe noembed noframes script style textarea title xmp")

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

TAG = Rule(
    "tag",
    r"<(?:!--|(/?)([a-zA-Z][^\s/<>]{0,60}))",
    "The beginning of a tag or comment, for counting levels before the parser runs.",
    hits=("<div>", "</p>", "<!-- x"),
    misses=("a < b", "<3"),
)

ATTRIBUTE = Rule(
    "attribute",
    r"[^\s/<>=\"'][^\s/<>=]{0,999}",
    "Roughly one attribute's name, for counting; words of values count as well, so that the "
    "number is an upper bound.",
    hits=("class=x", "a"),
    misses=("<>", " / "),
)
