"""The grammar of templates: a walk over what Jinja2's parser made, a sentence for each part not allowed."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from followup.messages.field_list import BY_NAME, Form
from followup.model.text import shown

DEPTH_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a template is not taken, and the line."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: what it takes, how many texts go in its brackets, and what it does."""

    takes: frozenset[Form]
    words: int
    what: str


FILTERS: Mapping[str, Filter] = {
    "listed": Filter(frozenset({"list", "text"}), 0, "specifics | listed: “A, B and C”"),
    "woven": Filter(
        frozenset({"list", "text"}),
        2,
        "specifics | woven('What stayed with me was', 'What stayed with me'): a sentence that says them, by the first "
        "opening where the words fit into it, else by the second with a colon",
    ),
    "sentence": Filter(frozenset({"text"}), 0, "answer | sentence: capital letter and full stop"),
    "otherwise": Filter(
        frozenset({"text"}),
        1,
        "interview.round | otherwise('interview'): a text for when it is empty",
    ),
}

# --- the walk ---

_REASONS: tuple[tuple[tuple[type[nodes.Node], ...], str], ...] = (
    (
        (nodes.Call, nodes.CallBlock),
        "a template calls nothing; write the field's name without brackets",
    ),
    ((nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat), "a template does not calculate"),
    (
        (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends),
        "a template reads no other file",
    ),
    (
        (nodes.Assign, nodes.AssignBlock, nodes.With, nodes.NSRef),
        "a template sets no values of its own",
    ),
    ((nodes.Macro, nodes.Block), "a template has no parts of its own to define"),
    (
        (nodes.FilterBlock,),
        "a filter stands behind a field, like {{ answer | sentence }}, not around text",
    ),
    ((nodes.Getitem, nodes.Slice), "write a field with a dot, like person.name, not with [ ]"),
    ((nodes.CondExpr,), "write {% if … %} … {% endif %} instead of an “if” inside {{ }}"),
    (
        (nodes.Test,),
        "“is …” is not known here; {% if person.name %} asks whether a field is filled",
    ),
    ((nodes.List, nodes.Tuple, nodes.Dict), "a template has no lists of its own"),
    ((nodes.Const, nodes.TemplateData), "text stands outside of {{ }}, as it is"),
    ((nodes.For,), "there are no loops inside loops or conditions on loops here"),
)


class Walk:
    """One pass over a parsed template: collects refusals and the fields in use."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []
        self.used: set[str] = set()
        self.item: str | None = None

    def refuse(self, node: nodes.Node, message: str) -> None:
        self.refusals.append(Refusal(node.lineno or 1, message))

    def body(self, body: Sequence[nodes.Node], depth: int = 0) -> None:
        for node in body:
            if depth > DEPTH_LIMIT:
                self.refuse(node, "conditions stand too deep inside each other")
                return
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        self.printed(part)
                case nodes.If():
                    self.condition(node.test)
                    self.body(node.body, depth + 1)
                    self.body(node.elif_, depth + 1)
                    self.body(node.else_, depth + 1)
                case nodes.For() if self.item is None:
                    self.loop(node, depth)
                case _:
                    self.unknown(node)

    def loop(self, node: nodes.For, depth: int) -> None:
        if node.recursive or node.test or node.else_:
            self.refuse(node, "a loop is just {% for one in specifics %} … {% endfor %}")
            return
        if not isinstance(node.target, nodes.Name) or node.target.name in _ROOTS:
            self.refuse(node, "a loop needs a name of its own, like {% for one in specifics %}")
            return
        if not (isinstance(node.iter, nodes.Name) and node.iter.name == "specifics"):
            self.refuse(node, "the only list to go over is specifics")
            return
        self.used.add("specifics")
        self.item = node.target.name
        self.body(node.body, depth + 1)
        self.item = None

    def printed(self, node: nodes.Node) -> None:
        match node:
            case nodes.TemplateData():
                return
            case nodes.Filter():
                self.filtered(node)
            case nodes.Name() | nodes.Getattr():
                form = self.field(node)
                if form == "list":
                    self.refuse(
                        node, "this field is a list; write {{ specifics | listed }} or a loop"
                    )
                elif form == "yes or no":
                    self.refuse(node, "this field says yes or no; it stands in {% if … %}")
            case _:
                self.unknown(node)

    def filtered(self, node: nodes.Filter) -> None:
        known = FILTERS.get(node.name)
        if known is None:
            self.refuse(
                node, f"there is no filter “{shown(node.name)}”{_near(node.name, list(FILTERS))}"
            )
            return
        words = node.args
        if (
            node.kwargs
            or node.dyn_args
            or node.dyn_kwargs
            or len(words) != known.words
            or not all(
                isinstance(word, nodes.Const) and isinstance(word.value, str) for word in words
            )
        ):
            self.refuse(node, f"the filter is used like this: {known.what}")
            return
        if not isinstance(node.node, nodes.Name | nodes.Getattr):
            self.refuse(node, "a filter stands behind one field")
            return
        form = self.field(node.node)
        if form and form not in known.takes:
            self.refuse(node, f"the filter “{node.name}” does not take this field ({form})")

    def condition(self, node: nodes.Node, depth: int = 0) -> None:
        if depth > DEPTH_LIMIT:
            self.refuse(node, "the condition is too long")
            return
        match node:
            case nodes.Name() | nodes.Getattr():
                self.field(node)
            case nodes.Not():
                self.condition(node.node, depth + 1)
            case nodes.And() | nodes.Or():
                self.condition(node.left, depth + 1)
                self.condition(node.right, depth + 1)
            case nodes.Compare():
                self.comparison(node)
            case _:
                self.unknown(node)

    def comparison(self, node: nodes.Compare) -> None:
        if not isinstance(node.expr, nodes.Name | nodes.Getattr) or len(node.ops) != 1:
            self.refuse(node, "a comparison is one field against one text or number")
            return
        form = self.field(node.expr)
        operand = node.ops[0]
        value = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
        fits = (form == "number" and type(value) is int and operand.op in _ORDER) or (
            form == "text" and isinstance(value, str) and operand.op in {"eq", "ne"}
        )
        if form and not fits:
            example = "specifics_count > 1" if form == "number" else 'interview.mode == "video"'
            self.refuse(node, f"this comparison does not work here; write it like {example}")

    def field(self, node: nodes.Node) -> Form | None:
        """The form of the documented field that the node names; None when it was refused."""
        parts: list[str] = []
        while isinstance(node, nodes.Getattr):
            parts.insert(0, node.attr)
            node = node.node
        if not isinstance(node, nodes.Name):
            self.unknown(node)
            return None
        parts.insert(0, node.name)
        if node.name == self.item:
            parts[0] = "specific"
        name = ".".join(parts)
        known = BY_NAME.get(name) or (_TIE if name == "specific.tie" else None)
        if known is None:
            self.refuse(node, _no_field(name))
            return None
        self.used.add(known.name)
        return known.form

    def unknown(self, node: nodes.Node) -> None:
        for kinds, reason in _REASONS:
            if isinstance(node, kinds):
                self.refuse(node, reason)
                return
        self.refuse(node, f"“{type(node).__name__.lower()}” is not part of the template language")


_ORDER = frozenset({"eq", "ne", "gt", "gteq", "lt", "lteq"})
_ROOTS = frozenset(name.split(".")[0] for name in BY_NAME) | {"loop", "self"}
_TIE = BY_NAME["tie"]


def _near(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    return f"; did you mean “{near[0]}”?" if near else ""


def _no_field(name: str) -> str:
    inside = [known for known in BY_NAME if known.startswith(f"{name}.")]
    if inside:
        return f"“{shown(name)}” is several fields; write {' or '.join(inside[:3])}"
    short = name[:100]
    return f"there is no field “{shown(short)}”{_near(short, list(BY_NAME))}"
