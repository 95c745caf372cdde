"""A report that was put away comes back as it was."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from salesduty.results.finding import Finding, Related, Report, Scope, Severity
from salesduty.results.place import Place, Span
from salesduty.results.repair import Add, MoveLast, Put, Repair, Retype, Substitute
from salesduty.results.stored import restored, stored
from salesduty.results.wording import Text

words = st.text(max_size=8)
numbers = st.integers(0, 10**6)
texts = st.builds(Text, words, words)
spans = st.builds(Span, numbers, numbers, numbers, numbers)
places = st.builds(Place, words, st.lists(st.one_of(words, numbers), max_size=3).map(tuple), st.booleans())
steps = st.one_of(
    st.builds(Substitute, places, numbers, numbers, words),
    st.builds(Put, places, words),
    st.builds(Add, places, words, words),
    st.builds(MoveLast, places),
    st.builds(Retype, places, numbers, numbers, words),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.floats(allow_nan=False, allow_infinity=False), words, texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.lists(inner, max_size=2).map(tuple), st.dictionaries(words, inner, max_size=2)
    ),
    max_leaves=5,
)
findings = st.builds(
    Finding,
    words,
    words,
    st.sampled_from(Severity),
    texts,
    texts,
    words,
    spans,
    words,
    words,
    st.lists(st.builds(Related, words, spans, words, texts), max_size=2).map(tuple),
    st.dictionaries(words, values, max_size=3),
    words,
    numbers,
    st.one_of(st.none(), st.builds(Repair, texts, st.lists(steps, max_size=2).map(tuple), st.booleans())),
    words,
)
scopes = st.builds(
    lambda files, rules, whole, unread, lacking: Scope(files, rules, whole=whole, unread=unread, lacking=lacking),
    st.frozensets(words, max_size=2),
    st.frozensets(words, max_size=2),
    st.booleans(),
    st.lists(words, max_size=2).map(tuple),
    st.booleans(),
)


@given(st.builds(Report, st.lists(findings, max_size=3).map(tuple), numbers, numbers, numbers, st.none() | scopes))
def test_what_comes_back_is_what_went_in(report: Report) -> None:
    back = restored(json.loads(json.dumps(stored(report), ensure_ascii=False)))
    assert back == report
    assert back.scope == report.scope
    assert [each.fingerprint for each in back.findings] == [each.fingerprint for each in report.findings]
