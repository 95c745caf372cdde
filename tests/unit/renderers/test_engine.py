"""The engine of the templates: nothing leaves it, nothing of a text is executed in it."""

from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from salesduty.disk.packaged import templates
from salesduty.renderers.catalogue import RENDERERS
from salesduty.renderers.engine import engine
from salesduty.results.templates import Templates


def _filled(template: str, **values: object) -> str:
    return engine(Templates({"t": template})).get_template("t").render(values)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ text.format.__globals__ }}",
        "{{ things.append(1) }}",
        "{{ '{0.__class__}'.format(text) }}",
        "{{ range(1000000) | list }}",
    ],
)
def test_the_sandbox_holds(template: str) -> None:
    with pytest.raises((SecurityError, UndefinedError, OverflowError)):
        _filled(template, text="x", things=[1])


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "namespace", "dict"])
def test_of_the_globals_only_range_is_left(name: str) -> None:
    with pytest.raises(UndefinedError):
        _filled(f"{{{{ {name}() }}}}")
    assert _filled("{% for each in range(3) %}{{ each }}{% endfor %}") == "012"


def test_a_name_that_nothing_is_called_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _filled("{{ papper }}")


def test_no_file_can_be_reached() -> None:
    with pytest.raises(TemplateNotFound):
        _filled("{% include '/etc/passwd' %}")


def test_text_is_escaped_and_the_template_is_not() -> None:
    assert _filled("<p>{{ text }}</p>", text="<b>&\"'") == "<p>&lt;b&gt;&amp;&#34;&#39;</p>"


def test_another_escape_takes_the_place_of_that_of_xml_and_leaves_numbers_alone() -> None:
    template = Templates({"t": "*{{ text }}*{{ number }}"})
    assert engine(template, escape=str.upper).get_template("t").render(text="<b>", number=3) == "*<B>*3"


def test_an_engine_is_made_once_for_the_same_templates() -> None:
    assert engine(templates()) is engine(templates())
    assert engine(templates()) is not engine(Templates(templates().sources))


def test_every_renderer_is_called_after_the_ending_of_its_files() -> None:
    assert tuple(RENDERERS) == ("docx", "html", "md", "pdf")
