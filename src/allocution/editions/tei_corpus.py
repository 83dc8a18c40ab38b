"""The root of a corpus in TEI: the lists of people, courts and laws, and every statement by reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from allocution.content.fields import field
from allocution.editions.collection import Collection, court_identifier
from allocution.editions.tei_header import article_identifier, block, lines
from allocution.editions.xml_markup import attributes, element, language_tag, text
from allocution.messages import Catalogue
from allocution.model.law import ArticleReference, Certainty, Label, Law
from allocution.model.passages import Role
from allocution.views.names import language_name

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_INCLUSION = "http://www.w3.org/2001/XInclude"


def corpus_beginning(collection: Collection, edition: str) -> str:
    """The start of the corpus with its header; statements follow."""
    root = attributes(xmlns=NAMESPACE, xml_id="corpus", xml_lang=language_tag(collection.language))
    return f"<teiCorpus{root}>\n{_header(collection, edition)}\n"


def inclusion(name: str) -> str:
    """The statement of that name, in a file of its own."""
    return f'<xi:include xmlns:xi="{_INCLUSION}" href="{quote(name)}.xml"/>\n'


def _header(collection: Collection, edition: str) -> str:
    says = Catalogue("editions", collection.language)
    title = element("title", text(collection.title), type="main", xml_lang=language_tag(collection.language))
    count = str(len(collection.statements))
    day = collection.released
    return block(
        "teiHeader",
        block(
            "fileDesc",
            block("titleStmt", title),
            element("extent", element("measure", count, unit="texts", quantity=count)),
            block(
                "publicationStmt",
                element("publisher", text(collection.title)),
                element("idno", text(collection.site.base_address), type="URI")
                if collection.site.base_address
                else "",
                element("date", day, when=day) if day else "",
            ),
            block("sourceDesc", element("p", text(collection.title))),
        ),
        block(
            "encodingDesc",
            block("projectDesc", element("p", text(says(f"{edition}-holds")))),
            block("editorialDecl", element("p", text(says(f"{edition}-loses")))),
            block("classDecl", *_taxonomies(collection)),
        ),
        block(
            "profileDesc",
            block("langUsage", *_languages(collection)),
            block(
                "particDesc",
                block("listOrg", *_courts(collection)),
                block("listPerson", *_people(collection)),
            ),
        ),
    )


def _languages(collection: Collection) -> Iterator[str]:
    for tag in sorted({each.language for each in collection.statements}):
        yield element("language", text(language_name(tag, collection.language)), ident=language_tag(tag))


def _courts(collection: Collection) -> Iterator[str]:
    courts = {court: each.language for each in collection.statements for court in each.statement.courts}
    for court in sorted(courts):
        name = element("orgName", text(court), xml_lang=language_tag(courts[court]))
        yield element("org", name, xml_id=court_identifier(court), role="court")


def _people(collection: Collection) -> Iterator[str]:
    for person in collection.people:
        names = dict.fromkeys((name.name, name.language, name.script) for name in person.names)
        written = (
            element(
                "persName",
                text(name) or "?",
                xml_lang=language_tag(f"{language}-{script}" if language else ""),
            )
            for name, language, script in names
        )
        roles = " ".join(sorted({name.role for name in person.names}))
        yield element("person", "".join(written), xml_id=f"p-{person.identifier}", role=roles)


def _taxonomies(collection: Collection) -> Iterator[str]:
    language = collection.language
    yield block("taxonomy", *(_category(f"role.{role}", role) for role in Role), xml_id="role")
    for name in ("stage", "delivery"):
        terms = field(name).vocabulary
        categories = (
            _category(f"{name}.{term.value}", field(name).value_label(term.value, language)) for term in terms
        )
        yield block("taxonomy", *categories, xml_id=name)
    yield block("taxonomy", *_laws(collection), xml_id="laws")


def _category(identifier: str, label: str) -> str:
    return element("category", element("catDesc", element("term", text(label))), xml_id=identifier)


def _laws(collection: Collection) -> Iterator[str]:
    """The laws that charges name, each with the articles named."""
    named: dict[str, dict[str, ArticleReference]] = {}
    for each in collection.statements:
        for charge in each.statement.charges:
            for reference in (charge.reference,) if charge.reference else charge.candidates:
                named.setdefault(reference.law, {})[reference.article] = reference
    for law in sorted(named):
        known = collection.archive.laws.get(law)
        articles = (_article(known, named[law][number]) for number in sorted(named[law]))
        titles = _descriptions(known.titles if known else (), law)
        yield element("category", f"\n{lines(*titles, *articles)}", xml_id=f"law.{law}", n=law)


def _article(law: Law | None, reference: ArticleReference) -> str:
    article = law.article(reference.article) if law else None
    certain = article is not None and article.certainty is Certainty.CERTAIN
    titles = _descriptions(article.titles if article and certain else (), reference.article)
    return element("category", "".join(titles), xml_id=article_identifier(reference), n=reference.article)


def _descriptions(titles: Iterable[Label], otherwise: str) -> Iterator[str]:
    found = False
    for label in titles:
        found = True
        yield element("catDesc", element("term", text(label.text)), xml_lang=language_tag(label.language))
    if not found:
        yield element("catDesc", element("term", text(otherwise)))
