from __future__ import annotations

from collections.abc import Callable

import pytest

from salesduty.results.finding import ERROR, Finding
from salesduty.results.place import Span
from salesduty.results.wording import Text

Make = Callable[..., Finding]


@pytest.fixture
def finding() -> Make:
    """A finding with a word that is wrong; what matters to a test is given by name."""

    def make(**given: object) -> Finding:
        usual: dict[str, object] = {
            "code": "REF001",
            "name": "unknown-party",
            "severity": ERROR,
            "message": Text("找不到“销售经里”", "nobody here is called “销售经里”"),
            "fix": Text("改成岗位的名称。", "Use the name of a post."),
            "file": "roles/sales/posts.yaml",
            "span": Span(4, 17, 4, 21),
            "address": "sales/rep",
            "excerpt": "    reports_to: 销售经里",
        }
        return Finding(**{**usual, **given})  # type: ignore[arg-type]

    return make
