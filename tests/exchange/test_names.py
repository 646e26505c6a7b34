"""What a mail says of names: which company, which role, who wrote, who stands in, where one meets."""

import pytest

from followup.exchange.mail import Mail, read_mail
from followup.exchange.mail.about.called import as_said
from followup.exchange.mail.about.role import role_of
from followup.exchange.mail.about.signed import is_house, is_institution
from followup.exchange.mail.about.where import link_and_place
from followup.exchange.mail.parts.home import home_of
from followup.exchange.mail.parts.own import own_of
from followup.exchange.mail.parts.parse import parse
from tests.exchange.mails import READER
from tests.rows import each_row

NOBODY = "Robin Falk <robin.falk@mailbox.test>"


def _mail(sender: str, subject: str, text: str) -> Mail:
    head = (
        f"From: {sender}\nTo: {NOBODY}\nDate: Fri, 27 Nov 2026 10:00:00 +0100\nSubject: {subject}\n"
    )
    return read_mail(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode(), READER)


@each_row(
    ("written", "said"),
    [
        ("Reederei Ahlers GmbH & Co. KG", "Reederei Ahlers"),
        ("Möwe Fähren AG & Co. KG", "Möwe Fähren"),
        ("Lernwerkstatt Südpark e.V.", "Lernwerkstatt Südpark"),
        ("Autohaus Brandt e. K.", "Autohaus Brandt"),
        ("Klinik Westpark gGmbH", "Klinik Westpark"),
        ("Tull Garden Handels GmbH", "Tull Garden"),
        ("Orion Avionics Pvt. Ltd.", "Orion Avionics"),
        ("Greyfriars Legal LLP", "Greyfriars Legal"),
        ("Pacific Rim Trading Co., Inc.", "Pacific Rim Trading"),
        ("Metalgryf Sp. z o.o.", "Metalgryf"),
        ("Studio Conti S.r.l", "Studio Conti"),
        ("Havenbedrijf Delta N.V.", "Havenbedrijf Delta"),
        ("Stichting Zorggroep Polderzicht", "Zorggroep Polderzicht"),
        ("Petersen Boote A/S", "Petersen Boote"),
        ("Sägewerk Brunner GesmbH", "Sägewerk Brunner"),
        ("Ateliers du Nord SPRL", "Ateliers du Nord"),
        ("Smith & Co. Ltd", "Smith & Co."),
        ("The Coffee Co", "The Coffee Co"),
        ("SE Water", "SE Water"),
        ("GmbH", "GmbH"),
    ],
)
def test_a_company_is_called_without_what_it_is_in_law(written: str, said: str) -> None:
    assert as_said(written) == said


@each_row(
    ("sender", "subject", "text", "company"),
    [
        (
            "Imke Harms <harms@reederei-ahlers.de>",
            "Rückfrage",
            "Moin,\n\nalles da?\n\nViele Grüße\nImke Harms\nCrewing\nReederei Ahlers GmbH & Co. KG",
            "Reederei Ahlers",
        ),
        (
            "Recruitment Delta Bibliotheken <jobs@deltabieb.nl>",
            "News",
            "Dear Ann,\n\nno news yet.\n\nKind regards,\nSjoerd\nDelta Bibliotheken",
            "Delta Bibliotheken",
        ),
        (
            "Naomh Ide Office <office@snide.ie>",
            "Reminder",
            "Dear Ann,\n\nsee you.\n\nMáire\nNaomh Ide",
            "Naomh Ide",
        ),
        (
            "Oakleigh Girls' School <recruitment@oakleighgirls.org.uk>",
            "Interview",
            "Dear Ann, see you. Mrs Pell",
            "Oakleigh Girls' School",
        ),
        (
            "Hotel Alpenrose Personalbüro <personal@alpenrose-hotel.ch>",
            "Gespräch",
            "Guten Tag, bis Freitag. M. Zurbrügg",
            "Hotel Alpenrose",
        ),
        (
            "Mira Sand <mira.sand@hilltopsurgery.nhs.uk>",
            "Friday",
            "Hi Ann,\n\nsee you then.\n\nMira Sand\nHilltop Surgery, Solihull",
            "Hilltop Surgery",
        ),
        (
            "Megan Lyle <mlyle@northlakes.k12.mn.us>",
            "Next steps",
            "Hi,\n\nsee you.\n\nMegan Lyle\nHR | North Lakes Public Schools",
            "North Lakes Public Schools",
        ),
        (
            "Florian Abt <f.abt@brauhaus-regen.de>",
            "Termin",
            "Servus, passt.\n\nFlorian Abt\nRestaurantleitung Brauhaus Regen",
            "Brauhaus Regen",
        ),
        (
            "Kerstin Vogt <k.vogt@gmx.de>",
            "Re: Besuch",
            "Hallo, Sie hören bis Freitag von mir.\n\nKerstin Vogt\nTierarztpraxis Vogt, Uelzen",
            "Tierarztpraxis Vogt",
        ),
        (
            "Gabi Stein <g.stein@ekd-altenheim-linde.de>",
            "Termin",
            "Hallo, im Altenheim Linde ist alles bereit. Gabi",
            "Altenheim Linde",
        ),
        (
            "Jochen Kast <kast@stadtwerke-obertal.de>",
            "Nachricht",
            "Hallo, bei den Stadtwerken Obertal hat es geklappt. J. Kast",
            "Stadtwerke Obertal",
        ),
        (
            "Theo <theo.fenn@mailbox.test>",
            "Re: reel",
            "Hi. Liked it a lot. Will ring.\n\nTheo (Fennimore Audio)",
            "?Fennimore Audio",
        ),
        ("Priya <priya@dotfive.example>", "Hi", "Hi Ann, thanks for coming in. Priya", "?Dotfive"),
        # An agency: its client, or nobody.
        (
            "Sunita Rao <sunita.rao@bluepeak.in>",
            "Shortlisted",
            "Dear Ann,\n\nour client Orion Avionics Pvt Ltd wants to see you.\n\nSunita Rao | Blue Peak HR Consultants",
            "Orion Avionics",
        ),
        (
            "Nadine Kross <kross@pp-kross.de>",
            "Ihr Profil",
            "Hallo, unser Kunde (Maschinenbau, ca. 200 MA, Raum Bielefeld) will Sie sprechen.\n\nNadine Kross",
            None,
        ),
        (
            "Terry Lane <terry@hgv-direct.co.uk>",
            "Driver, Stoke",
            "Hi Ann, got a client in Stoke wants you Monday. Terry",
            None,
        ),
        (
            "Petra Simon via Softgarden <noreply@softgarden.io>",
            "Einladung",
            "Hallo Robin, wir laden dich zum Interview bei der Kronberg Fenster GmbH ein. Petra Simon",
            "Kronberg Fenster",
        ),
        (
            "Ania Nowak <a.nowak@baltrecruiting.pl>",
            "Feedback from Corvex Marine",
            "Hello Kim,\n\nthe manager from Corvex Marine liked you. When I have news I will call.\n\nAnia Nowak",
            "Corvex Marine",
        ),
        (
            "Ania Nowak <a.nowak@baltrecruiting.pl>",
            "Your papers",
            "Hello Kim,\n\nOnce I have word from them, you will hear. How are you?\n\nAnia Nowak",
            None,
        ),
        (
            "Stadt Velden <noreply@jobs.talentgate.example>",
            "We received your application - Adviser Energy and Housing",
            "Dear Kim,\n\nthank you for applying for the position of Adviser Energy and Housing (24 hours)."
            "\n\nRecruitment team\nStadt Velden",
            "Stadt Velden",
        ),
        (
            "Personalservice Stadtwerke Auenried <personal@stadtwerke-auenried.example>",
            "Nachricht",
            "Guten Tag,\n\nFrau Kern ist nicht mehr da.\n\nFreundliche Grüße\ni. A. Ute Stein\nPersonalservice",
            "Stadtwerke Auenried",
        ),
        (
            "Ewa Lis <ewa.lis@baltykfracht.example>",
            "Meeting",
            "Dear Kim,\n\nsee you.\n\nBest regards\nEwa Lis\nBałtyk Fracht, Gdynia",
            "Bałtyk Fracht",
        ),
        # One place alone, in passing: no company.
        (
            "Flora Mac <flora@mailbox.test>",
            "Pastry job",
            "Dear Ann, if you want a word put in with the hotel at Elie, say so. Flora",
            "?Elie",
        ),
        ("Dana Fox (London) <dana@mailbox.test>", "Hello", "Hi Ann, thanks. Dana", None),
        (
            "Joe <joe@joesgarage.test>",
            "Friday",
            "hi ann, come by friday. joe\njoe's garage",
            "Joe's Garage",
        ),
    ],
)
def test_which_company_it_is(sender: str, subject: str, text: str, company: str | None) -> None:
    """“?”: what one place alone hints at is asked."""
    mail = _mail(sender, subject, text)
    asked = next((f"?{ask.suggestion}" for ask in mail.asks if ask.field == "company"), None)
    assert (mail.company or asked) == company


@each_row(
    ("subject", "text", "role"),
    [
        ("Re: Early baker", "", "Early baker"),
        ("Year 6 Class Teacher", "the post of Year 6 Class Teacher", "Year 6 Class Teacher"),
        ("FW: Owen T - tanker driver", "about the Tanker Driver job", "Tanker Driver"),
        ("Rückfrage zur Bewerbung Schiffsmechanikerin Deck", "", "Schiffsmechanikerin Deck"),
        ("Eingangsbestätigung: Sachbearbeiter/in Kita-Gebühren (m/w/d) EG 8", "", "Sachbearbeiter/in Kita-Gebühren"),
        ("Healthcare Assistant (nights) interview", "", "Healthcare Assistant"),
        ("Ward Clerk (Band 3) - outcome", "the post of Ward Clerk (Band 3)", "Ward Clerk"),
        ("News", "about the Field Engineer (R-10482) opportunity", "Field Engineer"),
        ("Ihre Bewerbung als Optikerin Filiale Süd", "", "Optikerin"),
        ("Stelle als Schlosser", "die Stelle als Schlosser (80-100 %) ab Mai", "Schlosser"),
        ("INTERVIEW INVITATION - FLEET SUPERVISOR", "", "Fleet Supervisor"),
        ("Stage Technician - a quick question", "", "Stage Technician"),
        ("Contract Manager position - follow up", "", "Contract Manager"),
        ("Application Project Engineer Rigging", "your profile as Project Engineer.", "Project Engineer Rigging"),
        ("Re: Interview - Asst. Manager Export Sales", "", "Asst. Manager Export Sales"),
        ("Update procedure Harbour Planner", "", "Harbour Planner"),
        ("Vorstellungsgespräch Kreisbrandmeister am 09.12.2026", "", "Kreisbrandmeister"),
        ("Learning Support Assistant x 2", "", "Learning Support Assistant"),
        ("boatyard", "he can start in January as a shipwright", "shipwright"),
        ("Abwesenheitsnotiz: AW: Hausmeisterstelle", "", "Hausmeister"),
        ("Stelle Lohnbuchhalter/in bei unserem Mandanten", "", "Lohnbuchhalter/in"),
        ("Schnuppertag Fachmann Betreuung", "zum Schnuppertag als Fachmann Betreuung am Montag", "Fachmann Betreuung"),
        ("Good news", "we'd very much like you to be the Head Gardener from spring", "Head Gardener"),
        ("Kennenlernen", "bevor wir uns für eine neue Köchin entscheiden", "Köchin"),
        ("Meeting with Professor Lund", "the post of lecturer in forest soils on Monday", "lecturer in forest soils"),
        ("Re: Veterinary Nurse", "your application for the vet nurse job is here", "Veterinary Nurse"),
        ("", "the position of Policy Adviser Housing (32-36 hours).", "Policy Adviser Housing"),
        ("", "the post of Librarian (0.6 FTE) on Friday", "Librarian"),
        ("", "die Stelle als Erzieherin (30 Stunden) ab Mai", "Erzieherin"),
        ("", "your application for the post of Staff Nurse 2 in our Theatre", "Staff Nurse 2"),
        ("Interview - Staff Officer 3 - Ref KX/26/9", "", "Staff Officer 3"),
        ("Re: thank you!", "So, we went back and forth for all the weekend about the \nStage Manager job.",
         "Stage Manager"),
        # Somebody, a house or a day: no role.
        ("Unterlagen", "Für die Unterlagen der Partner fehlt uns noch Ihr Zeugnis.", None),
        ("Housing Officer - HO/2231", "It has gone to the Service Director for sign off.", "Housing Officer"),
        ("Re: Stelle in der Tierarztpraxis", "Danke für Ihren Besuch!", None),
        ("CHILDREN'S NURSE", "", "Children's Nurse"),
        ("Probeabend Köchin", "", "Köchin"),
        ("Einladung Probenahmetechniker", "", "Probenahmetechniker"),
        ("Monday interview", "see you at the Monday interview", None),
        ("Zwei Fragen zur Stelle", "Ich melde mich.", None),
        ("5 mistakes hiring managers hate", "Read on.", None),
    ],
)  # fmt: skip
def test_which_role_it_is(subject: str, text: str, role: str | None) -> None:
    assert role_of(subject, text, []) == role


def test_a_company_and_a_person_are_no_role() -> None:
    subject = "Application Kim Vale - Larch Trainer - Buyer"
    assert role_of(subject, "", [], ["Larch Trainer", "Kim Vale"]) == "Buyer"


@each_row(
    ("sentence", "place"),
    [
        ("Derby depot, Newton Crescent, Derby", "Derby depot, Newton Crescent, Derby"),
        ("Verwaltungsgebäude, 3. OG, Besprechungsraum 3.11", "Verwaltungsgebäude, 3. OG, Besprechungsraum 3.11"),
        ("um 11 Uhr in unserem Werk Celle, Industriestraße 8.", "Werk Celle, Industriestraße 8"),
        ("Its at the Wells shop, 14 Mill Street, come to the back.", "the Wells shop, 14 Mill Street"),
        ("at 4am, at the bakehouse on Forge Lane in Ludlow.", "the bakehouse on Forge Lane in Ludlow"),
        ("Come to the stage door on Kirkgate, Dougie will let you in.", "the stage door on Kirkgate"),
        ("gleiche Uhrzeit, bei uns im Büro an der Talstation.", "Büro an der Talstation"),
        ("at 14h30 in our office, 8 rue des Lilas, Lyon.", "8 rue des Lilas, Lyon"),
        ("at 9 is good. Come to our yard, Havnegade 12, Svendborg.", "Havnegade 12, Svendborg"),
        ("in the Estate Office, Kirk Wynd, Comrie on Friday", "the Estate Office, Kirk Wynd, Comrie"),
        ("our day on Friday 11 December in Manchester.", "Manchester"),
        ("um 12 Uhr zum Gespräch, Raum 11.", "Raum 11"),
        ("see us at 3, Unit 7 Mill Trading Estate, Stroud.", "Unit 7 Mill Trading Estate, Stroud"),
        ("at 10am in the Hall, 1st Floor, Marymount Hospital, Quay Road, Kilbarra, Co. Mayo.",
         "the Hall, 1st Floor, Marymount Hospital, Quay Road, Kilbarra, Co. Mayo"),
        ("at 9am in Meeting Room 4, 3rd Floor, Alder House, Pound Lane, Exeter.",
         "Meeting Room 4, 3rd Floor, Alder House, Pound Lane, Exeter"),
        ("um 14 Uhr in der Lindengasse 3 in Wien statt.", "Lindengasse 3, Wien"),
        ("at 3pm at 4 Castle Street in Ennis.", "4 Castle Street, Ennis"),
        ("same place (Zeedijk, gate 2, ask for me at the porter).", "Zeedijk, gate 2"),
        ("wieder im Sekretariat im 1. Stock.", "Sekretariat im 1. Stock"),
        ("um 9 Uhr in der Lindengasse 3 in Person.", "Lindengasse 3"),
        ("an interview on Friday 11 December in German.", None),
        ("in the office on Monday", None),
        ("im Büro am Montag", None),
    ],
)  # fmt: skip
def test_where_one_meets(sentence: str, place: str | None) -> None:
    assert link_and_place("", [sentence])[1] == place


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "I am no longer with Fenland Pharmacy. Please direct any mail to Terry Boyd at t.boyd@fenland.test.",
            "t.boyd@fenland.test",
        ),
        (
            "I have left Fenland. For jobs email Mel Ota at mel.ota@fenland.test, for invoices accounts@fenland.test.",
            "mel.ota@fenland.test",
        ),
        (
            "Ich bin vom 23.11. bis 27.11. im Urlaub und lese keine Mails. Wenns pressiert: personal@fenland.test",
            "personal@fenland.test",
        ),
        (
            "I am out of office until Monday 7 December. You can still reach me at jo@private.test.",
            None,
        ),
    ],
)
def test_whom_to_write_to_instead(text: str, whom: str | None) -> None:
    mail = _mail("Jo Fox <jo.fox@fenland.test>", "Automatic reply: your mail", text)
    found = (*mail.successors, *((mail.stand_in,) if mail.stand_in else ()))
    assert [one.email for one in found] == ([whom] if whom else [])


@pytest.mark.parametrize(
    ("header", "name", "email"),
    [
        ("Schär Regula <regula.schaer@eulach.test>", "Regula Schär", "regula.schaer@eulach.test"),
        ("Wang Wei <wei.wang@globex.test>", "Wang Wei", "wei.wang@globex.test"),
        ("Karriereportal IWO <jobs@iwo.test>", "Karriereportal IWO", "jobs@iwo.test"),
        ("Microsoft Outlook <MicrosoftExchange329e71ec88ae@mailbox.test>", "Microsoft Outlook", None),
        ("JobHarbour <alerts@jobharbour.test>", "JobHarbour", None),
    ],
)  # fmt: skip
def test_who_wrote(header: str, name: str, email: str | None) -> None:
    sender = _mail(header, "Hello", "Hi Robin, thank you for your note.").sender
    assert (sender.name, sender.email) == (name, email)


@pytest.mark.parametrize(
    ("header", "signed", "name"),
    [
        ("Personalservice Stadtwerke Auenried", "i. A. Ute Stein\nPersonalservice", "Ute Stein"),
        ("Staatstheater Inn - Personalbüro", "Mag. Hanna Prohl\nLeiterin des Personalbüros", "Hanna Prohl"),
        ("Klinikum Hohenau Personalabteilung", "im Auftrag\nSven Lutz", "Sven Lutz"),
        ("HR Office Millbrook Museum", "Jo Trent\nHR Officer", "Jo Trent"),
        ("Recruitment Ferndale Council", "Recruitment\nFerndale Council", "Recruitment Ferndale Council"),
        ("Ann Wells", "Jo Trent", "Ann Wells"),
    ],
)  # fmt: skip
def test_who_signs_for_an_office_wrote_it(header: str, signed: str, name: str) -> None:
    mail = _mail(
        f"{header} <post@haus.example>",
        "Nachricht",
        f"Guten Tag,\n\nalles da.\n\nFreundliche Grüße\n{signed}",
    )
    assert mail.sender.name == name


@each_row(
    ("name", "house"),
    [
        ("Tu Nguyen", False),
        ("Neuhaus Anna", False),
        ("Waldhaus Peter", False),
        ("Julia Bank", False),
        ("Obermühle Karin", False),
        ("TU Ilmenau", True),
        ("Brauhaus Regen", True),
        ("Autohaus Peter", True),
        ("Salon Anna", True),
        ("Ahlers Bank", True),
    ],
)
def test_a_family_name_that_means_a_house_is_a_persons(name: str, house: bool) -> None:
    assert (is_house(name) or is_institution(name)) is house


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        ("Ruth <office@hale.co.uk>", "Clerk", "thanks for coming in to Hale & Sons.\n\nRuth", "Hale & Sons"),
        ("Hale Office <office@hale.co.uk>", "Clerk", "welcome to Hale and Sons.\n\nRuth", "Hale and Sons"),
        ("Ruth Orme <ruth.orme@hale.co.uk>", "Clerk at Hale & Sons", "see you.\n\nRuth Orme", "Hale & Sons"),
        ("Ruth Orme <r.orme@marlow.co.uk>", "Clerk", "see you.\n\nRuth Orme\nMarlow, Pike and Partners",
         "Marlow, Pike and Partners"),
        ("Jens Ahl <j.ahl@koch.de>", "Termin", "bis dann.\n\nJens Ahl\nKoch & Söhne GmbH", "Koch & Söhne"),
    ],
)  # fmt: skip
def test_half_of_a_firms_name_is_none(sender: str, subject: str, text: str, company: str) -> None:
    assert _mail(sender, subject, f"Dear Ann,\n\n{text}").company == company


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Sales Assistant", "Thank you for applying for the post of Sales Assistant (part time), Haberdashery. We"
         " will write.", "Sales Assistant, Haberdashery"),
        ("Sales Assistant", "Post: Sales Assistant (part time), Haberdashery\n", "Sales Assistant, Haberdashery"),
        ("Senior Sales Assistant", "Thank you for applying for the position of Sales Assistant.",
         "Senior Sales Assistant"),
        ("Regieassistenz Spielzeit 27/28", "Wäre 11 Uhr recht?", "Regieassistenz"),
        ("Project Engineer", "Thank you for applying for the position of Project Engineer, Leeds.",
         "Project Engineer"),
    ],
)  # fmt: skip
def test_of_two_titles_the_fuller_is_the_role(subject: str, text: str, role: str) -> None:
    assert role_of(subject, text, []) == role


@each_row(
    ("words", "country"),
    [
        ("Ring me on +353 1 555 0199.", "IE"),
        ("We are at Unit 7, D02 X285.", "IE"),
        ("You will need Garda vetting.", "IE"),
        ("You will need a DBS check.", "GB"),
        ("Ring me on +44 113 555 0199.", "GB"),
        ("We are at Unit 7, LS1 4AP.", "GB"),
        ("There is a car park, and a cuppa.", "GB"),
        ("The HSE pays, and vets with the Garda.", "IE"),
        ("We pay £12, and +353 1 555 0199 is our office.", "GB"),
        ("See you on Monday.", None),
    ],
)
def test_in_which_country_of_those_islands_one_writes(words: str, country: str | None) -> None:
    text = f"Dear Ann,\n\nthank you for your letter. {words}\n\nRuth\n"
    parts = parse(
        f"From: Ruth <ruth@hale.com>\nDate: Fri, 27 Nov 2026 10:00:00 +0000\nSubject: Hello\n\n{text}".encode()
    )
    home = home_of(parts, own_of(parts.text))
    assert (home and home.country) == country


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        ("Birgit Oster <b.oster@oster-personal.de>", "AW: Disponentin bei Krahl Logistik",
         "ich habe mit Krahl Logistik telefoniert.\n\nBirgit Oster\nOster Personal", "Krahl Logistik"),
        ("Timo Reiß <t.reiss@medjob-zeitarbeit.de>", "Termin St.-Anna-Stift", "Das St.-Anna-Stift möchte Sie sehen.\n\n"
         "Timo Reiß\nMedJob Zeitarbeit GmbH", "St.-Anna-Stift"),
        ("Hollins Garage <hollins@btinternet.com>", "MOT tester", "Thanks for the CV.\n\nMick Hollins",
         "Hollins Garage"),
        ("Zimmerei Huber <zimmerei@huber-holz.at>", "Lehrstelle", "bis Freitag.\n\nFranz Huber", "Zimmerei Huber"),
        ("Landgericht Ehrenfels <verwaltung@lg-ehrenfels.example>", "Termin", "bis Freitag.\n\nPeters",
         "Landgericht Ehrenfels"),
        ("Rob Tansley <rob@classcoversupply.co.uk>", "Interview - Year 2 teacher, Ferncliffe Infants", "Confirming your"
         " interview at Ferncliffe Infants.\n\nRob Tansley\nClassCover Supply", "Ferncliffe Infants"),
        ("Sandra Blum <blum@handwerk-vermittlung.de>", "Vorstellung bei Elektro Sander", "der Termin bei Elektro Sander"
         " steht.\n\nSandra Blum\nHandwerk-Vermittlung Blum", "Elektro Sander"),
        ("H. Latham & Son <lathambutchers@outlook.com>", "Counter assistant", "yes to both.\n\nH. Latham",
         "H. Latham & Son"),
        ("HR Recruitment <recruitment@ballinmorecoco.ie>", "Clerical Officer", "we have your application.\n\nHuman"
         " Resources\nBallinmore County Council", "Ballinmore County Council"),
    ],
)  # fmt: skip
def test_a_team_or_half_of_an_agencys_name_is_no_employers(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _mail(sender, subject, f"Hallo,\n\n{text}").company == company
