"""What is asked of a person and what he does, told apart where a section says of itself that it has one and has the other."""

from __future__ import annotations

import re

from salesduty.intake.building.parts import DutyPart, PostPart
from salesduty.intake.building.qualifications import kind
from salesduty.intake.building.signs import begins_with_act
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.noise import Put

_SCHOOLED = re.compile(r"学历|毕业|周岁|年以上.{0,12}经验|工作经验|从业经验|相关经验|优先|者优先")
_ASKED = re.compile(
    r"良好|较强|优秀|具有|具备|能|熟悉|熟练|精通|掌握|了解|有|性格|责任心|个人|踏实|吃苦|积极进取|思维|思路|形象|气质|男|女|年龄|身体|\d|[一二三四五六七八九十]年|"
    r"本科|大专|专科|中专|高中|硕士|学历|要求"
)
_SHORT = 8
_FEWEST = 2
_MOST = 0.8


def sort_items(post: PostPart, lexicon: Lexicon) -> list[Put]:
    """Move what stands in the wrong list of a post, and return what is put aside by that.

    A description of a post that asks for schooling or experience amid its duties has its requirements there, when no section of
    their own has them; a list of requirements nearly all of which are acts has the duties of a post without any.
    """
    if not any(len(each) > _SHORT for _, each in post.qualifications):
        return _requirements_out(post, lexicon)
    if not post.duties and len(post.qualifications) >= _FEWEST:
        _duties_out(post)
    return []


def _requirements_out(post: PostPart, lexicon: Lexicon) -> list[Put]:
    leaves = [each for each in post.duties if not each.children]
    schooled = [each for each in leaves if _asks(each) and _SCHOOLED.search(each.text.text)]
    if not schooled or len(schooled) == len(post.duties):
        return []
    asked = [each for each in leaves if _asks(each)]
    if len(asked) == len(post.duties):
        return []
    chosen = {id(each) for each in asked}
    post.duties = [each for each in post.duties if id(each) not in chosen]
    post.qualifications += [(kind(each.text.text, lexicon), each.text) for each in asked]
    return [Put(each.mark, "numbering") for each in asked if each.mark.text]


def _asks(duty: DutyPart) -> bool:
    text = plain(duty.text.text).strip()
    return not begins_with_act(text) and (_ASKED.match(text) is not None or _SCHOOLED.search(text[:_SHORT]) is not None)


def _is_done(text: str) -> bool:
    return begins_with_act(text) and not _SCHOOLED.search(text) and not _ASKED.match(plain(text))


def _duties_out(post: PostPart) -> None:
    long = [each for _, each in post.qualifications if len(each) > _SHORT]
    does = [_is_done(each.text) for each in long]
    first = does.index(False) if False in does else len(does)
    acts = [each for each, act in zip(long, does, strict=True) if act]
    if len(long) < _FEWEST or len(acts) < _MOST * len(long):
        if first < _FEWEST or len(acts) > first:
            return
        acts = long[:first]
    chosen = {id(each) for each in acts}
    post.duties = [DutyPart(each) for each in acts]
    post.qualifications = [(key, each) for key, each in post.qualifications if id(each) not in chosen]
