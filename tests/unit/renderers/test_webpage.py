"""What every web page is made with: colours that can be read, and a policy that names what may run."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256

import pytest

from salesduty.disk.packaged import stationery
from salesduty.renderers.site.scripts import embedded, scripts
from salesduty.renderers.webpage import legible, policy, style

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


@pytest.mark.parametrize(
    ("colour", "ground", "towards", "moved"),
    [
        ("8A1F11", _WHITE, 0, "8A1F11"),
        ("000000", _WHITE, 0, "000000"),
        ("FFD700", _WHITE, 0, "806C00"),
        ("FFFFFF", _WHITE, 0, "737373"),
        ("8A1F11", _BLACK, 255, "AD6258"),
        ("FFD700", _BLACK, 255, "FFD700"),
    ],
)
def test_a_colour_is_moved_until_it_can_be_read(colour: str, ground: tuple[int, int, int], towards: int, moved: str) -> None:
    assert legible(colour, ground, towards=towards) == moved


def test_a_policy_names_the_hashes_of_what_may_work() -> None:
    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert policy(("a",)) == f"default-src 'none'; style-src {digest('a')}; img-src data:; base-uri 'none'; form-action 'none'"
    assert policy(("a",), ("b", "字")).endswith(f"; script-src {digest('b')} {digest('字')}")


def test_scripts_and_styles_cannot_end_their_own_element() -> None:
    for text in (
        *scripts(stationery(), "site/common.js", "site/page.js", "site/index.js"),
        style(stationery(), ("html/style.css", "site/site.css", "site/page.css", "site/index.css")),
    ):
        assert "</" not in text
        assert "<!--" not in text
        assert "innerHTML" not in text


def test_data_cannot_end_its_element_either() -> None:
    data = ["</script><!--<script>&\u2028\u2029", "字"]
    text = embedded(data)
    assert not {"<", ">", "&", "\u2028", "\u2029"} & {*text}
    assert "字" in text
    assert json.loads(text) == data
