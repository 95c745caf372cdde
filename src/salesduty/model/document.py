"""One file: the entities that stand in it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department
from salesduty.model.kpi import Kpi
from salesduty.model.part import Part, about
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.model.separation import Separation
from salesduty.model.vocabulary import Alias, Area, Profile, Region, Term, Verb


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, (dict, str)) else value


_Posts = Annotated[tuple[Post, ...], BeforeValidator(_one_or_many)]
_Processes = Annotated[tuple[Process, ...], BeforeValidator(_one_or_many)]
_Kpis = Annotated[tuple[Kpi, ...], BeforeValidator(_one_or_many)]


class Document(Part, title="一个文件"):
    """What one YAML file may hold. The singular keys take one entity, the plural ones a list."""

    department: Department | None = about("部门", "部门本身；有它的文件夹就是一个部门。", default=None)
    appraisal: Appraisal | None = about("考核方案", "部门的绩效考核方案。", default=None)
    post: _Posts = about("岗位", "一个岗位。", default=())
    posts: _Posts = about("岗位清单", "多个岗位。", default=())
    process: _Processes = about("流程", "一个流程。", default=())
    processes: _Processes = about("流程清单", "多个流程。", default=())
    kpi: _Kpis = about("指标", "一个绩效指标。", default=())
    kpis: _Kpis = about("指标清单", "多个绩效指标。", default=())
    areas: tuple[Area, ...] = about("领域清单", "职责领域：补充或改写自带的分类。", default=())
    glossary: tuple[Term, ...] = about("词汇表", "词条：补充或改写自带的词汇。", default=())
    verbs: tuple[Verb, ...] = about("动词表", "动词组：补充或改写自带的动词。", default=())
    regions: tuple[Region, ...] = about("区域表", "区域及其包含的区域。", default=())
    aliases: tuple[Alias, ...] = about("别名表", "部门以外的人和单位的其他叫法。", default=())
    profiles: tuple[Profile, ...] = about("部门类型清单", "部门类型和各自的必备领域。", default=())

    segregation: tuple[Separation, ...] = about("不相容职务表", "不能由同一个岗位承担的事：补充或改写自带的。", default=())

    @property
    def says_words(self) -> bool:
        """Whether the file holds anything that the analysis reads by."""
        words = (self.areas, self.glossary, self.verbs, self.regions, self.aliases, self.profiles, self.segregation)
        return any(words)

    @property
    def names_somebody(self) -> bool:
        """Whether the file belongs to a department, not only to the words that duties are read by."""
        own = (self.department, self.appraisal, self.post, self.posts, self.process, self.processes, self.kpi, self.kpis)
        return any(own) or not self.says_words
