"""What MediaWiki and this library make of the same wikitext, in one form that can be compared."""
