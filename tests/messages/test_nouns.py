"""German nouns as they are typed small, and their articles: what Wiktionary knows of them."""

from followup.messages.languages.german.nouns import article_of, is_noun
from followup.messages.languages.german.typed import nouns_large
from tests.rows import each_row


@each_row(
    ("typed", "said"),
    [
        ("dass ihr keine laubbläser mehr benutzt", "dass ihr keine Laubbläser mehr benutzt"),
        ("mir tun immer die ohren weh", "mir tun immer die Ohren weh"),
        ("der sauerteig, den sie seit 1961 führen", "der Sauerteig, den sie seit 1961 führen"),
        ("ich will wieder teig in der hand haben", "ich will wieder Teig in der Hand haben"),
        ("norwegen bin ich 5 jahre gefahren", "Norwegen bin ich 5 Jahre gefahren"),
        ("beim lernen hilft es", "beim Lernen hilft es"),
        ("wir arbeiten viel und reden wenig", "wir arbeiten viel und reden wenig"),
        ("ob ich auch feiertags backen würde", "ob ich auch feiertags backen würde"),
        ("alle anderen haben es gut", "alle anderen haben es gut"),
        ("wer zu spät kommt, ist raus", "wer zu spät kommt, ist raus"),
        ("ich berichte jede woche", "ich berichte jede Woche"),
        ("wie ich eine laute neunte Klasse wieder einfange", "wie ich eine laute neunte Klasse wieder einfange"),
        ("die Stunde mit dem Uhrmacher, der wieder schrauben möchte",
         "die Stunde mit dem Uhrmacher, der wieder schrauben möchte"),
        ("die pflege alter Menschen", "die Pflege alter Menschen"),
        ("ein bisschen mehr ruhe wäre gut", "ein bisschen mehr Ruhe wäre gut"),
        ("im ersten jahr", "im ersten Jahr"),
        ("beim zehnten ging es", "beim zehnten ging es"),
        ("letztes jahr assistieren gelernt", "letztes Jahr assistieren gelernt"),
        ("das hat keiner gesehen", "das hat keiner gesehen"),
        ("das das sonst keiner macht", "das das sonst keiner macht"),
        ("wie ich jeden tag anrufe", "wie ich jeden Tag anrufe"),
        ("ob ich punkte habe", "ob ich Punkte habe"),
        ("ob mir die fahrerei liegt", "ob mir die Fahrerei liegt"),
        ("es gibt kein steildach", "es gibt kein Steildach"),
        ("das essen frei ist", "das Essen frei ist"),
        ("die zahlen jeden montag besprochen werden", "die Zahlen jeden Montag besprochen werden"),
        ("die zahlen gut", "die zahlen gut"),
        ("das machen wir, wenn es gut ist", "das machen wir, wenn es gut ist"),
        ("einer für die kasse fehlt", "einer für die Kasse fehlt"),
        ("auf dem steildach und auf steildach", "auf dem Steildach und auf Steildach"),
        ("den kollege meier und mit dem kunde", "den Kollegen Meier und mit dem Kunden"),
        ("den mist, einen zwist und den rist", "den Mist, einen Zwist und den Rist"),
        ("bei einem kuhmist und keinem twist", "bei einem Kuhmist und keinem Twist"),
        ("den tourist und einen optimist", "den Touristen und einen Optimisten"),
        ("vom nachbar, einem patient", "vom Nachbarn, einem Patienten"),
        ("ein unbekannter herr yilmaz", "ein unbekannter Herr Yilmaz"),
        ("weil ich beim mutex falsch lag", "weil ich beim Mutex falsch lag"),
    ],
)  # fmt: skip
def test_nouns_typed_small_are_large_where_they_are_surely_some(typed: str, said: str) -> None:
    assert nouns_large(typed) == said


@each_row(
    ("noun", "article"),
    [
        ("Etagenofen", "den"),
        ("Anhängerausweis", "den"),
        ("Dorfkirche", "die"),
        ("Juni", "den"),
        ("Uni", "die"),
        ("Übergabeprotokoll", "das"),
        ("SAP-Umstellung", "die"),
        ("Unterlagen", "die"),
        ("Schnurpsl", ""),
        ("Fahrer", ""),  # one or several
    ],
)
def test_a_noun_has_its_article_by_its_last_part(noun: str, article: str) -> None:
    assert article_of(noun) == article


def test_a_compound_is_a_noun_only_of_nouns() -> None:
    assert is_noun("dorfkirchenchor")
    assert not is_noun("teilnehmen")
