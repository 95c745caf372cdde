"""What a person should decide after an import, in words: for the report, and as comments in the files."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.wording import Text

REMARKS: Mapping[str, Text] = {
    "name-inferred": Text(
        "请确认：原文没有写岗位名称，“{name}”是从正文里取的", "please check: no heading names the post; “{name}” is from the text"
    ),
    "name-missing": Text(
        "请确认：原文没有写岗位名称，暂用文件的名称“{name}”",
        "please check: the document does not name the post; “{name}” is the name of the file",
    ),
    "several-names": Text(
        "请确认：原文的岗位名称是“{words}”；如果是几个岗位，请分成几个文件",
        "please check: the document calls the post “{words}”; if these are several posts, give each a file of its own",
    ),
    "same-name": Text(
        "请确认：原文有几个指标都叫“{words}”，内容不同，后面的加了编号",
        "please check: several KPIs are called “{words}” and differ, so that the later ones have a number",
    ),
    "no-department": Text(
        "请确认：原文没有写部门名称，暂用文件夹的名称“{name}”",
        "please check: the document names no department; “{name}” is the name of the folder",
    ),
    "outside": Text(
        "请确认：{names} 没有岗位文件，先记为“{name}”的外部对象；是本部门岗位的，请补上岗位文件",
        "please check: no document describes {names}, so they are outside parties of “{name}”; if they are posts of the "
        "department, write files for them",
    ),
    "same-post": Text(
        "请确认：{files} 都写了“{name}”，内容不同，都保留了；请合并或改名",
        "please check: “{name}” is described in {files} in different words, and all were kept; merge or rename them",
    ),
    "same-twice": Text(
        "{files} 里的“{name}”一字不差，只写了一份",
        "“{name}” is the same in {files} to the letter, and was written once",
    ),
    "other-value": Text("请确认：{file} 写的“{field}”是：{words}", "please check: {file} says of “{field}”: {words}"),
    "no-field": Text("原文“{field}”：{words}", "the document says of “{field}”: {words}"),
    "not-number": Text(
        "请确认：原文“{field}”写的是“{words}”，不是一个数", "please check: “{field}” is “{words}”, which is no number"
    ),
    "not-choice": Text(
        "请确认：原文“{field}”写的是“{words}”，可以填：{known}",
        "please check: “{field}” is “{words}”; what can stand here is {known}",
    ),
    "not-date": Text("请确认：原文“{field}”写的是“{words}”，不是日期", "please check: “{field}” is “{words}”, which is no date"),
    "weight": Text(
        "请确认：原文权重写的是“{words}”，不能当百分比", "please check: the weight is “{words}”, which is no percentage"
    ),
}
"""By the `kind` of a `Remark`."""
