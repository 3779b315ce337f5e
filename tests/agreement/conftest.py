"""The real MediaWiki that tells the facts of many texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.agreement.batch import BatchOracle, batch_oracle
from tests.agreement.oracle import install
from tests.mediawiki.wiki import Wiki


@pytest.fixture(scope="module")
def oracle(own_wiki: Wiki) -> Iterator[BatchOracle]:
    install(own_wiki.folder)
    with batch_oracle(own_wiki) as started:
        yield started
