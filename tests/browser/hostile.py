"""A data file that attacks whoever looks at it: every text in it, and every id, is an attempt."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any, get_args

import orjson

from followup.exchange.demo import demo_facts
from followup.model.facts import Facts
from followup.model.lossless.codec import encode, from_document
from followup.model.vocabulary import Role
from tests.builders import at

LONG = "x" * 10_000
_REFERENCES = frozenset({"id", "said_by", "interview", "promise", "people", "interviewers"})
_FIXED = frozenset(  # what only certain words may stand in
    {
        "format",
        "preset",
        "route",
        "channel",
        "country",
        "time_zone",
        "kind",
        "mode",
        "state",
        "topic",
        "frame",
    }
    | {"direction", "purpose", "at", "starts_at", "made_at", "until", "on", "back_on", "deadline"}
)


def attacks(canary: str) -> tuple[str, ...]:
    """One for each way in which a text could become more than a text; `canary` is a server that must not be asked."""
    return (
        f"![x]({canary}/p.png)",
        f"<script>fetch('{canary}/s')</script><script>window.hit = 1; alert(1)</script>",
        f"<img src={canary}/i onerror='window.hit=1;alert(2)'><svg onload=alert(3)>",
        r"$\LaTeX$ $$\frac{1}{2}$$",
        ":material/home: :red[x] :tada: :blue-badge[y] :small[z]",
        f"[click](javascript:alert(1)) [a]: {canary}/r <{canary}/l> www.{canary.partition('//')[2]}",
        "=cmd|' /C calc'!A0",
        "{{7*7}} {% for x in y %} ${7*7} #{7*7} %s {0}",
        "\u202eesrever \u2066never closed",
        LONG,
        "a\x00b\x1b[31m\x07c\u2028d\ufeffe",
        "👩🏽\u200d💻 Zürich 東京 Ω\u0301",
        '"><iframe src="' + canary + '/f"></iframe><a href="' + canary + '" ping="' + canary + '">',
        "| a | b |\n|---|---|\n# head\n> quote\n```\ncode\n```\n---",
        f"&lt;b&gt; &#x202e; &amp; <b>bold</b> <link rel=stylesheet href={canary}/c.css>",
        "__proto__ constructor ../../etc/passwd 'OR 1=1--",
    )


def hostile(canary: str, now: str) -> Facts:
    """The demo data, which has every kind of action, with an attack in every text, and ids that are attacks."""
    document = orjson.loads(encode(demo_facts(at(now))))
    document["templates"] = [
        {"id": "t1", "kind": "thank_you", "name": "", "subject": "", "body": "Dear {{ person }},"},
        {"id": "t2", "kind": "status_check", "name": "", "subject": "", "body": ""},
    ]
    document["skips"] = [
        {
            "action": f"linkedin_connect:{document['applications'][1]['id']}:x",
            "at": "",
            "reason": "",
        }
    ]
    document["skips"][0]["at"] = at(now).isoformat()
    texts = cycle(attacks(canary))
    return from_document(_spoilt(document, "", texts))


def _spoilt(value: Any, key: str, texts: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {name: _spoilt(item, name, texts) for name, item in value.items()}
    if isinstance(value, list):
        return [_spoilt(item, key, texts) for item in value]
    if not isinstance(value, str) or key in _FIXED or value in get_args(Role):
        return value
    if key in _REFERENCES:
        return f"{value}<img src=x onerror=alert(4)>:![x](//x/y)"
    if key == "action":
        kind, of, rest = value.split(":", 2)
        return f"{kind}:{_spoilt(of, 'id', texts)}:{rest}"
    text = next(texts)
    # Most addresses are right, so that there is something to hand on.
    return "ann@globex.example" if key == "email" and text[0] not in "=\u202e!" else text
