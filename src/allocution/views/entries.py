"""Works as they stand in lists."""

from __future__ import annotations

from allocution.content.archive import Item, Work
from allocution.messages import Catalogue
from allocution.views.contract import Entry, Link
from allocution.views.dates import date_text, written_date_text
from allocution.views.headings import own_part, work_charge, work_heading
from allocution.views.names import own_name
from allocution.views.site_view import SiteView


def in_language(work: Work, page_language: str) -> Item:
    """The item of a work to show among pages of one of the site's languages: that language's, else the original."""
    if len(work.items) == 1:
        return work.items[0]
    return next((item for item in work.items if item.site_language == page_language), work.items[0])


def entry(site: SiteView, work: Work, page_language: str, wording: Catalogue) -> Entry:
    """A work as it stands in a list."""
    item = in_language(work, page_language)
    statement = item.record.statement
    assert statement is not None
    record = item.record
    return Entry(
        address=site.address_of(item, page_language),
        heading=work_heading(item),
        charge=work_charge(statement),
        date=date_text(work.date, wording) if work.date else "",
        edtf=work.date.edtf if work.date else "",
        language=record.language,
        translations=_other_languages(site, work, item, page_language) if len(work.items) > 1 else (),
        excerpt=record.excerpt,
        retelling=statement.retelling,
    )


def page_entry(site: SiteView, item: Item, page_language: str, wording: Catalogue) -> Entry:
    """An ordinary page as it stands in a list."""
    facts = item.page.facts
    day = facts.dates.date.instant.date().isoformat() if facts.dates.date else ""
    return Entry(
        address=site.address_of(item, page_language),
        heading=facts.title or own_part(item.address),
        charge="",
        date=written_date_text(day, wording),
        edtf=day,
        language=item.record.language,
        excerpt=item.record.excerpt,
        is_page=True,
    )


def _other_languages(site: SiteView, work: Work, item: Item, page_language: str) -> tuple[Link, ...]:
    """Links to the other items of a work that an entry shows in one language."""
    return tuple(
        Link(own_name(other.record.language), site.address_of(other, page_language), other.record.language)
        for other in work.items
        if other is not item and other.record.language
    )


def is_older(original: Item, translation: Item) -> bool:
    """Whether both files say when they were changed last, the translation's on an earlier day."""
    then, now = translation.page.facts.dates.lastmod, original.page.facts.dates.lastmod
    if then is None or now is None or then.key != now.key or now.key != "lastmod":
        return False
    return then.written[:10] < now.written[:10]
