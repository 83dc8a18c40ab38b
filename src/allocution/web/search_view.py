"""What the search page shows: results in the reader's words, and addresses of what may be asked next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from allocution.messages import Catalogue
from allocution.search.concordance import ConcordanceLine, Frequency
from allocution.search.query import Node, notation, parse_query
from allocution.search.results import Hit, Results
from allocution.search.typed import Narrowing, typed
from allocution.views.contract import Frame, Link
from allocution.views.search_contract import (
    Choice,
    Choices,
    FrequencyLine,
    FrequencyTable,
    HitLine,
    KeywordLine,
    Piece,
    SearchView,
)

PAGE_SIZE = 20
MOST_QUERY = 1000
MOST_LINES = 2000
_LAST_PAGE = 1_000_000
SORTS = ("relevance", "date")
AROUND = ("order", "left", "right")
FREQUENCIES = ("years", "speakers")
_MOST_FREQUENCIES = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a search asks for."""

    query: str = ""
    sort: str = SORTS[0]
    page: int = 1
    concordance: bool = False
    around: str = AROUND[0]
    why: bool = False
    is_cut: bool = False

    @property
    def offset(self) -> int:
        """How many hits come before the page."""
        return (self.page - 1) * PAGE_SIZE

    def fields(self) -> dict[str, str]:
        """The address's fields; what is left out is the usual."""
        usual = Asked()
        found = {
            "q": self.query,
            "sort": self.sort if self.sort != usual.sort else "",
            "view": "concordance" if self.concordance else "",
            "around": self.around if self.around != usual.around else "",
            "why": "1" if self.why else "",
            "page": str(self.page) if self.page > 1 else "",
        }
        return {name: value for name, value in found.items() if value}

    def address(self, name: str = "") -> str:
        """An address that asks for this, relative to the search page."""
        return f"{name}?{urlencode(self.fields())}"


def read_asked(fields: Mapping[str, str]) -> Asked:
    """What an address's fields ask for; what nobody could mean is taken for the usual."""
    page = fields.get("page", "1")
    query = fields.get("q", "").strip()
    return Asked(
        query=query[:MOST_QUERY].strip(),
        sort=_one_of(SORTS, fields.get("sort")),
        page=max(1, int(page)) if page.isascii() and page.isdigit() and int(page[:9]) < _LAST_PAGE else 1,
        concordance=fields.get("view") == "concordance",
        around=_one_of(AROUND, fields.get("around")),
        why=fields.get("why") == "1",
        is_cut=len(query) > MOST_QUERY,
    )


def _one_of(choices: Sequence[str], given: str | None) -> str:
    return given if given is not None and given in choices else choices[0]


def last_page(results: Results) -> int:
    """The last page of hits; the first where there are none."""
    return max(1, -(-results.total // PAGE_SIZE))


def empty_view(frame: Frame, stylesheet: str) -> SearchView:
    """The page before anything is asked."""
    return SearchView(frame, "", stylesheet)


def read_within(prefix: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits that lead to the statements as they are read in one language of the interface."""
    return (replace(hit, address=prefix + hit.address, page=prefix + hit.page) for hit in hits)


def results_view(
    asked: Asked,
    results: Results,
    frame: Frame,
    stylesheet: str,
    says: Catalogue,
    editions: Sequence[str] = (),
) -> SearchView:
    """The page with its hits, and the editions that their statements can be had in."""
    pages = last_page(results)
    here = replace(asked, page=1)
    up = "../" if "search/" in frame.address else ""
    narrowing = Narrowing(parse_query(asked.query).tree)
    return SearchView(
        frame=frame,
        query=asked.query,
        stylesheet=stylesheet,
        hidden=tuple(
            (name, value) for name, value in asked.fields().items() if name in ("sort", "view", "around")
        ),
        count=says("found", total=results.total, statements=results.statements),
        notes=tuple(says(f"note-{note.code}", text=note.text) for note in results.notes),
        suggestions=tuple(
            Choice(
                says("did-you-mean", word=each.word, meant=each.meant),
                replace(here, query=_replaced(asked.query, each.word, each.meant)).address(),
            )
            for each in results.suggestions
        ),
        filters=tuple(_filter(each, narrowing, here) for each in narrowing.filters),
        orders=_orders(here, says),
        views=_views(here, says) if results.total else (),
        facets=_facets(results, narrowing, here, says),
        hits=tuple(_hit(hit, asked.offset + number) for number, hit in enumerate(results.hits, 1)),
        why=asked.why,
        page=asked.page,
        pages=1 if asked.concordance else pages,
        previous=replace(asked, page=asked.page - 1).address() if asked.page > 1 else "",
        next=replace(asked, page=asked.page + 1).address() if asked.page < pages else "",
        downloads=(
            Link("JSON", here.address(f"{up}search.json")),
            Link("CSV", here.address(f"{up}search.csv")),
            *(
                Link(
                    says("statements-as", edition=name),
                    f"{up}downloads/{name}?{urlencode({'where': asked.query})}",
                )
                for name in editions
            ),
        )
        if results.total
        else (),
    )


def with_concordance(
    view: SearchView,
    lines: Sequence[ConcordanceLine],
    total: int,
    frequencies: Mapping[str, Sequence[Frequency]],
    says: Catalogue,
) -> SearchView:
    """The same page with keywords in context and frequencies in the place of hits."""
    more = says("more-lines", shown=MOST_LINES, total=total) if total > MOST_LINES else ""
    return replace(
        view,
        hits=(),
        lines=tuple(
            KeywordLine(
                line.left, line.keyword, line.right, line.speakers or line.title, line.address, line.date,
                line.language,
            )
            for line in lines
        ),
        more_lines=more,
        frequencies=tuple(_table(says(f"frequency-{name}"), found) for name, found in frequencies.items()),
    )  # fmt: skip


def _table(label: str, found: Sequence[Frequency]) -> FrequencyTable:
    met = [each for each in found if each.hits]
    if len(met) > _MOST_FREQUENCIES:
        met = sorted(met, key=lambda each: (-each.hits, each.label))[:_MOST_FREQUENCIES]
    return FrequencyTable(
        label,
        tuple(
            FrequencyLine(each.label, each.hits, each.sentences, f"{each.per_thousand:.1f}") for each in met
        ),
    )


def _replaced(query: str, word: str, meant: str) -> str:
    return query.replace(word, meant)


def _filter(part: Node, narrowing: Narrowing, here: Asked) -> Choice:
    return Choice(typed(part), replace(here, query=narrowing.without(part)).address())


def _orders(here: Asked, says: Catalogue) -> Choices:
    if here.concordance:
        choices = tuple(
            Choice(says(f"around-{side}"), replace(here, around=side).address(), chosen=side == here.around)
            for side in AROUND
        )
    else:
        choices = tuple(
            Choice(says(f"order-{sort}"), replace(here, sort=sort).address(), chosen=sort == here.sort)
            for sort in SORTS
        )
    return Choices("order", "", choices)


def _views(here: Asked, says: Catalogue) -> tuple[Choice, ...]:
    why = (
        ()
        if here.concordance
        else (Choice(says("why"), replace(here, why=not here.why).address(), chosen=False),)
    )
    return (
        Choice(
            says("view-hits"), replace(here, concordance=False).address(), chosen=not here.concordance
        ),
        Choice(
            says("view-concordance"), replace(here, concordance=True).address(), chosen=here.concordance
        ),
        *why,
    )  # fmt: skip


def _facets(results: Results, narrowing: Narrowing, here: Asked, says: Catalogue) -> tuple[Choices, ...]:
    held = {notation(part) for part in narrowing.filters}
    found = []
    for name, values in results.facets.items():
        choices = tuple(
            Choice(value.label, replace(here, query=narrowing.narrowed(value.filter)).address(), value.count)
            for value in values
        )
        if len(choices) > 1 or (choices and not held and results.statements > 1):
            found.append(Choices(name, says(name), choices))
    return tuple(found)


def _hit(hit: Hit, number: int) -> HitLine:
    return HitLine(
        number=number,
        heading=hit.title,
        address=hit.address,
        page=hit.page,
        date=hit.date,
        language=hit.language,
        pieces=_pieces(hit),
        before=hit.before,
        after=hit.after,
    )


def _pieces(hit: Hit) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for match in hit.matches:
        pieces += [
            Piece(hit.text[at : match.start]),
            Piece(hit.text[match.start : match.end], match.how, match.asked),
        ]
        at = match.end
    return tuple(piece for piece in (*pieces, Piece(hit.text[at:])) if piece.text)
