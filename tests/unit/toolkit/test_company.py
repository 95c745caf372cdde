"""A company's own templates from beginning to end: begun, checked, filled, and refused where they are not to be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from opened import docx, ooxml
from opened.pictures import png
from opened.templates import word
from opened.workspaces import ROLES, SETTINGS, department, departments, roles_of
from salesduty.disk.create import AlreadyThere
from salesduty.disk.find import NotFound
from salesduty.model.choices import Choice
from salesduty.model.part import Part
from salesduty.model.values import CADENCES
from salesduty.results.flaw import BadTemplate, FlawedTemplate
from salesduty.results.limits import Limits
from salesduty.results.missing import MissingPackage
from salesduty.results.theme import Theme
from salesduty.toolkit import company
from salesduty.toolkit.company import CannotTemplate
from salesduty.toolkit.render import Rendered, render
from salesduty.toolkit.starter import start, starting
from salesduty.toolkit.theme import BadTheme
from salesduty.views.filling import FILLED

_TEA = """\
department:
  id: tea
  name: 茶饮部 & <总部>
  purpose: "{{ 7*7 }} {% raw %} {_{ 岗位 }_} {#"
post:
  id: clerk
  name: 店员
  reports_to: 店长
  duties:
    - "{{ 部门.__class__ }} 收款 </w:t> &amp; ]]>"
    - |
      第一行
      第二行
"""
_OUTSIDE = "  outside: [店长]\n"


@pytest.fixture(scope="module")
def starters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the starter of each document."""
    folder = tmp_path_factory.mktemp("starters")
    for document in FILLED:
        start(document, folder / f"{document}.docx")
    return folder


@pytest.fixture
def put(tmp_path: Path) -> Any:
    """Write a template with these paragraphs."""

    def put(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
        path = tmp_path / "company.docx"
        path.write_bytes(word(paragraphs, rows))
        return path

    return put


def _read(data: bytes) -> list[str]:
    """Every paragraph of a Word file that says something."""
    return list(filter(None, map(docx.text_of, docx.opened(data).body.iter(f"{docx.W}p"))))


def _tea(**options: Any) -> tuple[Rendered, ...]:
    source = {"tea/department.yaml": _TEA.replace("post:", _OUTSIDE + "post:")}
    return render(source, settings=SETTINGS, despite_errors=True, **options)


@pytest.mark.parametrize("document", FILLED)
def test_a_starter_has_no_flaws_and_is_the_same_every_time(document: str, starters: Path) -> None:
    path = starters / f"{document}.docx"
    assert company.flaws(company.template(path), document) == ()
    assert path.read_bytes() == starting(document)
    assert ooxml.complaints(docx.opened(path.read_bytes())) == []


def test_a_starter_is_not_written_over_what_is_there(starters: Path) -> None:
    path = starters / "post.docx"
    with pytest.raises(AlreadyThere):
        start("post", path)
    path.write_bytes(b"x")
    start("post", path, force=True)
    assert path.read_bytes() == starting("post")


@pytest.mark.parametrize("document", FILLED)
def test_every_department_comes_out_valid_and_the_same_twice(document: str, starters: Path) -> None:
    options: dict[str, Any] = {"document": document, "template": starters / f"{document}.docx", "settings": SETTINGS}
    done = render(ROLES, **options)
    assert len({file.name.partition("/")[0] for file in done}) == 6
    assert {file.name for file in done} == {file.name for file in render(ROLES, document=document, settings=SETTINGS)}
    assert done == render(ROLES, **options)
    for file in done:
        opened = docx.opened(file.data)
        assert ooxml.complaints(opened) == [], file.name
        text = "\n".join(opened.lines)
        assert "{{" not in text
        assert "{%" not in text
        assert "不会出现在生成的文件里" not in text
        assert [line for line in opened.lines if line.startswith(("：", "；"))] == []


@pytest.mark.parametrize(("name", "number"), departments())
def test_all_text_of_a_department_is_in_the_handbook_of_the_starter(name: str, number: int, starters: Path) -> None:
    known = department(name, number)
    done = render(roles_of(name), template=starters / "handbook.docx", settings=SETTINGS, despite_errors=True)
    data = next(file.data for file in done if file.name.startswith(f"{known.id}/"))
    text = "\n".join(docx.opened(data).lines)
    entities = [known.spec, *(each.value for each in (*known.posts, *known.kpis, *known.processes, *known.appraisals))]
    assert [line for entity in entities for line in _written(entity) if line not in text] == []


def _written(part: Part) -> Iterator[str]:
    """Every sentence that is written in `part`: not ids, names of others, choices and amounts, which are said in words."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        sentence = "Ref" not in str(field.annotation) and name not in ("id", "area", "areas", "profile", "limit", "amount")
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from _written(each)
            elif isinstance(each, str) and not isinstance(each, Choice) and sentence and field.title not in _REFERENCES:
                yield from (line.strip() for line in each.splitlines() if line.strip() not in ("", "*", *CADENCES))


_REFERENCES = frozenset(
    [
        "直接上级",
        "考核人",
        "备岗",
        "来自",
        "接收方",
        "所用权限",
        "共担岗位",
        "衡量指标",
        "所用系统",
        "引用指标",
        "主持岗位",
        "参加对象",
        "系统负责岗位",
        "监测岗位",
        "拟设岗位",
        "接收岗位",
        "决定岗位",
        "执行岗位",
        "审核岗位",
        "协助岗位",
        "知会对象",
        "升级对象",
        "流程负责人",
        "考核岗位",
        "分担岗位",
        "联系对象",
        "职责领域",
        "频次",
        "考核周期",
    ]
)


def test_what_looks_like_a_tag_in_the_model_comes_out_as_text(put: Any) -> None:
    template = put(
        "{{ 部门.部门名称 }}", "{{ 部门.部门使命 }}", "{%p for 职责 in 岗位.岗位职责 %}", "{{ 职责 }}", "{%p endfor %}"
    )
    (done,) = _tea(document="post", template=template)
    assert _read(done.data) == [
        "茶饮部 & <总部>",
        "{{ 7*7 }} {% raw %} {_{ 岗位 }_} {#",
        "{{ 部门.__class__ }} 收款 </w:t> &amp; ]]>",
        "第一行\n第二行",
    ]


def test_braces_that_are_no_tags_can_be_written(put: Any) -> None:
    (done,) = _tea(document="post", template=put("{_{ x }_} {_% y %_} {{ 岗位 }}"))
    assert _read(done.data) == ["{{ x }} {% y %} 店员"]


def test_rows_are_repeated_and_what_a_loop_leaves_empty_is_still_a_table(put: Any) -> None:
    rows = (("{%tr for 职责 in 岗位.岗位职责 %}", ""), ("{{ 职责.序号 }}", "{{ 职责 }}"), ("{%tr endfor %}", ""))
    (done,) = _tea(document="post", template=put("x", rows=rows))
    assert _read(done.data) == ["x", "1.", "{{ 部门.__class__ }} 收款 </w:t> &amp; ]]>", "2.", "第一行\n第二行"]
    empty = (("{%tr for 指标 in 岗位.绩效指标 %}", ""), ("{{ 指标 }}", ""), ("{%tr endfor %}", ""))
    (done,) = _tea(document="post", template=put("x", rows=empty))
    assert _read(done.data) == ["x"]


def test_a_template_with_flaws_is_refused_and_nothing_is_written(put: Any, tmp_path: Path) -> None:
    with pytest.raises(FlawedTemplate) as refused:
        _tea(document="post", template=put("{{ 岗位.名子 }}"), output=tmp_path / "dist")
    assert [flaw.place.zh for flaw in refused.value.flaws] == ["正文第 1 段"]
    assert not (tmp_path / "dist").exists()


def test_nothing_is_written_where_one_of_many_fails(put: Any, tmp_path: Path) -> None:
    template = put("{{ ('a' * 1000000 if 岗位.岗位名称 == '销售助理' else '') ~ 'b' }}")
    with pytest.raises(BadTemplate):
        render(ROLES / "general", document="post", template=template, output=tmp_path / "dist", settings=SETTINGS)
    assert not (tmp_path / "dist").exists()


def test_a_template_that_never_ends_is_stopped(put: Any) -> None:
    found = company.template(put("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}{{ 部门 }}"))
    works = [("x", paper) for paper in _papers()]
    with pytest.raises(BadTemplate, match="seconds"):
        list(company.printed(works, found, "post", "docx", company.ours(), Limits(seconds=2)))


def _papers() -> list[Any]:
    from salesduty.views.filling import filled

    return list(filled("post")(department(*departments()[0])))[:1]


@pytest.mark.parametrize("name", ["company.doc", "company.docm", "company.dotx", "company.pdf", "company"])
def test_only_docx_is_a_word_template(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(word(["x"]))
    with pytest.raises(BadTemplate, match="docx"):
        company.template(tmp_path / name)


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        company.template(tmp_path / "nothing.docx")


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.docx").open("wb") as stream:
        stream.truncate(21 * 2**20)
    with pytest.raises(BadTemplate, match="too big"):
        company.template(tmp_path / "big.docx")


def test_without_docxtpl_it_is_said_what_to_install(put: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.toolkit.company.find_spec", lambda _: None)
    with pytest.raises(MissingPackage) as missing:
        company.template(put("x"))
    assert (missing.value.package, missing.value.extra) == ("docxtpl", "word")


@pytest.mark.parametrize(("document", "format"), [("post", "html"), ("raci", "docx"), ("raci", "xlsx")])
def test_a_word_template_goes_with_docx_and_with_some_documents(document: str, format: str, put: Any) -> None:
    with pytest.raises(CannotTemplate):
        render(ROLES / "general", document=document, format=format, template=put("{{ 部门 }}"), settings=SETTINGS)


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "own"


def test_a_folder_stands_in_for_single_parts(tmp_path: Path) -> None:
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>内部资料 {{ paper.title }}'
        "</w:t></w:r></w:p></w:hdr>"
    )
    files = {"docx/word/header1.xml.jinja": header, "html/style.css": "body { color: #123456 }", ".DS_Store": "x"}
    folder = _folder(tmp_path, **files)
    assert company.flaws(company.template(folder)) == ()
    (done,) = _tea(document="post", template=folder)
    assert "内部资料 店员岗位说明书" in docx.opened(done.data).parts["word/header1.xml"].decode()
    (usual,) = _tea(document="post")
    assert docx.opened(done.data).parts["word/styles.xml"] == docx.opened(usual.data).parts["word/styles.xml"]
    (page,) = _tea(document="post", format="html", template=folder)
    assert b"#123456" in page.data
    (text,) = _tea(document="post", format="md", template=folder)
    assert text.data == _tea(document="post", format="md")[0].data


def test_an_unknown_name_in_a_folder_is_told(tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{"html/styles.css": "x"})
    with pytest.raises(FlawedTemplate) as refused:
        _tea(document="post", format="html", template=folder)
    (flaw,) = refused.value.flaws
    assert flaw.place.zh == "html/styles.css"
    assert "是不是 html/style.css" in flaw.what.zh
    assert company.flaws(company.template(folder)) == (flaw,)


def test_a_folder_without_templates_and_one_with_mistakes(tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{"md/document.md.jinja": "a\n{% if %}\n"})
    (flaw,) = company.flaws(company.template(folder))
    assert (flaw.place.zh, flaw.near) == ("md/document.md.jinja 第 2 行", "{% if %}")
    (tmp_path / "empty").mkdir()
    assert "没有模板" in company.flaws(company.template(tmp_path / "empty"))[0].what.zh


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% include '../../x' %}", "../../x"),
        ("{{ paper.__class__ }}", "unsafe"),
        ("{{ 'a' * 10**9 }}", "longer than"),
        ("{{ nobody }}", "nobody"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
    ],
)
def test_what_goes_wrong_in_a_folder_is_told_with_its_place(template: str, words: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{"md/document.md.jinja": f"一\n{template}"})
    with pytest.raises(BadTemplate) as refused:
        _tea(document="post", format="md", template=folder)
    assert words in refused.value.what.zh
    assert "md/document.md.jinja" in refused.value.what.zh


def test_a_part_from_outside_fetches_nothing(tmp_path: Path) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://example.com/x.dotm" TargetMode="External"/></Relationships>'
    )
    with pytest.raises(BadTemplate, match="fetches"):
        _tea(document="post", template=_folder(tmp_path, **{"docx/word/_rels/document.xml.rels.jinja": rels}))


@pytest.mark.parametrize("name", ["typ/document.typ", "typ/look.typ", "typ/other.typ"])
def test_typst_from_outside_is_refused_unread(tmp_path: Path, name: str) -> None:
    (flaw,) = company.flaws(company.template(_folder(tmp_path, **{name: '#import "@preview/x:0.1.0"'})))
    assert flaw.place.zh == name
    assert "PDF 的模板不能换" in flaw.what.zh
    assert "theme.yaml" in flaw.what.en


def test_a_theme_in_a_folder_is_how_documents_look_unless_another_is_given(tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{"theme.yaml": "颜色: {主色: 1F4E79}\n标志: 图/logo.png\n"})
    (folder / "图").mkdir()
    (folder / "图" / "logo.png").write_bytes(png())
    assert company.flaws(company.template(folder)) == ()
    (page,) = _tea(document="post", format="html", template=folder)
    assert page.data == _tea(document="post", format="html", theme=folder)[0].data
    assert b"1f4e79" in page.data.lower()
    (plain,) = _tea(document="post", format="html", template=folder, theme=Theme())
    assert plain.data == _tea(document="post", format="html")[0].data


def test_a_theme_with_mistakes_in_a_folder_is_told_with_its_place(tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{"theme.yaml": "颜色: {主色: 红}\n", "html/style.css": "x"})
    (flaw,) = company.flaws(company.template(folder))
    assert (flaw.place.zh, "六位十六进制" in flaw.what.zh) == (f"{(folder / 'theme.yaml').as_posix()}:1:10", True)
    with pytest.raises(BadTheme):
        _tea(document="post", format="html", template=folder)
    (folder / "theme.yaml").rename(folder / "thene.yaml")
    assert "是不是 theme.yaml" in company.flaws(company.template(folder))[0].what.zh


def test_links_out_of_a_folder_and_odd_files_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("x", encoding="utf-8")
    folder = _folder(tmp_path, **{"html/style.css": "x"})
    (folder / "html" / "dark.css").symlink_to(secret)
    with pytest.raises(BadTemplate, match="leads out"):
        company.template(folder)
    (folder / "html" / "dark.css").unlink()
    (folder / "md").symlink_to(tmp_path)
    with pytest.raises(BadTemplate, match="leads out"):
        company.template(folder)
    (folder / "md").unlink()
    (folder / "html" / "style.css").write_bytes("样式".encode("gbk"))
    with pytest.raises(BadTemplate, match="UTF-8"):
        company.template(folder)
    (folder / "html" / "style.css").write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(BadTemplate, match="too big"):
        company.template(folder)
    for number in range(201):
        (folder / f"{number}.css").write_text("x", encoding="utf-8")
    with pytest.raises(BadTemplate, match="more than 200"):
        company.template(folder)
