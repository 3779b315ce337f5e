"""Does every span cut out of the source what its record claims?"""

from __future__ import annotations

from collections.abc import Iterator

from icor_scraper.models import Article


def wrong_spans(article: Article) -> Iterator[str]:
    """Spans that do not cut out what they claim to."""
    text = article.wikitext or ""
    for template in article.templates:
        cut = text[slice(*template.span)]
        if not (cut.startswith("{{") and cut.endswith("}}")) or cut != template.wikitext:
            yield f"template at {template.span.start}"
        for argument in template.arguments:
            if text[slice(*argument.span)] != argument.wikitext:
                yield f"argument at {argument.span.start}"
    for reference in article.references:
        for use in reference.uses:
            if use.span is None or not text[slice(*use.span)].lower().startswith(("<ref", "{{")):
                yield f"reference at {use.span}"
    for span in [*(link.span for link in article.wikilinks), *(category.span for category in article.categories)]:
        if span is None or not text[slice(*span)]:
            yield f"link at {span}"
    for section in article.sections[1:]:
        if section.span is None or not text[slice(*section.span)].lower().lstrip(" <!-").startswith(("=", "h", "{")):
            yield f"section at {section.span}"
    for table in article.tables:
        if table.span is None or not text[slice(*table.span)].lower().startswith(("{|", "<table", "{{")):
            yield f"table at {table.span}"
