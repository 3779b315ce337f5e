"""How right this library is, and how fast, measured on real articles. Four commands, and what they are made of:

agreement.py   how far it and other parsers (peers.py) agree with MediaWiki: measure.py asks them all, score.py counts,
               causes.py tells why they differ, floors.py keeps what was reached. It looks at what HTML gives too
               (second_opinion.py, records.py), and at the source (spans.py, source_ranges.py, accounted.py)
speed.py       how long it and others (contestants.py) take for the same facts (facts.py and *_facts.py): worker.py
               times one of them, verify.py sees first that what is timed is right
hostile.py     what hostile texts cost
corpus.py      gets the articles

plot.py draws, progress.py tells how far a run is. What asks a real MediaWiki is in tests/agreement and tests/mediawiki.
"""
