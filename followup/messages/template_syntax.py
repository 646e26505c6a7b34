"""The grammar of templates: a walk over what Jinja2's parser made, a sentence for each part not allowed."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from followup.messages.field_list import BY_NAME, FieldType
from followup.model.fact import shown

DEPTH_LIMIT = 45
"""Of parts inside each other; more would cost Jinja2's compiler, and no letter needs it."""


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

    takes: frozenset[FieldType]
    words: int
    what: str


# fmt: off
FILTERS: Mapping[str, Filter] = {
    "listed": Filter(frozenset({"list", "text"}), 0, "specifics | listed: “A, B and C”"),
    "woven": Filter(frozenset({"list", "text"}), 2,
                    "specifics | woven('I keep thinking about', ''): a sentence that says them behind the opening"),
    "sentence": Filter(frozenset({"text"}), 0, "answer | sentence: capital letter and full stop"),
    "capital": Filter(frozenset({"text"}), 0, "moment | capital: as it begins a sentence"),
    "otherwise": Filter(frozenset({"text"}), 1,
                        "interview.round | otherwise('interview'): a text for when it is empty"),
}

# Of what is not in the language: the sentence for what people do write. A kind stands for all that is made of it.
_REASONS: Mapping[type[nodes.Node], str] = {
    nodes.Call: "a template calls nothing; write the field's name without brackets",
    nodes.CallBlock: "a template calls nothing; write the field's name without brackets",
    **dict.fromkeys((nodes.BinExpr, nodes.UnaryExpr, nodes.Concat), "a template does not calculate"),
    **dict.fromkeys((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends), "a template reads no other file"),
    **dict.fromkeys((nodes.Assign, nodes.AssignBlock, nodes.With), "a template sets no values of its own"),
    **dict.fromkeys((nodes.Macro, nodes.Block), "a template has no parts of its own to define"),
    nodes.FilterBlock: "a filter stands behind a field, like {{ answer | sentence }}, not around text",
    nodes.Getitem: "write a field with a dot, like person.name, not with [ ]",
    nodes.CondExpr: "write {% if … %} … {% endif %} instead of an “if” inside {{ }}",
    nodes.Test: "“is …” is not known here; {% if person.name %} asks whether a field is filled",
    nodes.Literal: "text stands outside of {{ }}, as it is",
    **dict.fromkeys((nodes.List, nodes.Tuple, nodes.Dict), "a template has no lists of its own"),
    nodes.For: "there are no loops inside loops or conditions on loops here",
}
# fmt: on
_ORDER = frozenset({"eq", "ne", "gt", "gteq", "lt", "lteq"})
_ROOTS = frozenset(name.split(".")[0] for name in BY_NAME) | {"loop", "self"}
_TIE = BY_NAME["tie"]


class Walk:
    """One pass over a parsed template: collects refusals and the fields in use."""

    def __init__(self, template: nodes.Template) -> None:
        self.refusals: list[Refusal] = []
        self.used: set[str] = set()
        self.needed: set[str] = set()  # what is printed whatever holds
        self._inside = 0
        self._item: str | None = None
        if (deep := _too_deep(template)) is None:
            self._body(template.body)
        else:
            self._refuse(deep, "conditions stand too deep inside each other")

    def _refuse(self, node: nodes.Node, message: str) -> None:
        self.refusals.append(Refusal(node.lineno or 1, message))

    def _body(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        self._printed(part)
                case nodes.If():
                    self._condition(node.test)
                    self._inside += 1
                    self._body([*node.body, *node.elif_, *node.else_])
                    self._inside -= 1
                case nodes.For() if self._item is None:
                    self._loop(node)
                case _:
                    self._unknown(node)

    def _loop(self, node: nodes.For) -> None:
        if node.recursive or node.test or node.else_:
            self._refuse(node, "a loop is just {% for one in specifics %} … {% endfor %}")
        elif not isinstance(node.target, nodes.Name) or node.target.name in _ROOTS:
            self._refuse(node, "a loop needs a name of its own, like {% for one in specifics %}")
        elif not (isinstance(node.iter, nodes.Name) and node.iter.name == "specifics"):
            self._refuse(node, "the only list to go over is specifics")
        else:
            self.used.add("specifics")
            self._item = node.target.name
            self._body(node.body)
            self._item = None

    def _printed(self, node: nodes.Node) -> None:
        match node:
            case nodes.TemplateData():
                return
            case nodes.Filter():
                self._filtered(node)
            case nodes.Name() | nodes.Getattr():
                form = self._field(node, printed=True)
                if form == "list":
                    self._refuse(
                        node, "this field is a list; write {{ specifics | listed }} or a loop"
                    )
                elif form == "yes or no":
                    self._refuse(node, "this field says yes or no; it stands in {% if … %}")
            case _:
                self._unknown(node)

    def _filtered(self, node: nodes.Filter) -> None:
        known = FILTERS.get(node.name)
        others = node.kwargs or node.dyn_args or node.dyn_kwargs
        texts = [isinstance(a, nodes.Const) and isinstance(a.value, str) for a in node.args]
        if known is None:
            near = _near(node.name, list(FILTERS))
            self._refuse(node, f"there is no filter “{shown(node.name)}”{near}")
        elif others or len(texts) != known.words or not all(texts):
            self._refuse(node, f"the filter is used like this: {known.what}")
        elif not isinstance(node.node, nodes.Name | nodes.Getattr):
            self._refuse(node, "a filter stands behind one field")
        elif (form := self._field(node.node, printed=True)) and form not in known.takes:
            self._refuse(node, f"the filter “{node.name}” does not take this field ({form})")

    def _condition(self, node: nodes.Node) -> None:
        match node:
            case nodes.Name() | nodes.Getattr():
                self._field(node)
            case nodes.Not():
                self._condition(node.node)
            case nodes.And() | nodes.Or():
                self._condition(node.left)
                self._condition(node.right)
            case nodes.Compare(expr=nodes.Name() | nodes.Getattr(), ops=[operand]):
                self._comparison(node.expr, operand)
            case nodes.Compare():
                self._refuse(node, "a comparison is one field against one text or number")
            case _:
                self._unknown(node)

    def _comparison(self, field: nodes.Node, operand: nodes.Operand) -> None:
        form = self._field(field)
        value = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
        fits = (form == "number" and type(value) is int and operand.op in _ORDER) or (
            form == "text" and isinstance(value, str) and operand.op in {"eq", "ne"}
        )
        if form and not fits:
            example = "specifics_count > 1" if form == "number" else 'interview.mode == "video"'
            self._refuse(field, f"this comparison does not work here; write it like {example}")

    def _field(self, node: nodes.Node, *, printed: bool = False) -> FieldType | None:
        """The type of the documented field that the node names; None when it was refused."""
        parts: list[str] = []
        while isinstance(node, nodes.Getattr):
            parts.insert(0, node.attr)
            node = node.node
        if not isinstance(node, nodes.Name):
            self._unknown(node)
            return None
        name = ".".join(["specific" if node.name == self._item else node.name, *parts])
        known = BY_NAME.get(name) or (_TIE if name == "specific.tie" else None)
        if known is None:
            self._refuse(node, _no_field(name))
            return None
        self.used.add(known.name)
        if printed and not self._inside:
            self.needed.add(known.name)
        return known.type

    def _unknown(self, node: nodes.Node) -> None:
        plain = f"“{type(node).__name__.lower()}” is not part of the template language"
        self._refuse(node, next((_REASONS[t] for t in type(node).mro() if t in _REASONS), plain))


def _too_deep(template: nodes.Template) -> nodes.Node | None:
    """The first part that stands too deep inside others."""
    level: list[nodes.Node] = [template]
    for _ in range(DEPTH_LIMIT):
        level = [child for node in level for child in node.iter_child_nodes()]
    return next(iter(level), None)


def _near(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    return f"; did you mean “{near[0]}”?" if near else ""


def _no_field(name: str) -> str:
    inside = [known for known in BY_NAME if known.startswith(f"{name}.")]
    if inside:
        return f"“{shown(name)}” is several fields; write {' or '.join(inside[:3])}"
    short = name[:100]
    return f"there is no field “{shown(short)}”{_near(short, list(BY_NAME))}"
