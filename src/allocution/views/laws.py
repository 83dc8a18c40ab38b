"""What pages say of laws and their articles."""

from __future__ import annotations

from allocution.content.archive import Dimension, Term
from allocution.messages import Catalogue
from allocution.model.law import Article, ArticleReference, Certainty, Label, Law
from allocution.views.contract import Fact, Link
from allocution.views.dates import interval_text
from allocution.views.site_view import SiteView


def find_article(site: SiteView, law: str, number: str) -> Article | None:
    """The article of a law that the data know."""
    known: Law | None = site.archive.laws.get(law)
    return known.article(number) if known else None


def law_name(site: SiteView, law: str, language: str) -> str:
    """The short title of a law, in that language if there is one; its identifier where the data don't know it."""
    known = site.archive.laws.get(law)
    short = {label.language: label.text for label in known.short_titles} if known else {}
    return short.get(language) or next(iter(short.values()), law)


def article_title(site: SiteView, reference: ArticleReference, language: str) -> Link | None:
    """The official title of an article, in that language if there is one; None where it isn't known for certain."""
    article = find_article(site, reference.law, reference.article)
    if article is None or article.certainty is not Certainty.CERTAIN or not article.titles:
        return None
    label = next((label for label in article.titles if label.language == language), article.titles[0])
    return Link(label.text, language=label.language)


def term_heading(site: SiteView, term: Term, language: str) -> str:
    """What a term's own page is called: as in lists, and an article together with its law."""
    label = site.term_label(term, language)
    law, _, number = term.key.partition(" ")
    named = term.dimension == Dimension.LAWS and number
    return f"{law_name(site, law, language)}, {label}" if named else label


def article_facts(site: SiteView, term: Term, language: str) -> tuple[Fact, ...]:
    """What the data know of a law or an article: official titles, when in force, former numbers, how certain."""
    wording = site.wording(language)
    law, _, number = term.key.partition(" ")
    known = site.archive.laws.get(law)
    article = find_article(site, law, number)
    facts = []
    if known is not None:
        facts.append(Fact("law", wording("law"), _titles(known.titles)))
    if article is not None and article.titles:
        note = "" if article.certainty is Certainty.CERTAIN else wording("law-uncertain")
        facts.append(Fact("article", wording("article", number=number), _titles(article.titles), note))
    dated = article if number else known
    if dated is not None and (dated.valid_from or dated.valid_to):
        facts.append(Fact("in-force", wording("law-in-force"), (Link(_validity(dated, wording)),)))
    if article is not None and (former := _former_numbers(site, article, language)):
        facts.append(Fact("formerly", wording("law-formerly"), former))
    return tuple(facts)


def _titles(labels: tuple[Label, ...]) -> tuple[Link, ...]:
    return tuple(Link(label.text, language=label.language) for label in labels)


def _validity(dated: Law | Article, wording: Catalogue) -> str:
    return interval_text(dated.valid_from or "..", dated.valid_to or "..", wording)


def _former_numbers(site: SiteView, article: Article, language: str) -> tuple[Link, ...]:
    """The earlier numbers that are known for certain."""
    wording = site.wording(language)
    return tuple(
        Link(f"{law_name(site, former.law, language)}, {wording('article', number=former.number)}")
        for former in article.former_numbers
        if former.certainty is Certainty.CERTAIN
    )
