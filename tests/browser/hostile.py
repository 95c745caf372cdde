"""A department of which every text is markup that would like to run."""

from __future__ import annotations

import json
from itertools import cycle
from typing import Any

MARKUP = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    '"onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</style><style>body{display:none}</style>",
    "]]><svg onload=alert(1)>",
    "\u2028alert(1)\u2029//",
    "{{ 7*7 }}<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "&lt;script&gt;&#60;b&#62;",
)


def _department() -> dict[str, Any]:
    texts = cycle(MARKUP)

    def duty(number: int) -> dict[str, Any]:
        return {"title": f"{next(texts)} {number}", "text": next(texts), "outputs": [next(texts)], "to": ["另一岗"]}

    def post(number: int, **more: Any) -> dict[str, Any]:
        return {
            "id": f'{MARKUP[number % 3]}"><b>{number}',
            "name": f"{next(texts)} 岗 {number}",
            "purpose": next(texts),
            "duties": [duty(each) for each in range(5)],
            "kpis": [{"name": next(texts), "weight": 100, "target": next(texts)}],
            **more,
        }

    return {
        "department": {
            "id": "</script><i>",
            "name": "</script><script>alert(1)</script>部",
            "company": '"><script>alert(2)</script>',
            "purpose": next(texts),
            "functions": [{"name": f"{text} 职能", "text": text} for text in MARKUP],
            "outside": [next(texts)],
        },
        "posts": [post(0, aliases=["另一岗"]), *(post(number, reports_to="另一岗") for number in range(1, 4))],
        "process": {"name": next(texts), "steps": [{"name": next(texts), "accountable": "另一岗", "to": [next(texts)]}]},
    }


HOSTILE = {"hostile/department.yaml": json.dumps(_department(), ensure_ascii=False)}
