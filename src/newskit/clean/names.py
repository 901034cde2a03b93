"""What the words in class names, ids, roles and tags of a page say of the text inside.

A path step such as ``div#related.teaser-list`` is cut into words (``div related teaser list``);
each
word known here adds its weight, and the step counts with its strongest word on either side. Weights
are rounded log odds per page; they say "how often is text in such an element the article's": a
weight of -3 means one time in twenty, of +1 three times in four.

Wrong for sites that name things by looks (utility classes say nothing) or misname them: an article
inside ``<form>`` or ``div.content-sidebar-wrap``. So names only add to the evidence, never decide.
"""

from __future__ import annotations

from newskit.rule import Rule

NAME_WORD = Rule(
    "name-word",
    "[a-z]{2,24}",
    "The words of a path step; letters only, so that hashes and counters fall apart.",
    hits=("div.entry-content", "nav"),
    misses=("#1", "~2"),
)

FURNITURE_NAMES: dict[float, str] = {
    -3.0: """
        footer nav navbar navigation navigationbar menu submenu megamenu dropdown contentinfo
        colophon masthead breadcrumb breadcrumbs pagination pager sitemap topbar subnav mainnav
        mobilenav quicklinks related recommended recommendation recommendations recirc
        recirculation popular trending mostread outbrain taboola latest readnext upnext morefrom
        similar teaser teasers comments comment commentlist commentform respond reply replies
        disqus livefyre akismet discussion newsletter newsletters subscribe subscription signup
        register registration login signin paywall piano promo promos promotion cta donate
        donation membership share sharing social socials sharedaddy addtoany follow likes cookie
        cookies consent gdpr onetrust privacy copyright legal disclaimer terms policy popup modal
        overlay dialog lightbox toast ad ads advert advertisement advertising sponsor sponsored
        banner dfp gpt adslot search searchform form forms fieldset input checkbox button buttons
        btn toolbar toggle hamburger logo branding cart basket icons icon tags taglist topics
        categories taxonomy prev next previous byline bylines dateline timestamp datepublished
        datemodified posted vcard authorbox bio authors complementary skip relatedposts gate
        sharebox sharebar sharelinks regwall
    """,
    -1.8: """
        header aside sidebar rail secondary tertiary widget widgets author avatar meta metadata
        info date time category tag links link linklist topic kicker eyebrow overline label badge
        carousel slider swiper slick card cards tiles tile grid listing archive feed feeds stories
        posts products product shop item items profile contact address account user logged player
        playlist audio poll quiz weather ticker alert hidden invisible visually tooltip print
        email facebook twitter linkedin pinterest whatsapp instagram mobile sticky bottom menuitem
        tab tabs drawer flyout upsell offer extra partner affiliate rating vote caption figcaption
        credit credits figure gallery copyrights source counter count updated published readtime
        notification message error success loading feedback report button listbox slot
    """,
    -0.8: """
        top right side more image photo img media title titles headline head box hero toc contents
        nofollow events event resources services home about community network promo featured
        feature video embed horizontal inline bar actions tools options collapse accordion
    """,
}
ARTICLE_NAMES: dict[float, str] = {
    1.5: """
        articlebody articlecontent articletext storybody storycontent storytext bodytext bodycopy
        richtext rte prose entrycontent postcontent postbody hentry newsarticle blogpost article-
        body wysiwyg maintext articlebodytext paywalled fulltext zn
    """,
    0.9: """
        article entry body text copy story paragraph post single main maincontent content narrow
        blockquote quote markdown cms editorial chapter liveblog transcript recipe ingredients
        instructions
    """,
    0.4: """
        publish node page format standard wp detail read news primary left column container section
    """,
}

NAME_WEIGHTS: dict[str, float] = {
    word: weight
    for table in (ARTICLE_NAMES, FURNITURE_NAMES)
    for weight, words in sorted(table.items(), key=lambda entry: abs(entry[0]))
    for word in words.split()
}


COMMENT_NAMES = frozenset(
    ["comment", "comments", "commentlist", "commentlisting", "commentbody", "commenttext"]
)


# The standfirst's element or its parent; summary and lead are the commonest after standfirst.
LEAD_NAMES = frozenset(
    (
        "standfirst", "dek", "deck", "lede", "lead", "subtitle", "subtitles", "subheadline",
        "subheading", "summary", "excerpt", "chapo", "intro", "abstract", "synopsis",
        "vorspann", "chapeau", "bajada", "entradilla", "copete", "sommario", "occhiello",
        "ingress", "manchet", "preamble",
    )
)  # fmt: skip
# The caption's own element or its parent; "credit" alone may hold the sources of an article.
CAPTION_NAMES = frozenset(
    (
        "caption",
        "captions",
        "imagedescription",
        "figcaption",
        "credit",
        "photocredit",
        "bildunterschrift",
    )
)
Named = tuple[float, float, bool]


class PathNames:
    """What the names along paths say; remembers the paths and steps of one page."""

    def __init__(self) -> None:
        self._steps: dict[str, Named] = {}
        self._paths: dict[str, Named] = {"": (0.0, 0.0, False)}

    def weigh(self, path: str) -> Named:
        """Return (article, furniture, comment): two sums over the steps, and whether any step is
        named after comments.

        Each step counts with its best word for the article and its worst for furniture. Steps
        nearer to the text count more: with each step further out the sums fall to 0.9.
        """
        known = self._paths.get(path)
        if known is None:
            outer, _, step = path.rpartition("/")
            good, bad, comment = self.weigh(outer)
            step_good, step_bad, step_comment = self._steps.get(step) or self._weigh_step(step)
            known = (good * 0.9 + step_good, bad * 0.9 + step_bad, comment or step_comment)
            self._paths[path] = known
        return known

    def _weigh_step(self, step: str) -> Named:
        words = NAME_WORD.compiled().findall(step)
        weights = [0.0, *(NAME_WEIGHTS.get(word, 0.0) for word in words)]
        named = (max(weights), min(weights), not COMMENT_NAMES.isdisjoint(words))
        self._steps[step] = named
        return named
