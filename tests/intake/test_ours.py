"""Word and Excel files that salesduty made come back as what they were made from, with what people changed in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from salesduty.intake.ours import ours
from salesduty.intake.ours.values import limit, scope, value
from salesduty.model.document import Document
from salesduty.model.duty import Duty
from salesduty.model.part import Part
from salesduty.results.draft import Draft
from salesduty.text.amounts import in_words
from salesduty.toolkit.import_to import import_to
from salesduty.toolkit.load import load
from salesduty.toolkit.render import render
from salesduty.views import naming
from salesduty.workspace.entities import Department, Workspace

ROLES = Path(__file__).parents[2] / "roles"
DEPARTMENTS = ("general", "kpi-led")


@cache
def workspace() -> Workspace:
    return load(ROLES)


def department(name: str) -> Department:
    return next(each for each in workspace().departments if each.id == name)


@cache
def rendered(name: str, document: str, format: str) -> tuple[bytes, ...]:
    return tuple(each.data for each in render(ROLES / name, document=document, format=format))


@cache
def back(data: bytes, kind: str = "docx") -> Draft:
    found = ours(data, kind, f"文件.{kind}")
    assert found is not None
    return found


def plain(part: Any) -> Any:
    if isinstance(part, Part):
        return {name: plain(getattr(part, name)) for name in type(part).model_fields}
    if isinstance(part, Enum):
        return part.value
    return [plain(each) for each in part] if isinstance(part, tuple) else part


def fields(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """All that is said, by its path; things by their ids where they have one."""
    if isinstance(data, dict):
        for key, each in data.items():
            yield from fields(each, f"{path}/{key}")
    elif isinstance(data, list):
        for number, each in enumerate(data, 1):
            name = (each.get("id") or each.get("ref")) if isinstance(each, dict) else None
            yield from fields(each, f"{path}/{name or number}")
    elif data not in (None, ""):
        yield path, data


def said(data: Any, home: Department) -> dict[str, Any]:
    """What data of a YAML file says: KPIs of posts with their definitions, names for ids, amounts as they are printed."""
    document = Document.model_validate(data)
    defined = {key: plain(each) for each in document.kpis for key in (each.id, each.name) if key}
    names = {each.value.id: each.value.name for each in home.posts} | {each.id: each.name for each in home.spec.systems}
    posts = []
    for post in document.posts:
        carried = [(each, defined.get(each.ref, {})) for each in post.kpis]
        merged = [{**other, **{k: v for k, v in plain(each).items() if v not in (None, [])}} for each, other in carried]
        for each, other in zip(merged, (other for _, other in carried), strict=True):
            # A post may call its KPI by id or name.
            each["ref"] = each["id"] = each.get("name") or other.get("name")
        posts.append({**plain(post), "kpis": merged})
    whole = {"department": plain(document.department), "posts": sorted(posts, key=lambda each: str(each["id"]))}
    whole["processes"] = [plain(each) for each in document.processes]
    whole["appraisal"] = plain(document.appraisal)
    # What looks like an id of a post or system may be its name as well; both mean the same.
    return {
        path: _same(path, each, names, home)
        for path, each in fields(whole)
        if not path.startswith("/posts/") or not path.endswith("/id")
    }


def _same(path: str, words: Any, names: dict[str | None, str], home: Department) -> Any:
    if path.endswith(("/amount", "/limit")):
        return in_words(words)
    if path.endswith("/party"):
        return naming.party(home, words)
    return names.get(words, words) if isinstance(words, str) else words


@cache
def written(name: str) -> dict[str, Any]:
    """All that the department says in its files."""
    return _written(department(name))


def _written(home: Department) -> dict[str, Any]:
    data = {
        "department": plain(home.spec),
        "posts": [plain(each.value) for each in home.posts],
        "processes": [plain(each.value) for each in home.processes],
        "kpis": [plain(each.value) for each in home.kpis],
    }
    if home.appraisals:
        data["appraisal"] = plain(home.appraisals[0].value)
    return said(_again(data), home)


def _again(data: Any) -> Any:
    """Data as it could stand in a file: without what says nothing."""
    if isinstance(data, dict):
        return {key.rstrip("_"): _again(each) for key, each in data.items() if each not in (None, [], {})}
    return [_again(each) for each in data] if isinstance(data, list) else data


def lost(name: str, data: Any, leave: Callable[[str], bool]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of the department did not come back as it is, besides what to `leave`, and what came back that it does not say."""
    expected, found = written(name), said(data, department(name))
    missing = {path: each for path, each in expected.items() if found.get(path) != each and not leave(path)}
    invented = {path: each for path, each in found.items() if path not in expected and not leave(path)}
    return missing, invented


def test_a_handbook_is_written_as_the_files_it_was_made_from(tmp_path: Path) -> None:
    (data,) = rendered("general", "handbook", "docx")
    (tmp_path / "手册.docx").write_bytes(data)
    import_to([tmp_path / "手册.docx"], tmp_path / "roles")
    (home,) = load(tmp_path / "roles").departments
    profile = {"/department/profile": "通用"}
    assert _written(home) == written("general") | profile


# A handbook prints the kind of department by its name, numbering by using it, and waivers nowhere.
_NOT_IN_HANDBOOKS = ("/department/profile", "/department/numbering", "/department/waivers")
# A register has duties, posts, KPIs, steps, authorities, processes and functions, and of the department its name.
_IN_REGISTERS = ("/posts/", "/processes/", "/department/functions/", "/department/name", "/department/id")


@pytest.mark.parametrize("name", DEPARTMENTS)
def test_a_handbook_says_all_of_its_department(name: str) -> None:
    (data,) = rendered(name, "handbook", "docx")
    exact = back(data).exact
    assert lost(name, exact, lambda path: path.startswith(_NOT_IN_HANDBOOKS)) == ({}, {})


@pytest.mark.parametrize("name", DEPARTMENTS)
def test_a_register_says_all_of_what_it_lists(name: str) -> None:
    (data,) = rendered(name, "register", "xlsx")
    exact = back(data, "xlsx").exact
    assert lost(name, exact, lambda path: not path.startswith(_IN_REGISTERS)) == ({}, {})


def edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """The package with another text in its main part."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, change(part.decode()) if name == "word/document.xml" else part)
    return stream.getvalue()


def duties(data: bytes, post: str) -> list[Any]:
    exact = back(data).exact
    assert exact is not None
    return next(each for each in exact["posts"] if each["id"] == post)["duties"]


def test_a_document_of_a_post_says_all_of_the_post_in_names() -> None:
    whole = [each for data in rendered("general", "post", "docx") for each in (back(data).exact or {})["posts"]]
    data = {"posts": whole, "kpis": [], "department": {"id": "general", "name": "销售部"}}
    found = {path: each for path, each in said(data, department("general")).items() if "/kpis/" not in path}
    expected = {path: each for path, each in written("general").items() if path.startswith("/posts/") and "/kpis/" not in path}
    home = department("general")
    spoken = {each.value.name for each in home.posts}
    kpis = {each.value.id: each.value.name for each in home.kpis}
    assert {path for path in expected if path not in found} == set()
    assert {
        path: (each, found[path])
        for path, each in expected.items()
        if found[path] != each and found[path] not in spoken and kpis.get(each) != found[path]
    } == {}


def test_what_a_person_changed_comes_back_changed() -> None:
    (data,) = rendered("general", "handbook", "docx")
    before = duties(data, "sales-supervisor")
    text = before[0]["duties"][1]["text"]
    after = duties(edited(data, lambda xml: xml.replace(text, "带领小组完成月度销售额、毛利与回款任务")), "sales-supervisor")
    expected = [*before]
    expected[0] = {**before[0], "duties": [*before[0]["duties"]]}
    expected[0]["duties"][1] = {"text": "带领小组完成月度销售额、毛利与回款任务"}
    assert after == expected


def test_a_duty_put_in_without_a_tag_lies_where_its_number_says() -> None:
    (data,) = rendered("general", "handbook", "docx")
    before = duties(data, "sales-supervisor")
    text = before[0]["duties"][1]["text"]

    def put_in(xml: str) -> str:
        begin = xml.rindex("<w:p>", 0, xml.index(text))
        end = xml.index("</w:p>", begin) + len("</w:p>")
        paragraph = xml[begin:end]
        properties = paragraph[: paragraph.index("</w:pPr>") + len("</w:pPr>")]
        return f"{xml[:end]}{properties}<w:r><w:t>新人培训：每月培训一次新人</w:t></w:r></w:p>{xml[end:]}"

    after = duties(edited(data, put_in), "sales-supervisor")
    expected = [{**before[0], "duties": [*before[0]["duties"]]}, *before[1:]]
    expected[0]["duties"].insert(2, {"title": "新人培训", "text": "每月培训一次新人"})
    assert after == expected


def test_a_duty_taken_out_is_gone_with_what_is_said_of_it() -> None:
    (data,) = rendered("general", "handbook", "docx")
    before = duties(data, "sales-supervisor")
    text = before[1]["duties"][2]["text"]

    def take_out(xml: str) -> str:
        begin = xml.rindex("<w:p>", 0, xml.index(text))
        end = xml.index("</w:p>", xml.index("</w:p>", begin) + 1) + len("</w:p>")
        return xml[:begin] + xml[end:]

    expected = [before[0], {**before[1], "duties": before[1]["duties"][:2]}, *before[2:]]
    assert duties(edited(data, take_out), "sales-supervisor") == expected


def test_words_written_behind_a_control_belong_to_it() -> None:
    (data,) = rendered("general", "handbook", "docx")
    text = duties(data, "sales-supervisor")[0]["duties"][1]["text"]

    def go_on(xml: str) -> str:
        end = xml.index("</w:sdt>", xml.index(text)) + len("</w:sdt>")
        return f"{xml[:end]}<w:r><w:t>，逐周公布</w:t></w:r>{xml[end:]}"

    assert duties(edited(data, go_on), "sales-supervisor")[0]["duties"][1]["text"] == f"{text}，逐周公布"


def test_rows_put_into_a_register_belong_below_the_row_above() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (data,) = rendered("general", "register", "xlsx")
    before = back(data, "xlsx").exact
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["职责"]
    titles = [cell.value for cell in sheet[3]]
    row = next(
        each[0].row
        for each in sheet.iter_rows(min_row=4)
        if str(each[titles.index("地址")].value).endswith("task-and-progress/#2")
    )
    sheet[row][titles.index("内容")].value = "改过的职责"
    sheet.insert_rows(row + 1)
    sheet.cell(row + 1, titles.index("内容") + 1, "新加的职责")
    sheet.cell(row + 1, titles.index("频次") + 1, "每周")
    sheet.delete_rows(row + 2)
    stream = BytesIO()
    book.save(stream)
    after = back(stream.getvalue(), "xlsx").exact
    assert before is not None
    assert after is not None
    before = deepcopy(before)
    post = next(each for each in before["posts"] if each["id"] == "sales-supervisor")
    post["duties"][0]["duties"][1:3] = [{"text": "改过的职责"}, {"text": "新加的职责", "cadence": "weekly"}]
    assert after == before


def test_what_another_program_or_person_made_is_not_ours() -> None:
    (data,) = rendered("general", "handbook", "docx")
    assert ours(data, "txt", "a.txt") is None
    assert ours(edited(data, lambda xml: xml.replace("<w:tag ", "<w:alias ")), "docx", "a.docx") is None


def test_every_character_is_said_or_left_out() -> None:
    (data,) = rendered("general", "handbook", "docx")
    found = back(data)
    assert {each.reason for each in found.left_out} <= {"generated", "contents", "page"}
    assert len(found.posts) == 5
    assert found.size > sum(len(each.text) for each in found.left_out)


@pytest.mark.parametrize("text", ["<500000", "<=2000", ">30000", ">=50000", "3000..20000", "*", "<15000", "≥100000000"])
def test_amounts_come_back_from_how_they_are_printed(text: str) -> None:
    assert in_words(limit(in_words(text))) == in_words(text)


def test_a_scope_comes_back_from_how_it_is_printed() -> None:
    assert scope("区域 南区、北区，产品 不限，金额 50 万元以下（不含）") == {
        "region": ["南区", "北区"],
        "product": ["*"],
        "amount": "<500000",
    }


@pytest.mark.parametrize(
    ("printed", "cadence"),
    [("每周", "weekly"), ("每2周", "P2W"), ("每1年6个月", "P1Y6M"), ("每90分钟", "PT90M"), ("不定", "不定")],
)
def test_cadences_come_back_from_how_they_are_printed(printed: str, cadence: str) -> None:
    assert value(Duty, "cadence", [printed], {}) == cadence


@pytest.mark.parametrize(
    "tag", ["general#nothing", "other/sales-supervisor#purpose", "general//#text", "general/kpis#name", "#", "general/x#skills/1"]
)
def test_a_tag_about_something_that_there_is_not_says_nothing_and_hides_nothing(tag: str) -> None:
    (data,) = rendered("general", "handbook", "docx")
    text = duties(data, "sales-supervisor")[0]["duties"][1]["text"]
    found = back(
        edited(data, lambda xml: xml.replace('w:val="general/sales-supervisor/task-and-progress/#2#text"', f'w:val="{tag}"'))
    )
    assert found.exact is not None
    assert text in [
        each["text"]
        for post in found.exact["posts"]
        for duty in post["duties"]
        for each in duty.get("duties", ())
        if "text" in each
    ]


def test_a_function_put_in_without_a_tag_has_a_name() -> None:
    (data,) = rendered("general", "handbook", "docx")
    exact = back(edited(data, lambda xml: xml.replace('w:val="general/functions/#11#name"', 'w:val=""'))).exact
    assert exact is not None
    assert exact["department"]["functions"][-1] == {"name": "样品与销售物料管理"}
