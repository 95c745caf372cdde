"""What is taken away from roles/, or copied in it, is noticed no less often than was recorded.

record.json holds what was really reached, with the target beside it. After a change for the better:
python tests/accuracy/mutations.py --record
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from accuracy import mutations
from accuracy.mutations import Copy, Deletion, Mutant, Roles

FOLDERS = mutations.FOLDERS
FEWEST = 60


@pytest.fixture(params=FOLDERS)
def roles(request: pytest.FixtureRequest) -> Roles:
    return mutations.roles(request.param)


def test_deletions_are_noticed_no_less_than_recorded() -> None:
    found = [each for folder in FOLDERS for each in mutations.deletions(mutations.roles(folder))]
    assert_no_worse("deletion", found)
    assert_no_worse("thorough deletion", [each.thorough for each in found])


def test_copies_are_noticed_no_less_than_recorded() -> None:
    wanted = mutations.rewordings()
    assert_no_worse("copying", [each for folder in FOLDERS for each in mutations.copies(mutations.roles(folder), wanted)])


def test_light_copies_are_noticed_no_less_than_recorded() -> None:
    wanted = mutations.light_rewordings()
    found = [each for folder in FOLDERS for each in mutations.copies(mutations.roles(folder), wanted)]
    assert_no_worse("copying, lightly reworded", found)


def test_unmutated_roles_give_no_more_findings_than_recorded() -> None:
    found = [each for folder in FOLDERS for each in mutations.unmutated(mutations.roles(folder))]
    assert len(found) <= recorded("unmutated"), "\n".join(found)


def test_every_department_has_rewordings() -> None:
    wanted = mutations.rewordings()
    assert len(wanted) >= FEWEST
    assert len({each.duty for each in wanted}) == len(wanted)
    assert {each.duty.split("/")[0] for each in wanted} == {mutations.roles(folder).department.id for folder in FOLDERS}


def test_rewordings_are_of_what_roles_say(roles: Roles) -> None:
    wanted = [each for each in mutations.rewordings() if each.duty.split("/")[0] == roles.department.id]
    assert {each.duty: each.text for each in wanted} == {each.duty: said(roles, each.duty) for each in wanted}


def test_writing_a_file_back_changes_no_finding(roles: Roles) -> None:
    again = Mutant(roles)
    again.rewrite()
    assert told(again) == told(roles)


def test_a_need_that_nothing_was_taken_from_is_not_told(roles: Roles) -> None:
    row = roles.checked("GAP").charts[0].rows[0]
    assert mutations.outcome(row, roles.checked("GAP"), frozenset()) == mutations.NOT


def test_a_fall_below_the_record_is_noticed() -> None:
    missed = Copy("sales", "plain, peer", "sales/rep/#1", "催收货款", "商务专员", "追讨欠款", told=False)
    with pytest.raises(AssertionError, match="追讨欠款"):
        assert_no_worse("copying", [missed])


def assert_no_worse(name: str, several: Sequence[Deletion | Copy]) -> None:
    assert mutations.share(several) >= recorded(name), f"{mutations.shown(name, several)}\n{mutations.failed(several)}"


def recorded(name: str) -> float:
    return float(json.loads(mutations.RECORD.read_text(encoding="utf-8"))[name]["reached"])


def said(roles: Roles, duty: str) -> str | None:
    return roles.duties[duty].text or roles.duties[duty].title if duty in roles.duties else None


def told(files: Roles | Mutant) -> set[tuple[str, str, str]]:
    return {(each.code, each.address, each.message.zh) for each in files.checked("GAP", "OVL").report.findings}
