"""Single sentences and borders: where a rule begins and where it ends."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from followup.messages.lint import Brief, Finding, likeness, lint, lint_message, read_message
from tests.messages.lint_corpus_reader import CORPUS
from tests.rows import each_row

ANN = Brief(
    kind="thank_you",
    to=("Ann Adler",),
    company="Brightwater",
    role="Nurse",
    me="Maya Lind",
    specifics=("electronic charts on ward 7",),
)
CHECK = replace(ANN, kind="status_check")
TONE = {"compensation", "pushy", "desperate", "complaint"}


def letter(sentence: str = "", greeting: str = "Dear Ann,") -> str:
    return (
        f"{greeting}\n\nThank you for Tuesday and for the electronic charts. {sentence}\n\n"
        "I'd love to join you.\n\nBest regards,\nMaya Lind\n"
    )


def found(text: str, brief: Brief = ANN, subject: str | None = "Thank you") -> dict[str, Finding]:
    return {finding.code: finding for finding in lint(text, subject, brief)}


@each_row(
    "sentence",
    [
        "The vending machine gave me a $5.00 bill back.",
        "We spoke about the summer outing to the lake.",
        "The benefits of the new architecture are clear.",
        "I liked the compensation algorithm from control theory.",
        "I immediately liked the team.",
        "I expect to finish my thesis in May.",
        "I look forward to hearing from you.",
        "Is there anything else you need from me?",
        "AWS, SQL, REST API, HL7 and NASA came up, in that order.",
        "I was a little disappointed that the cafeteria had no cake left.",
        "It will pay off for the patients, and I'll pay attention to the details.",
        "I hope you had a good vacation.",
        "You told me how frustrated the nurses were with the old system.",
        "A customer shouted “I NEED IT ASAP!!!” at me, and I smiled.",
        "I can start immediately, or as soon as you like.",
        "The urgent care ward impressed me.",
        "I saved the clinic $40,000 a year.",
        "We were still waiting for the pump when the river rose.",
        "I did not take anything for granted.",
        "The HR team and the CEO made me welcome.",
        "Please tell me what else you need, and I will send it as soon as possible.",
        "You explained why you didn't choose the bigger vendor.",
        "I was nervous at first, and you put me at ease.",
        "You waited an hour for me, which was so kind of you.",
        "We desperately needed beds in that winter, and found them.",
    ],
)
def test_an_innocent_sentence_is_left_alone(sentence: str) -> None:
    assert not TONE & set(found(letter(sentence)))


@each_row(
    ("greeting", "to"),
    [
        ("Dear Ms Adler and Mr Novak,", ("Ann Adler", "Tom Novak")),
        ("Hi both,", ("Ann Adler", "Tom Novak")),
        ("Dear team,", ("Ann Adler", "Tom Novak")),
        ("Hi Ann and Tom,", ("Ann Adler", "Tom Novak")),
        ("Hi Ann, Tom and Priya,", ("Ann Adler", "Tom Novak", "Priya Raman")),
        ("Dear Ann & Tom,", ("Ann Adler", "Tom Novak")),
        ("Dear Dr. van der Berg,", ("Willem van der Berg",)),
        ("Dear Prof. Żółć,", ("Żaneta Żółć",)),
        ("Dear Zolc,", ("Żaneta Żółć",)),
        ("Hello José", ("Jose\u0301 Garci\u0301a",)),
        ("Hello Jose,", ("José García",)),
        ("Dear Frau Mueller,", ("Eva Müller",)),
        ("Dear Mr. O\u2019Brien,", ("Pat O'Brien",)),
        ("Dear Marie-Claire,", ("Marie-Claire Dubois",)),
        ("Hi Liz,", ("Elizabeth Grant",)),
        ("Dear Mx. Frost,", ("Robin Frost",)),
        ("Hi Will,", ("Will Marsh",)),
        ("Hi May,", ("May Chen",)),
        ("Hi Dean,", ("Dean Rusk",)),
        ("Dear Ann\u00a0Adler,", ("Ann Adler",)),
        ("hi ann,", ("Ann Adler",)),
        ("Good morning, Ann!", ("Ann Adler",)),
        ("Ann,", ("Ann Adler",)),
        ("Dear 王伟,", ("王伟",)),
        ("王先生,", ("王伟",)),
        ("Dear محمد,", ("محمد العلي",)),
        ("Dear Recruiting Team,", ("Recruiting Team",)),
    ],
)
def test_a_right_greeting_is_right(greeting: str, to: tuple[str, ...]) -> None:
    assert not {"wrong-name", "no-greeting-name"} & set(
        found(letter(greeting=greeting), replace(ANN, to=to))
    )


def test_a_firm_that_is_called_after_a_partner_greets_nobody_wrongly() -> None:
    to_the_partner = replace(ANN, company="Harlan, Beck & Adler LLP")
    assert not {"wrong-name", "no-greeting-name"} & set(
        found(letter(greeting="Dear Ms. Adler,"), to_the_partner)
    )


@pytest.mark.parametrize(
    ("greeting", "mend"),
    [("Dear Ms Becker,", "Adler"), ("Hi Tom,", "Ann"), ("Hi Anne,", "Ann"), ("Dear Adlar,", "Ann")],
)
def test_a_wrong_greeting_is_named_and_mended(greeting: str, mend: str) -> None:
    text = letter(greeting=greeting)
    finding = found(text)["wrong-name"]
    assert text[finding.start : finding.end] == greeting.rpartition(" ")[2].rstrip(",")
    assert finding.mend == mend
    assert finding.severity == "error"


def test_colleagues_may_be_named_and_others_may_not() -> None:
    text = letter("Peter Lang told me about it.")
    assert "wrong-name" not in found(text)
    assert "wrong-name" not in found(
        text, replace(ANN, colleagues=("Peter Lang",), other_names=("Peter Lang",))
    )
    finding = found(text, replace(ANN, other_names=("Peter Lang",)))["wrong-name"]
    assert text[finding.start : finding.end] == "Peter Lang"


@pytest.mark.parametrize("kind", ["thank_you", "rejection_reply", "offer_reply"])
def test_no_thanks_is_an_error_where_thanks_are_the_point(kind: str) -> None:
    text = (
        "Dear Ann,\n\nI read your message about the electronic charts.\n\nBest regards,\nMaya Lind"
    )
    assert found(text, replace(ANN, kind=kind))["no-thanks"].severity == "error"  # type: ignore[arg-type]
    assert found(text, CHECK)["no-thanks"].severity == "warning"
    assert "no-thanks" not in found(text, replace(ANN, kind="withdraw_note"))


def test_no_specific_is_an_error_in_a_thank_you_and_else_a_warning() -> None:
    text = "Dear Ann,\n\nThank you for everything.\n\nBest regards,\nMaya Lind"
    assert found(text)["no-specific"].severity == "error"
    assert found(text, CHECK)["no-specific"].severity == "warning"


def words(count: int) -> str:
    said = "thank you for the electronic charts. I'd love to join you. How do things stand? {}"
    body = f"Dear Ann,\n\n{said}\n\nBest regards,\nMaya Lind"
    return body.format(" ".join(["word"] * (count - len(body.split()) + 1)))


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        ("thank_you", 200),
        ("status_check", 120),
        ("second_check", 120),
        ("keep_in_touch", 150),
        ("reply", 150),
    ],
)
def test_word_limits_are_sharp(kind: str, limit: int) -> None:
    brief = replace(ANN, kind=kind)  # type: ignore[arg-type]
    assert "too-long" not in found(words(limit), brief)
    assert found(words(limit + 1), brief)["too-long"].severity == "warning"


def test_character_and_voicemail_limits_are_sharp() -> None:
    note = replace(ANN, kind="linkedin_connect", channel="linkedin")
    text = "Hi Ann, " + "x" * 192
    assert "too-long" not in found(text, note, None)
    assert found(text + "x", note, None)["too-long"].start == 200
    assert "too-long" not in found(text + "x" * 100, replace(note, linkedin_limit=300), None)
    call = replace(CHECK, channel="voicemail")
    assert "too-long" not in found(words(80), call, None)
    assert "too-long" in found(words(81), call, None)


def test_paragraphs_are_counted_without_greeting_sign_off_signature_and_lists() -> None:
    extras = "- a list\n- of things\n\nI look forward to hearing from you."
    frame = f"Dear Ann,\n\n{{}}\n\n{extras}\n\nBest regards,\nMaya\n\n--\nMaya Lind\n\nNurse"
    three = frame.format(
        "\n\n".join(f"Paragraph {n} is about the electronic charts." for n in range(3))
    )
    four = frame.format(
        "\n\n".join(f"Paragraph {n} is about the electronic charts." for n in range(4))
    )
    assert found(three)["too-long"].severity == "hint"
    assert found(four)["too-long"].severity == "warning"
    assert "too-long" not in found(letter())


def test_a_subject_is_needed_for_e_mail_alone() -> None:
    assert found(letter(), ANN, None)["no-subject"].severity == "error"
    assert found(letter(), ANN, "  ")["no-subject"].severity == "error"
    assert "no-subject" not in found(letter(), replace(ANN, channel="post"), None)
    assert found(letter(), ANN, "Hello!")["weak-subject"].severity == "hint"


def test_too_soon_says_until_when_and_why() -> None:
    held = replace(
        CHECK, held_until=datetime(2026, 3, 25, tzinfo=UTC), held_reason="You wrote on 18 March."
    )
    finding = found(letter(), held)["too-soon"]
    assert finding.severity == "error"
    assert "Wednesday 25 March 2026" in finding.message
    assert "You wrote on 18 March." in finding.message


@pytest.mark.parametrize(
    ("hour", "working", "quiet"),
    [(8, True, True), (9, True, False), (16, True, False), (17, True, True), (11, False, True)],
)
def test_calls_belong_between_nine_and_five_on_a_working_day(
    hour: int, working: bool, quiet: bool
) -> None:
    call = replace(
        CHECK,
        channel="phone",
        local_time=datetime(2026, 3, 25, hour, tzinfo=UTC),
        is_working_day=working,
    )
    assert ("quiet-hours" in found(letter(), call, None)) is quiet
    assert "quiet-hours" not in found(letter(), replace(call, channel="email"))


def test_likeness_names_the_other_and_how_alike() -> None:
    other = letter().replace("Ann", "Tom")
    finding = found(
        letter(),
        replace(ANN, other_notes={"Tom Novak": other, "Ben Wu": "Hi Ben, quite another text."}),
    )["same-as-other"]
    assert "Tom Novak" in finding.message
    assert "100%" in finding.message
    assert likeness(letter(), other, ("Ann Adler", "Tom Novak")) == 1.0
    assert likeness("", "") == 0.0


def test_what_is_quoted_from_the_last_message_is_not_judged() -> None:
    quoted = (
        letter()
        + "\nOn Tue, 3 Mar 2026, Ann wrote:\n> WE NEED IT ASAP!!! The salary is [amount].\n"
    )
    assert found(quoted) == found(letter())


def test_another_language_is_not_judged_by_english_words() -> None:
    said = (
        "vielen Dank für das Gespräch am Dienstag. Die elektronische Akte ist ein großer Schritt."
    )
    text = f"Sehr geehrte Frau Adler,\n\n{said}\n\nMit freundlichen Grüßen\nMaya Lind"
    assert "other-language" in found(text, ANN, "Danke für das Gespräch")
    assert set(found(text, ANN, "Danke für das Gespräch")) <= {"weak-subject", "other-language"}
    assert "wrong-name" in found(text.replace("Adler", "Becker"), ANN, "Danke")
    assert "placeholder" in found(text.replace("Dienstag", "[Tag]"), ANN, "Danke")


def test_a_raw_message_is_read_with_its_offsets() -> None:
    message = read_message("Subject:  Thank you \r\n\r\nDear Ann,")
    assert (message.subject, message.body) == ("Thank you", "\r\nDear Ann,")
    assert read_message("Dear Ann,").subject is None
    raw = "Subject: About [role]\n\nDear [name],\n"
    places = [raw[f.start : f.end] for f in lint_message(raw, ANN) if f.code == "placeholder"]
    assert places == ["[role]", "[name]"]


def test_what_is_unknown_is_not_held_against_a_message() -> None:
    known_nothing = Brief(kind="thank_you")
    assert not found(letter(greeting="Dear Ms Becker,"), known_nothing)


def test_nothing_but_fields_is_looked_for_where_there_is_no_message() -> None:
    assert not found("free text", replace(ANN, kind="debrief"), None)
    assert set(found("call [name]", replace(ANN, kind="move_on"), None)) == {"placeholder"}


SENTENCES = tomllib.loads((CORPUS / "sentences.toml").read_text(encoding="utf-8"))
FAULTY = [
    (code, sentence) for code, many in SENTENCES.items() for sentence in many if code != "innocent"
]


@each_row("sentence", SENTENCES["innocent"])
def test_a_good_message_stays_good_with_an_innocent_sentence(sentence: str) -> None:
    for brief in (ANN, CHECK):
        text = letter(f"{sentence} Could you tell me about the next steps?")
        assert {f.code for f in lint(text, "Thank you", brief) if f.severity != "hint"} == set()


@each_row(("code", "sentence"), FAULTY)
def test_a_sentence_that_spoils_a_message_is_found(code: str, sentence: str) -> None:
    assert code in found(letter(sentence))


def test_a_word_of_ones_own_role_is_no_misspelt_company() -> None:
    brief = replace(
        ANN, company="Lindqvist Harms Rechtsanwälte", role="Rechtsanwältin Energierecht"
    )
    subject = "Meine Bewerbung: Rechtsanwältin Energierecht"
    assert "wrong-name" not in found(
        letter("I would love to be your Rechtsanwältin."), brief, subject
    )
    assert "wrong-name" in found(letter("I like Harms Rechtsanwälde."), brief)
