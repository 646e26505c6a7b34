"""The fields that a template can use: what each is called and what it says, for the page where one edits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "list", "number", "yes or no"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it is, an example. `missing` is the sentence for when it is empty; "" if it may be."""

    name: str
    what: str
    example: str
    form: Form = "text"
    missing: str = ""


NO_DETAIL = "Nothing of the interview is in it yet: choose or write a specific."

FIELDS: tuple[Field, ...] = (
    Field("company", "the company", "Northwind", missing="The company's name is not entered."),
    Field("role", "the role, without (m/f/d)", "Data Engineer", missing="The role's title is not entered."),
    Field("the_role", "the role inside a sentence", "the Data Engineer role",
          missing="The role's title is not entered."),
    Field("person.greeting", "the name to greet by; the hiring team where nobody is known", "Dana",
          missing="No person is known: find out a name to greet."),
    Field("person.name", "the full name of the person who gets the message", "Dana Adler"),
    Field("person.first_name", "that person's first name", "Dana"),
    Field("interviewer.name", "the interviewer, where the message goes through somebody else", "Tom Novak"),
    Field("interviewers", "everyone who interviewed in that round", "Dana Adler and Tom Novak"),
    Field("colleagues", "the other interviewers of the round", "Tom"),
    Field("interview.day", "the day of the interview", "on Tuesday"),
    Field("interview.round", "the round's name", "technical round"),
    Field("interview.mode", "in_person, phone, video or ai", "video"),
    Field("since", "the time since the interview", "two weeks"),
    Field("specifics", "the specifics that you chose, as a list", "", form="list",
          missing=NO_DETAIL),
    Field("specifics_count", "how many you chose", "2", form="number"),
    Field("specific.text", "the first of them (or the one at hand, in a loop), as said to the person",
          "the move to Kafka", missing=NO_DETAIL),
    Field("moments", "the specifics as moments to remember, as a list; fits behind “I will remember”", "", form="list",
          missing=NO_DETAIL),
    Field("moment", "the first of these", "our conversation about the move to Kafka",
          missing=NO_DETAIL),
    Field("specific.topic", "project, culture, industry, goal, strength or question", "project"),
    Field("tie", "what you bring to it: the first qualification that a chosen specific ties to",
          "my Kafka work at Acme"),
    Field("question", "the chosen open question", "your question about how I'd handle on-call",
          missing="No open question is among the specifics that you chose."),
    Field("answer", "what you noted as tied to that question", "a rota of six with a calm handover",
          missing="Your answer is not in it yet: note it as what the question ties to, or write it here."),
    Field("promise.text", "what was promised or asked for", "the code sample"),
    Field("promise.day", "the day it was promised for", "20 November"),
    Field("decision_day", "the day by which they meant to decide", "20 November"),
    Field("last_note_day", "the day of your last check", "10 November"),
    Field("offer_day", "the day by which another offer wants an answer", "25 November",
          missing="The other offer's deadline is not entered."),
    Field("deadline_day", "the day by which this offer wants an answer", "25 November"),
    Field("via_agency", "whether you applied through an agency", "no", form="yes or no"),
    Field("to_agency", "whether the message goes to somebody at the agency", "no", form="yes or no"),
    Field("me.name", "your name", "Sam Rivera", missing="Your own name is not entered in the settings."),
    Field("me.first_name", "your first name", "Sam", missing="Your own name is not entered in the settings."),
    Field("me.email", "your e-mail address", "sam@example.org"),
    Field("me.phone", "your phone number", "+49 30 1234567",
          missing="Your own phone number is not entered in the settings."),
    Field("closing", "sign-off, name and signature", "Best regards,\nSam Rivera",
          missing="Your own name is not entered in the settings."),
)  # fmt: skip

BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
