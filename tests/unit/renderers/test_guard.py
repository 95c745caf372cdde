"""Templates of strangers: each way out of the sandbox, and each way to eat time or memory with one expression."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError, TemplateNotFound

from opened.papers import papers
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import RENDERERS
from salesduty.renderers.engine import engine
from salesduty.renderers.guard import Guarded
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates

_REFUSED = (TemplateError, OverflowError, SyntaxError, RecursionError)
_ATTACKS = (
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ [1, 2] * 10**8 }}",
    "{{ ('a' * 999999) + ('a' * 999999) }}",
    "{{ ('a' * 999999) ~ ('a' * 999999) }}",
    "{{ 10 ** 10 ** 10 ** 10 ** 10 }}",
    "{{ 2 ** 100000 }}",
    "{{ 9 ** 1200 * 9 ** 1200 }}",
    "{% for i in range(10**9) %}x{% endfor %}",
    "{{ range(10**9) | list }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%*d' % (999999999, 1) }}",
    "{{ 'a' | center(10**9) }}",
    "{{ 'a'.center(10**9) }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'a'.zfill(10**9) }}",
    "{{ 'a\t'.expandtabs(10**9) }}",
    "{{ 'a'.join(['b' * 999999, 'b' * 999999]) }}",
    "{{ 'a'.replace('a', 'b' * 999999) }}",
    "{{ ('a' * 999999) | replace('a', 'b' * 999999) }}",
    "{{ range(99999) | join('x' * 99999) }}",
    "{{ [1] | batch(10**9, 0) | list }}",
    "{{ [1] | slice(10**9) | list }}",
    "{{ 1.5 | round(10**9, 'ceil') }}",
    "{{ 'a' | indent(10**9) }}",
    "{{ '%s' | format('a' * 10) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "{{ {'a': 1} | xmlattr }}",
    "{{ lipsum(10**6) }}",
    "{{ cycler('a') }}",
    "{{ namespace(a=1) }}",
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ [''] | map(attribute='__class__') | first }}",
    "{{ [''] | map('attr', '__class__') | list }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__self__ }}",
    "{{ [1].append(2) }}",
    "{{ {'a': 1}.update({}) }}",
    "{{ 'a' | safe }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for a in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% for i in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    "{{ nobody }}",
)


@pytest.mark.parametrize("template", _ATTACKS, ids=lambda template: template[:60])
def test_nothing_grows_without_end_and_nothing_leads_out(template: str) -> None:
    with pytest.raises(_REFUSED):
        Guarded().from_string(template).render()


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "html/../../../x", "C:\\x"])
@pytest.mark.parametrize("tag", ["include '{}'", "extends '{}'", "import '{}' as x", "from '{}' import x"])
def test_only_templates_of_the_set_are_read(tag: str, name: str) -> None:
    templates = Templates({"t": "{% " + tag.format(name.replace("\\", "\\\\")) + " %}"}, frozenset(("t",)))
    with pytest.raises(TemplateNotFound):
        engine(templates).get_template("t").render()


def test_what_templates_need_is_there() -> None:
    template = (
        "{{ 'a' ~ 1 ~ '<' }} {{ 2 * 3 + 1 }} {{ 'ab' * 2 }} {{ 7 % 4 }} {{ 'x'.upper() }} {{ ['b', 'a'] | sort | join('、') }} "
        "{{ [1, 2] | length }} {{ 'abc' | replace('b', '') }} {{ {'a': 1}.items() | list | length }} {{ 2.5 | round(1) }}"
    )
    assert Guarded().from_string(template).render() == "a1&lt; 7 abab 3 X a、b 2 ac 1 2.5"


@pytest.mark.parametrize("format", sorted({*RENDERERS} - {"pdf"}))
def test_the_built_in_templates_make_the_same_under_guard(format: str) -> None:
    used = stationery()
    guarded = Stationery(Templates(used.templates.sources, frozenset(used.templates.sources)))
    for paper in papers():
        assert RENDERERS[format](paper, guarded) == RENDERERS[format](paper, used)
