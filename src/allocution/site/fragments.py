"""Small pieces of HTML that pages repeat: links, facts, dates, entries and terms of lists.

They are made here and not in templates because a page has dozens of them and a long list hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import markupsafe
from markupsafe import Markup

from allocution.content.fields import field
from allocution.messages import Catalogue
from allocution.site.direction import lang_attributes, text_attributes
from allocution.views.contract import DateLine, Entry, Fact, Frame, Link
from allocution.views.list_contract import TermGroup, TermLine
from allocution.views.statement_contract import Citation, StatementView

_UNKNOWN = ' class="unknown"'
_HTML_DATE = re.compile(r"\d{4}(-\d\d){0,2}|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")
_FORMS = frozenset(("bibtex", "ris", "csl"))


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """A text with what has a meaning in HTML escaped; names and addresses come again and again."""
    return str(markupsafe.escape(text))


class Fragments:
    """Pieces for pages of one language and one depth; `href` makes an address a link from there."""

    def __init__(self, href: Callable[[str], str], wording: Catalogue) -> None:
        self._href = href
        self._wording = wording
        self._unknown = escape(wording("unknown"))

    def link(self, value: Link) -> Markup:
        """A link; a text where it leads nowhere."""
        return Markup(self._link(value))  # noqa: S704

    def links(self, values: Iterable[Link], between: str) -> Markup:
        """Links with HTML between them."""
        return Markup(between.join([self._link(value) for value in values]))  # noqa: S704

    def _link(self, value: Link) -> str:
        html = escape(value.text)
        if value.address:
            html = (
                f'<a href="{escape(self._href(value.address))}"{lang_attributes(value.language)}>{html}</a>'
            )
        elif value.language:
            html = f"<span{lang_attributes(value.language)}>{html}</span>"
        return f"{html} <small>{escape(value.note)}</small>" if value.note else html

    def languages(self, frame: Frame) -> Markup:
        """Links to the page, or else to the front page, in each of the site's languages."""
        if not frame.languages:
            return Markup("")
        items = "".join([self._language(link, frame) for link in frame.languages])
        label = escape(self._wording("site-languages"))
        return Markup(f'<nav class="languages" aria-label="{label}"><ul>{items}\n</ul></nav>')  # noqa: S704

    def _language(self, link: Link, frame: Frame) -> str:
        language = escape(link.language)
        here = ' aria-current="true"' if link.address in (frame.address, frame.home) else ""
        href = escape(self._href(link.address))
        return f'\n<li><a href="{href}" lang="{language}" hreflang="{language}"{here}>{escape(link.text)}</a></li>'

    def statement_facts(self, view: StatementView) -> Markup:
        """The lines of a statement's list of facts: what is known, and in the last one what should be and isn't."""
        language = view.frame.language
        unknown: list[str] = []
        lines: list[str] = []
        withheld = {line.field for line in view.withheld}
        if view.speakers:
            several = len(view.speakers) > 1
            label = self._wording("speakers") if several else field("speakers").label(language)
            lines.append(f"<dt>{escape(label)}</dt>")
            lines.extend([f"<dd>{self._link(speaker)}</dd>" for speaker in view.speakers])
        else:
            unknown.append(field("speakers").label(language))
        lines.extend(self._dates(view.dates))
        if not view.dates:
            unknown.append(self._wording("date-unstated"))
        for fact in view.facts:
            if fact.values:
                lines.append(self._fact(fact))
            elif fact.name not in withheld:
                unknown.append(fact.label)
        if view.sources:
            lines.append(f"<dt>{escape(self._wording('sources'))}</dt>")
            lines.extend([self._source(source) for source in view.sources])
        else:
            unknown.append(self._wording("sources"))
        if view.withheld:
            told = "; ".join([escape(each.display) for each in view.withheld])
            lines.append(f"<dt>{escape(self._wording('withheld'))}</dt>\n<dd>{told}</dd>")
        if unknown:
            names = ", ".join([label[:1].lower() + label[1:] for label in unknown])
            lines.append(
                f"<dt>{self._unknown[:1].upper()}{self._unknown[1:]}</dt>\n<dd{_UNKNOWN}>{escape(names)}</dd>"
            )
        return Markup("\n".join(lines))  # noqa: S704

    def _source(self, source: Link) -> str:
        named = " named" if source.address not in ("", source.text) else ""
        return f'<dd class="source{named}">{self._link(source)}</dd>'

    def setting(self, view: StatementView) -> Markup:
        """Before which court, where and when, as far as it is known: the line below a statement's heading."""
        known = {fact.name: fact.values for fact in view.facts}
        where = [
            f"<span{lang_attributes(value.language)}>{escape(value.text)}</span>"
            for name in ("court", "place")
            for value in known.get(name, ())
        ]
        parts = [", ".join(where)] if where else []
        if view.dates:
            date = view.dates[0]
            spoken = date.label == self._wording("date-delivered")
            shown = escape(date.display if spoken else f"{date.label}: {date.display}")
            parts.append(f'<span class="date">{shown}</span>')
        return Markup(f'<p class="setting">{" ".join(parts)}</p>' if parts else "")  # noqa: S704

    def _dates(self, dates: tuple[DateLine, ...]) -> Iterator[str]:
        as_written = escape(self._wording("date-as-written"))
        for date in dates:
            time = escape(date.display)
            if _HTML_DATE.fullmatch(date.edtf):
                time = f'<time datetime="{escape(date.edtf)}">{time}</time>'
            note = f"{escape(date.note)}; " if date.note else ""
            written = f"<small>{note}{as_written} <code>{escape(date.written)}</code></small>"
            yield f"<dt>{escape(date.label)}</dt>\n<dd>{time} {written}</dd>"

    def _fact(self, fact: Fact) -> str:
        note = f" <small>{escape(fact.note)}</small>" if fact.note else ""
        values = ", ".join([self._link(value) for value in fact.values])
        return f"<dt>{escape(fact.label)}</dt>\n<dd>{values}{note}</dd>"

    def citations(self, found: Iterable[Citation]) -> Markup:
        """How to cite: styles for people in a list, forms for programs each behind its name."""
        styles, forms = [], []
        for citation in found:
            name = escape(self._wording(f"cite-{citation.form}"))
            text = escape(citation.text)
            if citation.form in _FORMS:
                forms.append(f"<details><summary>{name}</summary><pre>{text}</pre></details>")
            else:
                styles.append(f"<dt>{name}</dt>\n<dd>{text}</dd>")
        return Markup(  # noqa: S704
            f'<section class="cite" id="cite"><h2>{escape(self._wording("cite"))}</h2>\n<dl>{"".join(styles)}</dl>\n'
            f"{''.join(forms)}</section>"
        )

    def entries(self, entries: Iterable[Entry], about: str = "") -> Markup:
        """A list of statements; those of the person whom the page is `about` go by their charge."""
        items = "".join([self._entry(entry, about) for entry in entries])
        return Markup(f'<ol class="entries">{items}\n</ol>')  # noqa: S704

    def _entry(self, entry: Entry, about: str) -> str:
        lang = text_attributes(entry.language)
        heading, charge = entry.heading, entry.charge
        if charge and heading == about:
            heading, charge = charge, ""
        charge = f'<span class="charge"{lang}>{escape(charge)}</span>' if charge else ""
        others = "".join([self._translation(link) for link in entry.translations])
        when = entry.date or ("" if entry.is_page else self._wording("undated"))
        return (
            f'\n<li><a href="{escape(self._href(entry.address))}"{lang}>{escape(heading)}</a>{charge}\n'
            f'<span class="when">{escape(when)}{others}</span></li>'
        )

    def _translation(self, link: Link) -> str:
        language = escape(link.language)
        href = escape(self._href(link.address))
        return f' · <a href="{href}" hreflang="{language}"{lang_attributes(link.language)}>{escape(link.text)}</a>'

    def terms(self, groups: Iterable[TermGroup]) -> Markup:
        """Lists of terms, each group under its heading."""
        return Markup("".join([self._group(group) for group in groups]))  # noqa: S704

    def _group(self, group: TermGroup) -> str:
        text, address = group.heading.text, group.heading.address
        heading = f'<a href="{escape(self._href(address))}">{escape(text)}</a>' if address else escape(text)
        head = f"\n<h2>{heading}</h2>" if text else ""
        terms = "".join([self._term(term) for term in group.terms])
        return f'\n<section class="terms">{head}\n<ul>{terms}\n</ul>\n</section>'

    def _term(self, term: TermLine) -> str:
        note = f" <small>{escape(term.note)}</small>" if term.note else ""
        href, lang = escape(self._href(term.address)), lang_attributes(term.language)
        return (
            f'\n<li><a href="{href}"{lang}>{escape(term.text)}</a>'
            f'\N{NO-BREAK SPACE}<span class="count">{term.count}</span>{note}</li>'
        )
