"""German as tired people type it: short forms, forgotten commas, words apart, “das” for “dass”, their “sie”."""

from datetime import timedelta

import pytest

from followup.messages.draft import Draft, draft
from followup.messages.languages import grammar_of
from followup.messages.languages.german.points import kinds_of
from followup.messages.languages.german.short import is_written, written_out
from followup.messages.languages.german.typed import nouns_large, with_commas
from followup.messages.languages.listener import Listener
from followup.model.facts import Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Frame, ReceivedPurpose
from tests.builders.northwind import DANA, ME, TOM, TUESDAY, action, facts, occasion, person
from tests.rows import each_row

GERMAN = grammar_of("de")
FORMAL = Listener("Dana Adler", "formal", spoke=True)
FIRST = Listener("Lena Koch", "first", spoke=True)


@each_row(
    ("typed", "written"),
    [
        ("das wär für mich gut", "das wäre für mich gut"),
        ("wollt ich schon immer", "wollte ich schon immer"),
        ("könnt ihr das", "könnt ihr das"),
        ("ob ihr das könnt", "ob ihr das könnt"),
        ("ob ich das auch könnt", "ob ich das auch könnte"),
        ("da könnt man ansetzen", "da könnte man ansetzen"),
        ("gibts bei uns nicht", "gibt es bei uns nicht"),
        ("wenns brennt", "wenn es brennt"),
        ("hab ichs gesehn", "habe ich es gesehen"),
        ("900 semmeln mehr rausgehn", "900 semmeln mehr rausgehen"),
        ("ich setz mich dazu", "ich setze mich dazu"),
        ("wie ich einem kunden absag", "wie ich einem kunden absage"),
        ("ne gute idee", "eine gute idee"),
        ("nen neuen ofen", "einen neuen ofen"),
        ("nen auto", "ein auto"),
        ("mit nem lkw", "mit einem lkw"),
        ("40 min pro tag", "40 Minuten pro tag"),
        ("bei 40 grad", "bei 40 grad"),
        ("hab grad frei", "habe gerade frei"),
        ("sowas fehlt hier", "so etwas fehlt hier"),
        ("zehn leute ziehn um", "zehn leute ziehen um"),
        ("und habens mit farben gelöst", "und haben es mit farben gelöst"),
        ("wenn ich den zug verpass", "wenn ich den zug verpasse"),
        ("ich geh hin und red mit ihm", "ich gehe hin und rede mit ihm"),
        ("hab son ding gebaut", "habe so ein ding gebaut"),
    ],
)
def test_what_is_said_short_is_written_out(typed: str, written: str) -> None:
    assert written_out(typed) == written
    assert is_written(written)


def test_an_article_that_may_be_two_keeps_a_note_out() -> None:
    assert not is_written(written_out("n kollege hat gesagt"))
    assert GERMAN.clause("n Kollege hat mir das gezeigt") == ""
    assert GERMAN.said("n Kollege die Touren plant", "that", FORMAL) is None


@each_row(
    ("typed", "said"),
    [
        ("das macht Spaß auch wenn ich falsch liege", "das macht Spaß, auch wenn ich falsch liege"),
        ("das reizt mich vor allem weil ich es kenne", "das reizt mich, vor allem weil ich es kenne"),
        ("ich mache das auch wenn es regnet", "ich mache das, auch wenn es regnet"),
        ("ich mache es bis ich es kann", "ich mache es, bis ich es kann"),
        ("da bin ich aber ich lerne", "da bin ich aber ich lerne"),
        ("gut fand ich auch dass alle mitreden", "gut fand ich auch, dass alle mitreden"),
        ("ich gehe nur wenn alle fertig sind", "ich gehe nur, wenn alle fertig sind"),
        ("dann fragen wer zuletzt dran war", "dann fragen, wer zuletzt dran war"),
        ("erst schauen was kaputt ist", "erst schauen, was kaputt ist"),
        ("klären wo der Strom herkommt", "klären, wo der Strom herkommt"),
        ("ich bin 5 Jahre gefahren auch im Winter", "ich bin 5 Jahre gefahren, auch im Winter"),
        ("das habe ich gelernt als ich in Graz war", "das habe ich gelernt, als ich in Graz war"),
        ("ich finde gut das ihr redet", "ich finde gut, dass ihr redet"),
        ("nichts wegwerfen sondern reparieren", "nichts wegwerfen, sondern reparieren"),
        ("reparieren statt alles neu zu kaufen", "reparieren, statt alles neu zu kaufen"),
        ("genauso gemacht nur mit Papier", "genauso gemacht, nur mit Papier"),
        ("ich frage nach bis ich es weiß", "ich frage nach, bis ich es weiß"),
        ("ich habe gelernt wen ich fragen muss", "ich habe gelernt, wen ich fragen muss"),
        ("ich frage je nachdem wen ich erreiche", "ich frage, je nachdem, wen ich erreiche"),
        ("es klappt auch ohne zu fragen", "es klappt auch, ohne zu fragen"),
        ("größer als ich", "größer als ich"),
        ("auch wenn es regnet", "auch wenn es regnet"),
    ],
)  # fmt: skip
def test_forgotten_commas_stand_where_they_are_sure(typed: str, said: str) -> None:
    assert with_commas(typed) == said


@each_row(
    ("typed", "said"),
    [
        ("die skandinavien tour", "die Skandinavien-Tour"),
        ("das heilstollen konzept", "das Heilstollen-Konzept"),
        ("muri friedhof", "den Muri-Friedhof"),
        ("das kornspitz formen", "das Kornspitzformen"),
        ("pair programming am Routing-Cache", "das Pair-Programming am Routing-Cache"),
        ("code reviews am selben Tag", "Code-Reviews am selben Tag"),
        ("die EN 1090 Zertifizierung im Herbst", "die EN-1090-Zertifizierung im Herbst"),
        ("das projekt zukunft", "das Projekt Zukunft"),
        ("der kollege meier", "den Kollegen Meier"),
        ("die wiener filiale", "die Wiener Filiale"),
        ("die alte halle im hafen", "die alte Halle im Hafen"),
        ("ein schüler der nie redet", "ein Schüler, der nie redet,"),
        ("flache hierarchien", "flache Hierarchien"),
        ("die vier tage woche", "die Vier-Tage-Woche"),
        ("das online kassensystem", "das Online-Kassensystem"),
        ("die baustellen in hamburg und kiel", "die Baustellen in Hamburg und Kiel"),
    ],
)
def test_a_name_before_a_noun_is_one_word_with_it(typed: str, said: str) -> None:
    assert GERMAN.said(typed, "about", FORMAL) == said


@each_row(
    ("typed", "frame", "formal", "first"),
    [
        ("das ich freitags bis 16 uhr zuhause bin", "that",
         "ich freitags bis 16 Uhr zuhause bin", "ich freitags bis 16 Uhr zuhause bin"),
        ("das team 6 leute hat", "that", "das Team 6 Leute hat", "das Team 6 Leute hat"),
        ("dass sie keine laubbläser mehr benutzen", "that",
         "Sie keine Laubbläser mehr benutzen", "ihr keine Laubbläser mehr benutzt"),
        ("der sauerteig, den sie seit 1961 führen", "about",
         "den Sauerteig, den Sie seit 1961 führen,", "den Sauerteig, den ihr seit 1961 führt,"),
        ("die zwei lehrlinge, die sie übernehmen", "about", None, None),
        ("neuer ofen kommt im jänner", "that", "ein neuer Ofen im Jänner kommt", "ein neuer Ofen im Jänner kommt"),
        ("sie im winter hallen vermieten", "that", "Sie im Winter Hallen vermieten", "ihr im Winter Hallen vermietet"),
        ("im winter wird mitgemacht statt stempeln", "that",
         "im Winter mitgemacht wird statt Stempeln", "im Winter mitgemacht wird statt Stempeln"),
        ("wir machen alles selber auch die website", "that",
         "Sie alles selber machen, auch die Website", "ihr alles selber macht, auch die Website"),
        ("ob ich auch feiertags backen würd", "question",
         "ob ich auch feiertags backen würde", "ob ich auch feiertags backen würde"),
        ("sie mir den kurs zahlen würden", "that",
         "Sie mir den Kurs zahlen würden", "ihr mir den Kurs zahlen würdet"),
        ("kollegen sich die schichten tauschen können", "that",
         "Kollegen sich die Schichten tauschen können", "Kollegen sich die Schichten tauschen können"),
        ("dass ich gut ins team passe", "that", "ich gut ins Team passe", "ich gut ins Team passe"),
        ("welche maschinen ich fahre", "question", "welche Maschinen ich fahre", "welche Maschinen ich fahre"),
        ("ihnen einer für die kasse fehlt", "that",
         "Ihnen einer für die Kasse fehlt", "euch einer für die Kasse fehlt"),
        ("das im märz ein neuer kollege anfängt", "that",
         "im März ein neuer Kollege anfängt", "im März ein neuer Kollege anfängt"),
        ("ob ich punkte hab", "question", "ob ich Punkte habe", "ob ich Punkte habe"),
        ("ihr Deployments am Freitag verbietet", "that", None, "ihr Deployments am Freitag verbietet"),
        ("Die Werkstatt zieht im Mai um", "that", "die Werkstatt im Mai umzieht", "die Werkstatt im Mai umzieht"),
        ("Neue Kollegen laufen vier Wochen mit", "that", "neue Kollegen vier Wochen mitlaufen",
         "neue Kollegen vier Wochen mitlaufen"),
        ("Die Dienstpläne hängen acht Wochen vorher", "that", "die Dienstpläne acht Wochen vorher hängen",
         "die Dienstpläne acht Wochen vorher hängen"),
        ("viele Kunden kommen dreimal, bevor sie kaufen", "that", "viele Kunden dreimal kommen, bevor sie kaufen",
         "viele Kunden dreimal kommen, bevor sie kaufen"),
        ("sie suchen jemanden der mit den Mietern redet", "that", "Sie jemanden suchen, der mit den Mietern redet",
         "ihr jemanden sucht, der mit den Mietern redet"),
        ("der Ausschuss an der neuen Linie ist zu hoch", "that", "der Ausschuss an der neuen Linie zu hoch ist",
         "der Ausschuss an der neuen Linie zu hoch ist"),
        ("die Familien kommen freiwillig, das ist der Unterschied", "that",
         "„Die Familien kommen freiwillig, das ist der Unterschied“",
         "„Die Familien kommen freiwillig, das ist der Unterschied“"),
        ("das Sommerfest, bei dem der Strom ausfiel", "about", "das Sommerfest, bei dem der Strom ausfiel,",
         "das Sommerfest, bei dem der Strom ausfiel,"),
        ("ihr röstet selbst", "that", None, "ihr selbst röstet"),
        ("Wir rösten selbst", "that", "Sie selbst rösten", "ihr selbst röstet"),
        ("Alle duzen sich vom ersten Tag an", "that",
         "alle sich vom ersten Tag an duzen", "alle sich vom ersten Tag an duzen"),
        ("Ihr legt die Module lieber zu zweit", "that", None, "ihr die Module lieber zu zweit legt"),
        ("Fehler werden offen besprochen", "that", "Fehler offen besprochen werden", "Fehler offen besprochen werden"),
        ("Der Chef grillt einmal im Monat für alle", "that", "der Chef einmal im Monat für alle grillt",
         "der Chef einmal im Monat für alle grillt"),
        ("Die Kinder entscheiden selbst, was sie essen", "that", "die Kinder selbst entscheiden, was sie essen",
         "die Kinder selbst entscheiden, was sie essen"),
        ("dass mein Lebenslauf ihr gefallen hat", "that", "mein Lebenslauf Ihnen gefallen hat",
         "mein Lebenslauf dir gefallen hat"),
        ("wir haben letztes Jahr drei Azubis übernommen", "that", "Sie letztes Jahr drei Azubis übernommen haben",
         "ihr letztes Jahr drei Azubis übernommen habt"),
        ("Die Zusammenarbeit mit der Küche", "about", "die Zusammenarbeit mit der Küche",
         "die Zusammenarbeit mit der Küche"),
        ("Gleitzeit ab sieben", "about", "die Gleitzeit ab sieben", "die Gleitzeit ab sieben"),
        ("ihr Brot am Freitag verkauft", "that", None, None),  # whose, or who sells it?
        ("jeder Neue einmal mit jedem zu Mittag isst", "that",
         "jeder Neue einmal mit jedem zu Mittag isst", "jeder Neue einmal mit jedem zu Mittag isst"),
        ("wie lang ich schon auf steildach bin", "question",
         "wie lang ich schon auf Steildach bin", "wie lang ich schon auf Steildach bin"),
    ],
)  # fmt: skip
def test_what_was_said_to_a_reader_of_either_terms(
    typed: str, frame: Frame, formal: str | None, first: str | None
) -> None:
    assert GERMAN.said(typed, frame, FORMAL) == formal
    assert GERMAN.said(typed, frame, FIRST) == first


@each_row(
    ("typed", "frame", "said"),
    [
        ("das wär für mich der hauptgrund", "that", "das wäre für mich der Hauptgrund"),
        ("ortho, aber neuro würd mich reizen", "question", "Ortho, aber Neuro würde mich reizen"),
        ("sowas hab ich in keiner backstube noch gesehn", "about",
         "so etwas habe ich in keiner Backstube noch gesehen"),
        ("norwegen bin ich 5 jahre gefahren auch im winter", "about",
         "Norwegen bin ich 5 Jahre gefahren, auch im Winter"),
        ("an so einer Linie hab ich zwei Jahre gearbeitet", "about",
         "an so einer Linie habe ich zwei Jahre gearbeitet"),
        ("beim zehnten hats dann gepasst", "about", "beim zehnten hat es dann gepasst"),
        ("bei uns stehen noch 300 ordner", "about", "bei uns stehen noch 300 Ordner"),
        ("so muss es sein", "that", "so muss es sein"),
        ("würd mir die umstellung leichter machen", "that", "Das würde mir die Umstellung leichter machen"),
        ("war bei mir genauso", "that", "Das war bei mir genauso"),
        ("nehm ich gern in kauf", "that", "Das nehme ich gern in Kauf"),
        ("steht bei mir auf der liste", "that", "Das steht bei mir auf der Liste"),
        ("wär schön wenn das klappt", "that", "Es wäre schön, wenn das klappt"),
        ("erinnert mich an meinen ersten tag", "that", "Das erinnert mich an meinen ersten Tag"),
        ("is mir auch wichtig", "that", "Das ist mir auch wichtig"),
        ("könnt man mit nem qr code lösen", "that", "Das könnte man mit einem QR-Code lösen"),
        ("hab ich nie verstanden warum das keiner macht", "that",
         "Das habe ich nie verstanden, warum das keiner macht"),
        ("impfen assistieren hab ich letztes jahr gelernt", "question",
         "impfen assistieren habe ich letztes Jahr gelernt"),
        ("erst messen, dann fragen wer zuletzt dran war", "question",
         "Kurz gesagt: erst messen, dann fragen, wer zuletzt dran war"),
        ("seit der lehre also 9 jahre", "question", "Kurz gesagt: seit der Lehre, also 9 Jahre"),
        ("ja, hab ich 2 jahre gemacht", "question", "ja, das habe ich 2 Jahre gemacht"),
        ("nein keine", "question", ""),
        ("da war ich erst skeptisch aber es läuft", "that", "da war ich erst skeptisch, aber es läuft"),
    ],
)  # fmt: skip
def test_a_thought_as_tired_people_type_it(typed: str, frame: Frame, said: str) -> None:
    assert GERMAN.clause(typed, frame) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dass ich auch Konzernabschluss gemacht hab", "dass ich auch Konzernabschluss gemacht habe"),
        ("hab vergessen dass ich auch ADR schein hab", "dass ich auch einen ADR-Schein habe"),
        ("hab vergessen dass ich auch staplerschein hab", "dass ich auch einen Staplerschein habe"),
        ("hab nicht gesagt dass ich ab märz könnte", "dass ich ab März könnte"),
        ("vergessen zu sagen das ich spanisch kann", "dass ich Spanisch kann"),
        ("ich habe auch den Staplerschein", "ich habe auch den Staplerschein"),
    ],
)  # fmt: skip
def test_what_was_forgotten_is_told_without_that_it_was(typed: str, said: str) -> None:
    assert GERMAN.own(GERMAN.clause(typed), None) == said


def test_what_was_forgotten_and_framed_has_its_article_too() -> None:
    assert (
        GERMAN.own("ich auch Staplerschein habe", "that")
        == "dass ich auch einen Staplerschein habe"
    )
    assert GERMAN.own("vergessen, dass ich Spanisch kann", "that") == "dass ich Spanisch kann"
    assert (
        GERMAN.own("ich kann auch Spanisch sprechen", "that") == "ich kann auch Spanisch sprechen"
    )


TURNS = range(12)
ASKED = Specific(
    id="q", frame="question", text="ob ich auch feiertags arbeiten würd", said_by=DANA.id
)
THING = Specific(id="t", frame="about", text="den Umbau der Halle", said_by=TOM.id)


def written(kind: ActionKind, *said: Specific, turn: int) -> Draft:
    found = facts(said, language="de", company=f"Nordwind {turn}", interviewers=[DANA.id, TOM.id])
    return draft(occasion(action(kind), found))


def test_a_question_of_yes_or_no_is_no_talk_that_one_would_have_gone_on_with() -> None:
    assert "yes_or_no" in kinds_of("question", "question", "ob ich Punkte habe")
    assert not kinds_of("question", "question", "ob ich Orthopädie oder Neuro mag")
    for n in TURNS:
        body = written("thank_you", ASKED, turn=n).body
        assert "länger" not in body
        assert "feiertags arbeiten würde" in body
        assert "Umbau" in written("thank_you", ASKED, THING, turn=n).body


def test_its_answer_is_told_as_one() -> None:
    mine = ASKED.replace(ties_to="Ostern mache ich gern, Weihnachten gehört den Kindern")
    for n in TURNS:
        body = written("thank_you", mine, turn=n).body
        assert "Ostern mache ich gern" in body
        assert "nachgedacht" not in body
        assert "beschäftigt" not in body


@pytest.mark.parametrize("kind", ["status_check", "second_check"])
def test_a_check_takes_up_a_colleagues_detail_where_that_alone_has_a_thought(
    kind: ActionKind,
) -> None:
    bare = Specific(id="b", frame="that", text="viele Reisen anfallen", said_by=DANA.id)
    mine = THING.replace(ties_to="so eine Halle hab ich in Linz umgebaut")
    for n in TURNS:
        assert "in Linz umgebaut" in written(kind, mine, bare, turn=n).body


def test_a_round_that_was_called_off_is_called_by_its_name() -> None:
    for n in TURNS:
        found = facts((), language="de", company=f"Nordwind {n}", state="cancelled")
        (one,) = found.applications
        rounds = tuple(i.replace(round="Hospitation") for i in one.interviews)
        made = draft(
            occasion(
                action("status_check"),
                found.replace(applications=(one.replace(interviews=rounds),)),
            )
        )
        assert "Hospitation" in made.body
        assert "Hospitation" in made.subject


def test_a_check_to_who_was_not_there_names_who_was_as_one_says_it_to_them() -> None:
    hr = person("hr", "Frau Karin Boll", "hr")
    met = DANA.replace(name="Hanna Voss", terms="first")
    for n in TURNS:
        found = facts((), language="de", company=f"Nordwind {n}", people=(met, hr))
        body = draft(occasion(action("status_check", person=hr.id), found)).body
        assert "mit Hanna" not in body
        assert body.startswith("Sehr geehrte Frau Boll")


def test_a_colleague_has_a_whole_name_in_a_formal_letter() -> None:
    assert GERMAN.colleague("DI (FH) Zoltán Szabó", "formal") == "Herr Szabó"
    assert GERMAN.colleague("DI (FH) Zoltán Szabó", "first") == "Zoltán"
    assert GERMAN.colleague("Oluwaseun Adeyemi", "formal") == "Oluwaseun Adeyemi"


@each_row(
    ("typed", "told"),
    [
        (
            "passt für mich, hatte ich beim letzten Arbeitgeber genauso",
            "Das passt für mich, das hatte ich beim letzten Arbeitgeber genauso",
        ),
        (
            "ja seit 2021, steht auch im Zeugnis drin",
            "ja, seit 2021, das steht auch im Zeugnis drin",
        ),
        (
            "hab am abend gleich an meiner schwester geübt, wird schon",
            "Ich habe am Abend gleich an meiner Schwester geübt, das wird schon",
        ),
        (
            "ich musste an einen jungen denken der sieben wochen gebraucht hat",
            "ich musste an einen Jungen denken, der sieben Wochen gebraucht hat",
        ),
        (
            "ich will wieder mit leuten arbeiten und nicht nur mit schränken",
            "ich will wieder mit Leuten arbeiten und nicht nur mit Schränken",
        ),
        (
            "ich habe an so einem zwei Jahre gearbeitet und könnte es den anderen zeigen",
            "ich habe an so einem zwei Jahre gearbeitet und könnte es den anderen zeigen",
        ),
        (
            "ich find die ja toll, meine oma war auch so eine",
            "ich finde die ja toll, meine Oma war auch so eine",
        ),
        (
            "hab so lachen müssen, bei uns warens immer die teller",
            "Ich habe so lachen müssen, bei uns waren es immer die Teller",
        ),
        (
            "das hat mir am besten gfallen und macht es nicht einfacher",
            "das hat mir am besten gefallen und macht es nicht einfacher",
        ),
        (
            "genau deshalb wollt ich weg von da wo ich bin",
            "genau deshalb wollte ich weg von da, wo ich bin",
        ),
        (
            "hab ich in der lehre jeden freitag gemacht",
            "Das habe ich in der Lehre jeden Freitag gemacht",
        ),
        (
            "hatte ich noch nie, würd ich aber gern mal probieren",
            "Das hatte ich noch nie, das würde ich aber gern mal probieren",
        ),
        (
            "seit ich selbst kinder hab versteh ich das besser",
            "seit ich selbst Kinder habe, verstehe ich das besser",
        ),
        (
            "kommt mir bekannt vor, wir hatten drei chefs in einem jahr",
            "Das kommt mir bekannt vor, wir hatten drei Chefs in einem Jahr",
        ),
        (
            "ich hab den staplerschein seit 2019 und fahr gern",
            "ich habe den Staplerschein seit 2019 und fahre gern",
        ),
        (
            "In der Kanzlei hab ich das 2023 für 400 Mandanten mitgemacht und weiß, wo es klemmt.",
            "In der Kanzlei habe ich das 2023 für 400 Mandanten mitgemacht und weiß, wo es klemmt",
        ),
    ],
)
def test_a_plain_thought_that_readers_missed_is_told(typed: str, told: str) -> None:
    assert GERMAN.clause(typed, "about") == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ich glaube die Leute merken das", "ich glaube, die Leute merken das"),
        ("ich denke das wird gut", "ich denke, das wird gut"),
        ("ich finde die Idee gut", "ich finde die Idee gut"),
        ("ich denke das auch", "ich denke das auch"),
        ("wenn es brennt, habe ich immer angerufen", "wenn es brennt, habe ich immer angerufen"),
        ("ich muss lernen die Akten zu führen und das war neu",) * 2,
    ],
)
def test_what_one_thinks_stands_behind_a_comma_where_it_is_a_clause(typed: str, told: str) -> None:
    assert with_commas(typed) == told


def test_a_letter_outside_switzerland_has_its_sharp_s() -> None:
    said = GERMAN.clause("man muss halt öfter giessen, auch auf der Strasse", "that")
    assert said == "man muss halt öfter gießen, auch auf der Straße"
    assert (
        written_out("Herr Gross misst in Russland besser") == "Herr Gross misst in Russland besser"
    )
    assert grammar_of("de", "CH").spelt(said) == said.replace("ß", "ss")


AUTHORS = Specific(
    id="s9",
    text="Autoren, die immer von vorn anfangen",
    frame="about",
    said_by="dana",
    ties_to="Ich habe so einen gehabt, und das Buch ist trotzdem gut geworden.",
)


def test_what_one_has_done_stands_in_an_answer_to_a_rejection_and_a_plan_does_not() -> None:
    planned = AUTHORS.replace(ties_to="Ich würde zuerst die dritte Fassung lesen.")
    for n in range(12):
        for noted, stands in ((AUTHORS, True), (planned, False)):
            found = facts((noted,), language="de", company=f"Nordwind {n}")
            body = draft(occasion(action("rejection_reply"), found)).body
            assert (noted.ties_to in body) is stands


def test_who_referred_one_reads_the_thought_too() -> None:
    friend = DANA.replace(id="sid", name="Sid Rao", role="referrer", terms="first")
    shift = AUTHORS.replace(
        text="den Spätdienst, der nie allein gemacht wird",
        ties_to="genau deshalb wollt ich weg von da wo ich bin",
    )
    for n in range(12):
        found = facts((shift,), people=[friend, DANA], language="de", company=f"Nordwind {n}")
        body = draft(occasion(action("tell_referrer", "sid"), found)).body
        assert body.count("Genau deshalb wollte ich weg von da, wo ich bin.") == (
            "Spätdienst" in body
        )


def test_nobody_counts_on_a_yes_after_a_first_call() -> None:
    for n in range(14):
        found = facts((AUTHORS,), language="de", company=f"Nordwind {n}", mode="phone")
        assert "Zusage" not in draft(occasion(action(), found)).body


def wrote(text: str, purpose: ReceivedPurpose = "update") -> Touchpoint:
    """Dana's e-mail of the day after."""
    return Touchpoint(
        id="m1",
        at=TUESDAY + timedelta(days=1),
        channel="email",
        direction="received",
        purpose=purpose,
        people=("dana",),
        text=text,
    )


def test_who_writes_liebe_frau_is_answered_so() -> None:
    dana = DANA.replace(name="Ulrike Seidel", terms="formal")
    theirs = "Liebe Frau Maurer,\n\nvielen Dank für das Gespräch.\n\nHerzlich, Ulrike Seidel"
    me = ME.replace(language="de", sign_off="Mit freundlichen Grüßen")
    for text, head, ends in (
        (theirs, "Liebe Frau Seidel,", "Viele Grüße,"),
        ("Sehr geehrte Frau Maurer, …", "Sehr geehrte Frau Seidel,", "Mit freundlichen Grüßen,"),
    ):
        found = facts((), people=[dana], touchpoints=[wrote(text)], language="de", me=me)
        body = draft(occasion(action("status_check"), found)).body
        assert body.startswith(head)
        assert ends.rstrip(",") in body


NOTICE = Specific(
    id="n1",
    text="wie lang meine Kündigungsfrist ist",
    frame="question",
    topic="question",
    said_by="dana",
    ties_to="sechs wochen, hab jetzt im vertrag nachgeschaut",
)


def test_what_was_noted_under_the_very_question_that_they_ask_is_the_answer() -> None:
    asks = "Können Sie mir sagen, wie lang Ihre Kündigungsfrist nun wirklich ist?"
    for text, stands in ((asks, True), ("Ab wann wären Sie frei?", False)):
        asking = wrote(text).replace(wants_answer=True)
        found = facts((NOTICE,), touchpoints=[asking], language="de")
        made = draft(occasion(action("reply"), found))
        assert ("Kündigungsfrist ist: Sechs Wochen" in made.body) is stands
        assert any(lack.field == "reply" for lack in made.lacks)


def test_what_is_sent_goes_with_the_answer_that_it_proves() -> None:
    system = NOTICE.replace(
        text="ob ich mit DATEV Unternehmen online gearbeitet habe",
        ties_to="ja seit 2021, steht auch im Zeugnis drin",
    )
    for thing, stands in (("das Arbeitszeugnis", True), ("die Fotos", False)):
        owed = Promise(id="p1", kind="material", text=thing)
        found = facts((system,), promises=[owed], language="de")
        body = draft(occasion(action("send_material", promise="p1"), found)).body
        told = (
            "ob ich mit DATEV Unternehmen online gearbeitet habe: Ja, seit 2021, das steht auch im"
        )
        assert (told in body) is stands


@pytest.mark.parametrize(
    ("frame", "typed", "told"),
    [
        ("that", "ihr auch bei minus fünf rausgeht", "ihr auch bei minus fünf rausgeht"),
        (
            "about",
            "die Eingewöhnung, die bei euch so lang dauert wie das Kind braucht",
            "die Eingewöhnung, die bei euch so lang dauert, wie das Kind braucht,",
        ),
        (
            "about",
            "die Software, mit der noch keiner warm geworden ist",
            "die Software, mit der noch keiner warm geworden ist,",
        ),
        (
            "question",
            "wie ich mit einem Kollegen umgehe der nie aufräumt",
            "wie ich mit einem Kollegen umgehe, der nie aufräumt",
        ),
    ],
)
def test_a_plain_note_that_readers_missed_is_told(frame: Frame, typed: str, told: str) -> None:
    assert GERMAN.said(typed, frame, FIRST) == told


def test_who_asked_to_hear_again_reads_that_one_does_so() -> None:
    no = wrote("Die Stelle haben wir intern besetzt. Melden Sie sich gern wieder.", "rejection")
    for n in range(12):
        found = facts((), touchpoints=[no], language="de", company=f"Nordwind {n}")
        body = draft(occasion(action("keep_in_touch"), found)).body
        assert "geschrieben" in body
        assert "melden Sie sich gern" not in body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ich würd mich glaub ich einfach ein paar Tage mit meinem Brot daneben setzen.",
         "Ich würde mich, glaube ich, einfach ein paar Tage mit meinem Brot daneben setzen"),
        ("Ich hab ihn mir daheim nochmal gebrüht und du hattest recht.",
         "Ich habe ihn mir daheim noch einmal gebrüht und du hattest recht"),
        ("Mit Lexware und dem alten datev hab ich vier Jahre gearbeitet.",
         "Mit Lexware und dem alten DATEV habe ich vier Jahre gearbeitet"),
        ("Seit heute schau ich bei jedem Bäcker auf die Kruste.",
         "Seit heute schaue ich bei jedem Bäcker auf die Kruste"),
        ("Ich hab nie verstanden warum das keiner vorher macht.",
         "Ich habe nie verstanden, warum das keiner vorher macht"),
        ("Ich werde im Bus nicht schlecht.", "Mir wird im Bus nicht schlecht"),
        ("meine zwei alten Köpfe würd ich mitbringen", "meine zwei alten Köpfe würde ich mitbringen"),
        ("Bei der Feinkeramik hab ich nur gschlickert und nie glasiert.",
         "Bei der Feinkeramik habe ich nur gschlickert und nie glasiert"),
    ],
)  # fmt: skip
def test_a_whole_sentence_in_ones_own_words_goes_in(typed: str, said: str) -> None:
    assert GERMAN.clause(typed, "about") == said


@pytest.mark.parametrize(
    "typed",
    ["Dat ham wir früher auch immer so jemacht.", "Mir hend des in Stuttgart au so gmacht."],
)
def test_dialect_stays_out_whatever_its_capitals(typed: str) -> None:
    assert not GERMAN.clause(typed, "about")


def test_another_is_small_whatever_stands_before() -> None:
    assert nouns_large("wie jeden anderen auch") == "wie jeden anderen auch"
    typed = "den katalog von dem jedes bild anders freigestellt ist"
    assert nouns_large(typed) == "den Katalog von dem jedes Bild anders freigestellt ist"
