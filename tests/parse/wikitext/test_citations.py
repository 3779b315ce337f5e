"""Citation templates as typed citations and as words, and short citations bound to them.

Expected values are read off the documentation: https://en.wikipedia.org/wiki/Help:Citation_Style_1 and
https://en.wikipedia.org/wiki/Help:Shortened_footnotes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from icor_scraper.models import Citation, Person, Span, Template, TemplateArgument
from icor_scraper.parse.wikitext.citations import citation_of, short_citation_keys
from icor_scraper.parse.wikitext.citations.parameters import CITATIONS, MULTIPLE_SHORT_CITATIONS, SHORT_CITATIONS
from icor_scraper.parse.wikitext.citations.written_dates import anchor_year, iso_date
from icor_scraper.parse.wikitext.words import render_words

MARKUP = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]|\[\S+ ([^\[\]]*)\]|''+")
ARGUMENT = re.compile(r"\|((?:\[\[[^\]]*\]\]|\{\{[^}]*\}\}|[^|])*)")


def plain(wikitext: str) -> str:
    """Links by their words, without quotes."""
    return " ".join(MARKUP.sub(lambda match: match[1] or match[2] or "", wikitext).split())


class Call:
    """`{{name|value|name=value}}`, in which only links and `{{harvid}}` are nested."""

    def __init__(self, wikitext: str) -> None:
        self.wikitext = wikitext

    @property
    def name(self) -> str:
        name = self.wikitext[2:-2].partition("|")[0].strip()
        return name[:1].upper() + name[1:]

    def arguments(self) -> tuple[TemplateArgument, ...]:
        position, arguments = 0, []
        for match in ARGUMENT.finditer(self.wikitext[2:-2]):
            name, equals, value = match[1].partition("=")
            if not equals:
                position += 1
                name, value = str(position), match[1]
            arguments.append(
                TemplateArgument(
                    name=name.strip(),
                    is_positional=not equals,
                    wikitext=value.strip(),
                    text=plain(value),
                    span=Span(0, 0),
                )
            )
        return tuple(arguments)

    def get(self, name: str, /) -> str | None:
        values = [argument.wikitext for argument in self.arguments() if argument.name == name]
        return values[-1] if values else None

    def positional(self) -> list[str]:
        return [argument.wikitext for argument in self.arguments() if argument.is_positional]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter([(argument.name, argument.wikitext) for argument in self.arguments()])


def template(wikitext: str) -> Template:
    call = Call(wikitext)
    return Template(name=call.name, span=Span(0, len(wikitext)), _content=call)


def citation(wikitext: str) -> Citation:
    found = citation_of(template(wikitext))
    assert found is not None
    return found


def names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


def test_a_whole_citation() -> None:
    cited = citation(
        "{{cite web |last1=Doe |first1=Jane |title=The ''Red'' [[Flag]] |url=https://a.example/?x=1&amp;y=2"
        " |date=3 May 2010 |website=News |publisher=A Press |location=Lima |volume=5 |issue=2 |pages=7–8 |edition=2nd"
        " |language=es |quote=So it is. |isbn=978-3-88021-389-0 |issn=1234-5678 |doi=10.1000/1"
        " |archive-url=https://web.archive.org/web/2011/https://a.example/ |archive-date=1 June 2011"
        " |access-date=2011-02-03}}"
    )
    assert cited == Citation(
        kind="web",
        template="Cite web",
        title="The Red Flag",
        authors=(Person(name="Doe, Jane", last="Doe", first="Jane", link=None),),
        editors=(),
        date="3 May 2010",
        date_iso="2010-05-03",
        url="https://a.example/?x=1&y=2",
        archive_url="https://web.archive.org/web/2011/https://a.example/",
        archive_date="1 June 2011",
        access_date="2011-02-03",
        work="News",
        publisher="A Press",
        location="Lima",
        volume="5",
        issue="2",
        pages="7–8",
        edition="2nd",
        language="es",
        quote="So it is.",
        isbn="978-3-88021-389-0",
        issn="1234-5678",
        doi="10.1000/1",
        ref_anchor="CITEREFDoe2010",
        span=cited.span,
    )


def test_what_is_not_given_is_none() -> None:
    cited = citation("{{cite book |title= |author=}}")
    assert (cited.title, cited.authors, cited.date, cited.url, cited.ref_anchor) == (None, (), None, None, None)


def test_other_templates_are_no_citations() -> None:
    assert citation_of(template("{{citation needed|date=May 2020}}")) is None
    assert citation_of(template("{{flag|Peru}}")) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cite news", "news"),
        ("Cite AV media", "av media"),
        ("cite arXiv", "arxiv"),
        ("citation", "citation"),
        ("cite", "citation"),
        ("cite paper", "journal"),
        ("citeweb", "web"),
        ("cite video", "av media"),
        ("cite encyclopaedia", "encyclopedia"),
        ("cite techreport", "tech report"),
        ("cite DVD notes", "av media notes"),
        ("cite newsgroup", "newsgroup"),
        ("Internetquelle", "web"),
        ("Literatur", "book"),
        ("Lien web", "web"),
        ("Ouvrage", "book"),
        ("Cita libro", "book"),
        ("Cita pubblicazione", "journal"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert citation(f"{{{{{name}|url=https://a.example}}}}").kind == kind


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("last=Doe|first=Jane|last2=Roe|first2=Al", ["Doe, Jane", "Roe, Al"]),
        ("author=Jane Doe|author2=Al Roe", ["Jane Doe", "Al Roe"]),
        ("author1-last=Doe|author1-first=Jane|author-last2=Roe|author-first2=Al", ["Doe, Jane", "Roe, Al"]),
        ("surname=Doe|given=Jane|surname2=Roe", ["Doe, Jane", "Roe"]),
        ("last1=Doe|author3=Third", ["Doe", "Third"]),
        ("last1=Doe|author4=Fourth", ["Doe"]),
        ("vauthors=Doe J, Roe AB, ((The Institute, Lima)), et al.", ["Doe, J", "Roe, AB", "The Institute, Lima"]),
        ("authors=Doe, Roe and others", ["Doe, Roe"]),
        ("author=((Doe, Roe & Sons))", ["Doe, Roe & Sons"]),
        ("author=Jane Doe et al.", ["Jane Doe"]),
        ("last=Doe|first=|author2=", ["Doe"]),
        ("people=Jane Doe (director)", ["Jane Doe (director)"]),
    ],
)
def test_authors(parameters: str, expected: list[str]) -> None:
    assert names(citation(f"{{{{cite web|{parameters}}}}}").authors) == expected


def test_links_of_people() -> None:
    cited = citation(
        "{{cite web|last=Doe|first=Jane|author-link=Jane Doe (writer)|author2=[[Al Roe|Roe]]|author3=[[X]] and Y"
        "|editor-last=Poe|editor-first=Ed|editor-link1=Ed Poe|editor2=[[Fay Moe]]}}"
    )
    assert cited.authors == (
        Person(name="Doe, Jane", last="Doe", first="Jane", link="Jane Doe (writer)"),
        Person(name="Roe", last=None, first=None, link="Al Roe"),
        Person(name="X and Y", last=None, first=None, link=None),
    )
    assert cited.editors == (
        Person(name="Poe, Ed", last="Poe", first="Ed", link="Ed Poe"),
        Person(name="Fay Moe", last=None, first=None, link="Fay Moe"),
    )


@pytest.mark.parametrize(
    ("call", "title", "work"),
    [
        ("{{cite book|chapter=Part|title=Whole}}", "Part", "Whole"),
        ("{{cite book|title=Whole}}", "Whole", None),
        ("{{cite encyclopedia|title=Entry|encyclopedia=Whole}}", "Entry", "Whole"),
        ("{{cite encyclopedia|entry=Entry|encyclopedia=Whole}}", "Entry", "Whole"),
        ("{{cite news|title=Words|newspaper=Paper|section=Sport}}", "Words", "Paper"),
        ("{{cite conference|title=Talk|book-title=Whole}}", "Talk", "Whole"),
        ("{{cite episode|title=One|series=Show|network=TV}}", "One", "Show"),
        ("{{cite web|script-title=ja:新聞|url=https://a.example}}", "新聞", None),
        ("{{cite newspaper The Times|articlename=Words}}", "Words", None),
    ],
)
def test_title_and_work(call: str, title: str, work: str | None) -> None:
    cited = citation(call)
    assert (cited.title, cited.work) == (title, work)


@pytest.mark.parametrize(
    ("call", "field", "value"),
    [
        ("{{cite web|accessdate=5 May 2020}}", "access_date", "5 May 2020"),
        ("{{cite web|archiveurl=https://a.example|archivedate=x}}", "archive_url", "https://a.example"),
        ("{{cite web|URL=https://a.example}}", "url", "https://a.example"),
        ("{{cite web|url=https://a.example/_''x''_}}", "url", "https://a.example/_''x''_"),
        ("{{cite web|url=www.a.example}}", "url", None),
        ("{{cite book|chapter-url=https://a.example/1|title=T}}", "url", "https://a.example/1"),
        (
            "{{cite book|chapter=C|chapter-url=https://c.example|title=T|url=https://t.example}}",
            "url",
            "https://c.example",
        ),
        ("{{cite book|chapter=C|title=T|url=https://t.example}}", "url", "https://t.example"),
        ("{{cite book|chapter-url=https://c.example|title=T|url=https://t.example}}", "url", "https://t.example"),
        (
            "{{cite web|section=C|section-url=https://c.example|title=T|url=https://t.example}}",
            "url",
            "https://t.example",
        ),
        ("{{cite tweet|user=A|number=1824142851006939634|title=T}}", "issue", None),
        ("{{cite book|ISBN=ISBN 978-1}}", "isbn", "978-1"),
        ("{{cite book|isbn=((978-2))}}", "isbn", "978-2"),
        ("{{cite book|isbn=978-3 (pbk.)}}", "isbn", "978-3 (pbk.)"),
        ("{{cite book|doi=https://doi.org/10.1/(x)}}", "doi", "10.1/(x)"),
        ("{{cite journal|number=7}}", "issue", "7"),
        ("{{cite thesis|institution=A University}}", "publisher", "A University"),
        ("{{cite book|place=Lima}}", "location", "Lima"),
        ("{{cite book|year=2001|month=May}}", "date", "May 2001"),
        ("{{cite book|year=2001|date=3 May 2001}}", "date", "3 May 2001"),
        ("{{cite web|title=a|title=b}}", "title", "b"),
        ("{{Internetquelle|titel=T|url=https://a.example|werk=W|hrsg=H}}", "publisher", "H"),
        ("{{Internetquelle|abruf=2020-05-03}}", "access_date", "2020-05-03"),
        ("{{Literatur|Titel=T|Sammelwerk=S|Verlag=V|Jahr=2001}}", "work", "S"),
        ("{{Literatur|Jahr=2001}}", "date_iso", "2001"),
        ("{{Literatur|Online=[https://a.example/x Leseprobe]}}", "url", "https://a.example/x"),
        ("{{Literatur|DOI=10.1/x}}", "doi", "10.1/x"),
        ("{{Lien web|titre=T|site=S|consulté le=1er mai 2020}}", "access_date", "1er mai 2020"),
        ("{{Ouvrage|titre=T|lire en ligne=https://a.example|année=2001}}", "url", "https://a.example"),
        ("{{Ouvrage|jour=1|mois=mai|année=2001}}", "date_iso", "2001-05-01"),
        ("{{Article|titre=T|périodique=P}}", "work", "P"),
        ("{{Cita web|título=T|fecha=3 de mayo de 2010}}", "date_iso", "2010-05-03"),
        ("{{Cita web|titolo=T|data=3 maggio 2010}}", "date_iso", "2010-05-03"),
        ("{{Cita libro|título=T|editorial=E}}", "publisher", "E"),
        ("{{Cita libro|titolo=T|editore=E|città=Roma}}", "location", "Roma"),
    ],
)
def test_parameters(call: str, field: str, value: str | None) -> None:
    assert getattr(citation(call), field) == value


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("{{Literatur|Autor=A B|Hrsg=C D}}", (["A B"], ["C D"])),
        ("{{Ouvrage|prénom1=A|nom1=B|auteur2=C|directeur1=D}}", (["B, A", "C"], ["D"])),
        ("{{Cita libro|apellidos=B|nombre=A|apellidos2=D|nombre2=C|editor=E}}", (["B, A", "D, C"], ["E"])),
        ("{{Cita libro|cognome=B|nome=A|curatore=E}}", (["B, A"], ["E"])),
        ("{{Cita web|last=B|first=A|coautores=C, D}}", (["B, A", "C, D"], [])),
    ],
)
def test_people_of_other_wikipedias(call: str, expected: tuple[list[str], list[str]]) -> None:
    cited = citation(call)
    assert (names(cited.authors), names(cited.editors)) == expected


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2001-05-03", "2001-05-03"),
        ("3 May 2001", "2001-05-03"),
        ("May 3, 2001", "2001-05-03"),
        ("3 Sept. 2001", "2001-09-03"),
        ("May 2001", "2001-05"),
        ("2001", "2001"),
        ("2001a", "2001"),
        ("2010-05", "2010-05"),
        ("2001-02", None),
        ("2001-10", None),
        ("3. Mai 2001", "2001-05-03"),
        ("3.5.2001", "2001-05-03"),
        ("03.05.2001", "2001-05-03"),
        ("1er mai 2001", "2001-05-01"),
        ("3 août 2001", "2001-08-03"),
        ("3 de mayo de 2001", "2001-05-03"),
        ("mayo de 2001", "2001-05"),
        ("1º maggio 2001", "2001-05-01"),
        ("4 августа 2013", "2013-08-04"),
        ("03/05/2001", None),
        ("31 June 2001", None),
        ("2001-13-01", None),
        ("Spring 2001", None),
        ("May–June 2001", None),
        ("2001–2002", None),
        ("c. 2001", None),
        ("n.d.", None),
        ("", None),
    ],
)
def test_dates(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2001", "2001"),
        ("3 May 2001a", "2001a"),
        ("2001-05-03", "2001"),
        ("2001–2002", "2001–2002"),
        ("c. 1900", "1900"),
        ("n.d.", "n.d."),
        ("May", ""),
    ],
)
def test_years_of_anchors(written: str, year: str) -> None:
    assert anchor_year(written) == year


@pytest.mark.parametrize(
    ("call", "anchor"),
    [
        ("{{cite book|last=Smith|year=2001}}", "CITEREFSmith2001"),
        ("{{cite book|last=Smith|first=J.|date=3 May 2001|year=2001b}}", "CITEREFSmith2001b"),
        ("{{cite book|author=The Institute|date=May 2001}}", "CITEREFThe_Institute2001"),
        ("{{cite book|last=A|last2=B|last3=C|last4=D|last5=E|year=2001}}", "CITEREFABCD2001"),
        ("{{cite book|editor-last=Ed|year=2001}}", "CITEREFEd2001"),
        ("{{cite book|last=A|editor-last=Ed|year=2001}}", "CITEREFA2001"),
        ("{{cite book|last=Smith}}", "CITEREFSmith"),
        ("{{cite book|title=T|year=2001}}", None),
        ("{{cite book|last=Smith|year=2001|ref=none}}", None),
        ("{{cite book|last=Smith|year=2001|ref=harv}}", "CITEREFSmith2001"),
        ("{{cite book|last=Smith|year=2001|ref=my anchor}}", "my_anchor"),
        ("{{cite book|last=Smith|year=2001|ref={{harvid|WHO|2002}}}}", "CITEREFWHO2002"),
        ("{{cite book|title=T|ref={{SfnRef|The Paper|2002}}}}", "CITEREFThe_Paper2002"),
        ("{{cite book|title=T|ref={{sfnRef|Notes for ''T''}}}}", "CITEREFNotes_for_T"),
        ("{{citation|last=Smith|year=2001}}", "CITEREFSmith2001"),
        ("{{Literatur|Autor=Smith|Jahr=2001}}", None),
    ],
)
def test_anchors(call: str, anchor: str | None) -> None:
    assert citation(call).ref_anchor == anchor


@pytest.mark.parametrize(
    ("call", "keys"),
    [
        ("{{sfn|Smith|2001|p=5}}", ("CITEREFSmith2001",)),
        ("{{sfn|Smith|Jones|2001|pp=5–6|loc=note 3}}", ("CITEREFSmithJones2001",)),
        ("{{harvnb|A|B|C|D|2001}}", ("CITEREFABCD2001",)),
        ("{{harvtxt|The Institute|2001}}", ("CITEREFThe_Institute2001",)),
        ("{{sfnp| Smith | 2001a }}", ("CITEREFSmith2001a",)),
        ("{{sfn|Smith|2001|ref=my anchor}}", ("my_anchor",)),
        ("{{sfn|1=Smith|2=2001}}", ("CITEREFSmith2001",)),
        ("{{sfnm|1a1=Smith|1y=2001|1p=5|2a1=Lee|2a2=Roe|2y=2003}}", ("CITEREFSmith2001", "CITEREFLeeRoe2003")),
        ("{{sfn}}", ()),
        ("{{cite web|title=T}}", ()),
    ],
)
def test_short_citations(call: str, keys: tuple[str, ...]) -> None:
    assert short_citation_keys(template(call)) == keys


def test_names_of_templates_are_found() -> None:
    for name in {*CITATIONS, *SHORT_CITATIONS, *MULTIPLE_SHORT_CITATIONS}:
        assert name == name.lower()
    assert len(CITATIONS) > 100


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        (
            "{{cite web|last=Smith|first=John|last2=Doe|first2=Jane|title=A b|url=http://x.y/|date=3 May 2010"
            "|website=Site|access-date=2011-01-01|archive-url=https://web.archive.org/web/2010/http://x.y/"
            "|archive-date=1 June 2010}}",
            'Smith, John; Doe, Jane (3 May 2010). "A b". Site. Archived from the original on 1 June 2010.'
            " Retrieved 2011-01-01.",
        ),
        (
            "{{cite web|title=A b|url=http://x.y/|archive-url=https://web.archive.org/web/2010/http://x.y/"
            "|archive-date=1 June 2010|url-status=live}}",
            '"A b". Archived from the original on 1 June 2010.',
        ),
        (
            "{{cite news|title=Big news|newspaper=The Times|location=London|date=2001-05-03|page=5|language=fr}}",
            '"Big news" (in French). The Times. London. 2001-05-03. p. 5.',
        ),
        (
            "{{cite book|last=Smith|first=J.|year=2001|chapter=Part|title=Whole|editor-last=Ed|editor-first=A."
            "|edition=3rd|location=London|publisher=Press|pages=5–6|isbn=978-1}}",
            'Smith, J. (2001). "Part". In Ed, A. (ed.). Whole (3rd ed.). London: Press. pp. 5–6. ISBN 978-1.',
        ),
        ("{{cite book|editor=Ann|editor2=Bob|title=Whole|year=2001}}", "Ann; Bob, eds. (2001). Whole."),
        (
            "{{cite journal|vauthors=Smith J, Lee AB|title=Why?|journal=Nature|volume=5|issue=3|pages=1–10"
            "|doi=10.1/1|date=May 2001}}",
            'Smith J, Lee AB (May 2001). "Why?" Nature. 5 (3): 1–10. doi:10.1/1.',
        ),
        ("{{cite magazine|title=T|magazine=M|volume=5|issue=3|page=7}}", '"T". M. Vol. 5, no. 3. p. 7.'),
        ("{{cite press release|title=T|publisher=P|date=2001}}", '"T" (Press release). P. 2001.'),
        ("{{cite thesis|title=T|last=A|degree=PhD|publisher=U|date=2001}}", "A (2001). T (PhD thesis). U."),
        (
            "{{cite encyclopedia|last=A|title=Entry|encyclopedia=E|editor=Ed|date=2001}}",
            'A (2001). "Entry". In Ed (ed.). E.',
        ),
        ("{{cite web|title=T|url=http://x.y/|via=Site|quote=Words!}}", '"T" – via Site. "Words!"'),
        ("{{cite web|title=T|trans-title=U|format=PDF|postscript=none}}", '"T" [U] (PDF)'),
        ("{{cite web|author=A|author2=B|author3=C|display-authors=1|title=T}}", 'A; et al. "T".'),
        ("{{citation|last=A|title=T|year=2001|publisher=P}}", "A (2001), T, P"),
        ("{{cite web}}", ""),
    ],
)
def test_words_of_citations(call: str, shown: str) -> None:
    rendered = render_words(Call(call).name, Call(call))
    assert rendered is not None
    text = plain(rendered.replace("&nbsp;", " ").replace("&#91;", "⟦").replace("&#93;", "⟧"))
    assert text.replace("⟦", "[").replace("⟧", "]") == shown


def test_links_of_citations() -> None:
    call = Call(
        "{{cite web|title=A [[b|c]]|url=https://a.example|archive-url=https://web.archive.org/1|archive-date=2001}}"
    )
    assert render_words(call.name, call) == (
        '[https://web.archive.org/1 "A c"]. Archived from [https://a.example the original] on 2001.'
    )


@pytest.mark.parametrize(
    "parameters",
    [
        "vauthors=" + "((" * 20_000,
        "vauthors=" + "Doe J, " * 20_000,
        "author=" + "et al " * 20_000,
        "author=" + "[[" * 20_000,
        "date=" + "1 May " * 20_000,
        "url=" + "http:" * 20_000,
        "|".join(f"last{number}=A" for number in range(5_000)),
    ],
)
def test_hostile_values_end_soon(parameters: str) -> None:
    given = tuple(
        TemplateArgument(name=name, is_positional=False, wikitext=value, text=value, span=Span(0, 0))
        for name, _, value in (part.partition("=") for part in parameters.split("|"))
    )
    call = Call("{{cite web}}")
    call.arguments = lambda: given  # type: ignore[method-assign]
    start = time.process_time()
    assert citation_of(Template(name="Cite web", span=Span(0, 0), _content=call)) is not None
    assert time.process_time() - start < 1
