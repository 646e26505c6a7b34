"""Templates that attack, templates that slip, and templates that are fine."""

import pytest

from followup.messages import gate
from followup.messages.field_list import BY_NAME, FIELDS
from followup.messages.fields import values
from followup.messages.gate import TemplateRefused, refusals, render
from followup.messages.templates import built_in, check_template
from tests.builders.northwind import SPECIFICS, occasion
from tests.rows import each_row

VALUES = values(occasion(), SPECIFICS)

ATTACKS = {
    "read a file": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from import": "{% from 'os' import system %}",
    "extend": "{% extends 'base' %}",
    "the class ladder": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the ladder from a field": "{{ company.__class__.__mro__ }}",
    "globals of a function": "{{ company.upper.__globals__ }}",
    "globals of jinja": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "the template itself": "{{ self._TemplateReference__context }}",
    "call a method": "{{ company.upper() }}",
    "call with arguments": "{{ company.format(company) }}",
    "call range": "{% for i in range(1000000000) %}x{% endfor %}",
    "nested loops": "{% for a in specifics %}{% for b in specifics %}x{% endfor %}{% endfor %}",
    "loop over text": "{% for c in company %}{{ c }}{% endfor %}",
    "endless recursion": "{% for a in specifics recursive %}{{ loop(a) }}{% endfor %}",
    "a loop as the loop's name": "{% for loop in specifics %}{{ loop.text }}{% endfor %}",
    "overwrite a field": "{% for company in specifics %}{{ company.text }}{% endfor %}",
    "multiply text": "{{ 'x' * 10**9 }}",
    "multiply a field": "{{ company * 1000000000 }}",
    "power tower": "{{ 9**9**9 }}",
    "join forever": "{{ company ~ company ~ company }}",
    "width bomb": "{{ '%1000000000d' | format(1) }}",
    "centre bomb": "{{ company | center(1000000000) }}",
    "attribute by text": "{{ company | attr('__class__') }}",
    "subscript": "{{ me['name'] }}",
    "slice": "{{ company[::-1] }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call block": "{% call m() %}x{% endcall %}",
    "set and grow": "{% set x = company %}{{ x }}",
    "namespace": "{% set ns = namespace(x=1) %}",
    "do": "{% do specifics.append(1) %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "a list of its own": "{{ [1, 2, 3] }}",
    "a dict of its own": "{{ {'a': 1} }}",
    "a lambda by test": "{% if company is callable %}x{% endif %}",
    "inline if": "{{ company if company else role }}",
    "in": "{% if 'x' in company %}x{% endif %}",
    "compare text with a number": "{% if company > 3 %}x{% endif %}",
    "a block": "{% block a %}x{% endblock %}",
    "autoescape": "{% autoescape true %}x{% endautoescape %}",
    "with": "{% with a = company %}{{ a }}{% endwith %}",
    "very deep brackets": "{{ " + "(" * 9_000 + "company" + ")" * 9_000 + " }}",
    "very many nots": "{% if " + "not " * 4_000 + "company %}x{% endif %}",
    "very many ors": "{% if " + "company or " * 1_500 + "company %}x{% endif %}",
    "deep ifs": "{% if company %}" * 500 + "x" + "{% endif %}" * 500,
    "a huge number": "{% if specifics_count > " + "9" * 10_000 + " %}x{% endif %}",
    "an endless source": "x" * 30_000_000,
    "an open quote": "{{ company | otherwise('" + "x" * 15_000,
    "many open brackets": "{{" * 9_000,
    "an unclosed comment": "{#" * 9_000,
    "a null byte and backslashes": "{{ '\\N{" + "\\" * 9_000 + "' }}",
}


@each_row("source", ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_ends_in_a_sentence_with_its_line(source: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        render(source, VALUES)
    for refusal in refused.value.refusals:
        assert refusal.line >= 1
        assert 10 < len(refusal.message) < 300
        assert "\n" not in refusal.message
    assert str(refused.value).startswith("Line ")


def test_a_gigabyte_cannot_be_printed() -> None:
    long = {**VALUES, "specifics": [{"text": "x" * 1_000, "topic": "project"}] * 1_000_000}
    with pytest.raises(TemplateRefused, match="longer than 20,000 characters"):
        render("{% for one in specifics %}" + "{{ one.text }}" * 500 + "{% endfor %}", long)


def test_even_without_the_walk_nothing_of_jinja_is_within_reach() -> None:
    environment = gate._ENVIRONMENT
    assert not environment.globals
    assert not environment.tests
    assert sorted(environment.filters) == ["capital", "listed", "otherwise", "sentence", "woven"]
    assert environment.loader is None


SLIPS = {
    "{{ persn.name }}": "Line 1: there is no field “persn.name”; did you mean “person.name”?",
    "Dear\n\n{{ compny }}": "Line 3: there is no field “compny”; did you mean “company”?",
    "{{ qqqq }}": "Line 1: there is no field “qqqq”",
    "{{ person }}": "Line 1: “person” is several fields; write person.greeting or person.name or person.first_name",
    "{{ specifics }}": "Line 1: this field is a list; write {{ specifics | listed }} or a loop",
    "{{ via_agency }}": "Line 1: this field says yes or no; it stands in {% if … %}",
    "{{ answer | sentense }}": "Line 1: there is no filter “sentense”; did you mean “sentence”?",
    "{{ company | otherwise }}": "Line 1: the filter is used like this: interview.round | otherwise('interview'): a "
    "text for when it is empty",
    "{{ specifics_count | sentence }}": "Line 1: the filter “sentence” does not take this field (number)",
    "{% for p in moments %}{{ p.text }}{% endfor %}": "Line 1: the only list to go over is specifics",
    "{% for one in specifics %}{{ one.txt }}{% endfor %}": "Line 1: there is no field “specific.txt”; did you mean "
    "“specific.text”?",
    "{% if company == 3 %}{% endif %}": "Line 1: this comparison does not work here; write it like "
    'interview.mode == "video"',
    '{% if specifics_count > "1" %}{% endif %}': "Line 1: this comparison does not work here; write it like "
    "specifics_count > 1",
}


@each_row(("source", "sentence"), SLIPS.items())
def test_a_slip_is_named_with_its_line_and_the_nearest_name(source: str, sentence: str) -> None:
    assert [str(refusal) for refusal in refusals(source)] == [sentence]


def test_all_slips_are_named_at_once_in_the_order_of_the_lines() -> None:
    lines = [r.line for r in refusals("{{ a1 }}\n{{ company }}\n{{ 1 + 1 }}\n{{ specifics }}")]
    assert lines == [1, 3, 4]


@pytest.mark.parametrize(
    "source", ["{{ company", "{% if company %}", "{% for %}", "{% nonsense %}", "{{ | }}", "{{ }}"]
)
def test_what_the_parser_cannot_read_is_a_sentence_with_a_line(source: str) -> None:
    (refusal,) = refusals(f"Hello\n{source}")
    assert refusal.line == 2
    assert refusal.message.startswith("this cannot be read: ")


@each_row(
    ("source", "text"),
    [
        ("Dear {{ person.greeting }},", "Dear Dana,"),
        ("{% if interview.mode == 'video' %}by video{% else %}else{% endif %}", "by video"),
        ("{% if not promise.text and specifics_count >= 3 %}three{% endif %}", "three"),
        ("{% if offer_day %}x{% elif company or role %}y{% endif %}", "y"),
        ("{% for one in specifics %}\n- {{ one.text }}\n{% endfor %}",
         "- our conversation about the move to Kafka\n- your point that you deploy every day\n"
         "- your question about how I'd handle on-call\n"),
        ("{% for one in specifics %}{{ one.tie }};{% endfor %}",
         "I moved our reports to Kafka at Acme.;I ran such a pipeline for two years.;;"),
        ("{{ specifics | listed }}",
         "our conversation about the move to Kafka, your point that you deploy every day and your question about how "
         "I'd handle on-call"),
        ("{{ specific.text | sentence }}", "Our conversation about the move to Kafka."),
        ("{{ moment | capital }}", "Our conversation about the move to Kafka"),
        ("{{ specifics | woven('I keep', 'I keep this') }}",
         "I keep our conversation about the move to Kafka, your point that you deploy every day and your question "
         "about how I'd handle on-call."),
        ("{{ interview.round | otherwise('interview') }}", "interview"),
        ("{# a remark #}{{ specifics_count }}", "3"),
        ("<b>{{ company }}</b> & co", "<b>Northwind</b> & co"),
    ],
)  # fmt: skip
def test_what_the_language_can_do(source: str, text: str) -> None:
    assert render(source, VALUES) == text


def test_a_value_that_looks_like_a_template_stays_text() -> None:
    assert render("{{ company }}", {**VALUES, "company": "{{ 7 * 7 }}"}) == "{{ 7 * 7 }}"


@each_row("field", FIELDS, ids=lambda f: f.name)
def test_every_documented_field_has_a_value_and_can_be_used(field: object) -> None:
    name = getattr(field, "name")  # noqa: B009 (the parameter's type is pytest's business)
    assert BY_NAME[name].what
    render(f"{{% if {name} %}}x{{% endif %}}", VALUES)
    form = BY_NAME[name].type
    if form in {"text", "number"}:
        render(f"{{{{ {name} }}}}", VALUES)
    if form == "list":
        render(f"{{{{ {name} | listed }}}}", VALUES)


def test_ours_go_through_the_same_gate() -> None:
    for template in built_in():
        assert check_template(template.subject, template.body) == (), template.id


def test_a_slip_in_the_subject_says_so() -> None:
    assert [str(r) for r in check_template("{{ rol }}\nx", "fine")] == [
        "Line 1: in the subject, there is no field “rol”; did you mean “role”?",
        "Line 1: in the subject, there is a line break",
    ]
