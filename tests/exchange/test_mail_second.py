"""What two more batches of mails got wrong at first sight, a row for each kind of wording."""

import pytest

from tests.exchange.test_mail_values import DE, GB, Sender, asked, read, times


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (GB, "Your interview is on Thursday 3 December at 10.40am in Committee Room 2. Please report to the main desk"
         " by 10.25am. The desk is staffed from 8.45am to 12.30pm and from 1.30pm to 4.30pm."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Please report to reception by 10.25am."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Reception is open between 8am and 6pm."),
        (GB, "The gatehouse is manned 7am to 7pm. Your interview is on Thursday 3 December at 10.40am."),
        (GB, "Your interview is on Thursday 3 December at 10.40am. Our switchboard is open from 9 to 5, if needed."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Die Pforte ist von 8 bis 12 Uhr und"
         " von 13 bis 17 Uhr besetzt."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Unser Büro ist von 8:30 bis 16 Uhr"
         " geöffnet."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Telefonisch erreichen Sie uns von 9"
         " bis 15 Uhr."),
        (DE, "Ihr Gespräch findet am Donnerstag, 3. Dezember, um 10.40 Uhr statt. Der Empfang hat von 7 bis 18 Uhr"
         " auf."),
    ],
)  # fmt: skip
def test_when_a_desk_is_staffed_is_no_time_and_pushes_none_out(sender: Sender, text: str) -> None:
    found = read(sender, text)
    assert [one[:16] for one in times(found, "interviews")] == ["2026-12-03T10:40"]
    assert "interviews" not in asked(found)


def test_a_time_that_is_free_or_kept_open_is_still_one() -> None:
    text = "For your interview we have Thursday 3 December from 10am to 11am open. Would that suit?"
    assert [one[1:17] for one in times(read(GB, text), "interviews")] == ["2026-12-03T10:00"]


@pytest.mark.parametrize(
    ("sender", "subject", "text", "role"),
    [
        (GB, "Invitation to interview - ref PE/2026/1104", "Post: Planning Enforcement Officer (Grade G, 37 hours)\n"
         "Reference: PE/2026/1104\n\nYou have been shortlisted.", "Planning Enforcement Officer"),
        (GB, "Your application", "Job title: Library Assistant (Scale 4, term time only)\n\nThank you for applying.",
         "Library Assistant"),
        (DE, "Ausschreibung 2026/118 - Ergebnis des Auswahlverfahrens", "wir beabsichtigen, Sie zum 01.02.2027 für die"
         " Sachbearbeitung Wohngeld (EG 9a TVöD, 39 Wochenstunden) einzustellen.", "Sachbearbeitung Wohngeld"),
        (DE, "Ergebnis Auswahlverfahren, Kennziffer 12/26", "wir möchten Sie für die Sachbearbeitung Meldewesen (E 8)"
         " gewinnen.", "Sachbearbeitung Meldewesen"),
        (DE, "Auswahlverfahren Kennziffer 4711", "wir kommen auf Ihre Bewerbung zurück.", None),
        (DE, "Ergebnis", "leider haben wir uns anders entschieden.", None),
    ],
)  # fmt: skip
def test_an_offices_role(sender: Sender, subject: str, text: str, role: str | None) -> None:
    assert read(sender, text, subject)["role"] == role
