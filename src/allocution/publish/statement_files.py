"""One statement in an edition, as a file of the site."""

from __future__ import annotations

from allocution.content.corrections import place_corrections
from allocution.content.outside_links import outside_of
from allocution.editions.collection import Collected, Collection, Published, collect
from allocution.editions.outside_links import collection_with, published_with
from allocution.editions.table import BY_NAME
from allocution.editions.writing import Edition, whole
from allocution.model.digests import digest
from allocution.model.passages import Body
from allocution.publish.exporting import chosen_editions
from allocution.publish.making import Making
from allocution.publish.packing import joined, packed
from allocution.publish.site_files import SiteFiles, SiteWorkshop
from allocution.site.plan import EditionSource
from allocution.views.statement_files import Form, StatementForms
from allocution.workspace.loading import Loaded

_WHOLE_SITE = "zim"


def statement_forms(loaded: Loaded) -> StatementForms:
    """What an archive offers its statements in. Raises UsageError for an edition that isn't."""
    settings = loaded.archive.configuration.settings
    forms = tuple(_form(edition, loaded) for edition in chosen_editions(settings.statement_editions))
    names = {each.item.record.path: each.name for each in collect(loaded.archive.works)}
    return StatementForms(forms, names, settings.editions_anyway)


def _form(edition: Edition, loaded: Loaded) -> Form:
    made_of = b""
    if edition.name == _WHOLE_SITE:  # has the archive's other pages, too
        archive = loaded.archive
        others = [*archive.ordinary, *archive.branches.values()]
        states = [repr((path, loaded.files.get(path))).encode() for path in sorted(loaded.static.values())]
        made_of = digest(*(item.record.digest + item.record.summary for item in others), b"", *states)
    return Form(edition.name, edition.ending, edition.parts, made_of)


def statement_file(making: Making, source: EditionSource, body: Body) -> bytes:
    """The edition of a statement with these words."""
    site, item = making.site, source.item
    assert site.forms is not None
    names, first = site.forms.names, source.work.items[0]
    original = names[first.record.path] if item is not first else ""
    collected = Collected(names[item.record.path], item, source.work, original)
    meant = place_corrections(body.passages, collected.statement.corrections)
    published = Published(collected, body, tuple(tuple(each) for each in meant))
    collection = Collection(site, (collected,), "", SiteWorkshop(lambda: SiteFiles(making, making.static, 1)))
    outside = outside_of(source.edition, site.archive.configuration.settings.outside_links)
    edition, told = BY_NAME[source.edition], collection_with(collection, outside)
    pieces = whole(edition, told, iter([published_with(published, collection, outside)]))
    files = joined(pieces)
    if edition.ending == ".zip":
        return packed(edition.name, files)
    ((_, data),) = files.items()
    return data
