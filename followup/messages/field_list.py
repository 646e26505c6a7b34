"""The fields that a template can use, for the page where one edits, and the words of a situation that ours ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FieldType = Literal["text", "list", "number", "yes or no"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it is, an example. `if_empty` is the sentence for when it is; "" if it may be."""

    name: str
    what: str
    example: str
    type: FieldType = "text"
    if_empty: str = ""


NO_DETAIL = "Nothing of the interview is in it yet: choose a detail, or finish the sentence of one."
NO_NAME = "Your own name is not entered in the settings."

FIELDS: tuple[Field, ...] = (
    Field("company", "the company", "Northwind", if_empty="The company's name is not entered."),
    Field("at_company", "the same with the word before it", "at Northwind",
          if_empty="The company's name is not entered."),
    Field("role", "the role, without (m/f/d)", "Data Engineer", if_empty="The role's title is not entered."),
    Field("the_role", "the role inside a sentence", "the data engineer role",
          if_empty="The role's title is not entered."),
    Field("next_one", "whom they are looking for, as it follows “your next”", "data engineer"),
    Field("greeting", "the whole line that greets, in the letter's language and by the terms with that person",
          "Dear Dana,", if_empty="No person is known: find out a name to greet."),
    Field("spoken", "the same as one says it, on the phone or on LinkedIn", "Hello Dana"),
    Field("person.greeting", "the name to greet by; the hiring team where nobody is known", "Dana",
          if_empty="No person is known: find out a name to greet."),
    Field("person.name", "the full name of the person who gets the message", "Dana Adler"),
    Field("person.first_name", "that person's first name", "Dana"),
    Field("interviewer.name", "the interviewer, where the message goes through somebody else", "Tom Novak"),
    Field("interviewers", "everyone who interviewed in that round", "Dana Adler and Tom Novak"),
    Field("colleagues", "the other interviewers of the round", "Tom"),
    Field("interview.day", "the day of the interview", "on Tuesday"),
    Field("interview.date", "the same without “on”", "Tuesday"),
    Field("interview.round", "the round's name", "technical round"),
    Field("trial", "the round, where it was work on trial", "the trial shift"),
    Field("interview.mode", "in_person, phone, video or ai", "video"),
    Field("since", "the time since the interview", "two weeks"),
    Field("specifics", "the specifics that you chose, as a list", "", type="list",
          if_empty=NO_DETAIL),
    Field("specifics_count", "how many you chose", "2", type="number"),
    Field("specific.text", "the first of them (or the one at hand, in a loop), as said to the person",
          "our conversation about the move to Kafka", if_empty=NO_DETAIL),
    Field("moments", "the specifics as moments to remember, as a list; fits behind “I will remember”", "", type="list",
          if_empty=NO_DETAIL),
    Field("moment", "the first of these", "our conversation about the move to Kafka",
          if_empty=NO_DETAIL),
    Field("they_said", "the first of these, where it is a point, as a clause", "you said that you deploy every day"),
    Field("heard", "the same as something that one hears", "to hear that you deploy every day"),
    Field("agreed", "the same where it says how things should be", "with you that nobody should work alone at night"),
    Field("liked", "the same by itself, where it speaks for them; in German alone", "dass Sie jeden Tag ausliefern"),
    Field("they_asked", "the first of these, where it is a question, as a clause",
          "you asked me how I'd handle on-call"),
    Field("point", "the same as it follows “that”", "nobody works alone on a night shift"),
    Field("second", "the second of these", "your point that nobody works alone on a night shift"),
    Field("second_tie", "what you bring to the second", "I did so at Acme."),
    Field("thing", "what the first was about, where it is a thing by itself", "the move to Kafka"),
    Field("topic", "the same where it is short enough for a subject line", "the move to Kafka"),
    Field("fact", "the same where it is a fact about the company", "the new plant in Leeds"),
    Field("missed", "a point of yours that you did not get to say", "I also know the old system"),
    Field("my_question", "what you would still like to know", "how the on-call rota is shared"),
    Field("specific.bare", "what it was about, without “our conversation about”", "the move to Kafka"),
    Field("specific.topic", "project, culture, industry, goal, strength, question or company", "project"),
    Field("tie", "what you bring to the first chosen specific: a sentence of its own",
          "I moved our reports to Kafka at Acme."),
    Field("because", "the same as it follows “because”, where it is a reason", "I moved our reports to Kafka at Acme"),
    Field("came_of_it", "the same where it tells what has come of it since",
          "I have since moved our reports to Kafka."),
    Field("question", "the chosen open question", "your question about how I'd handle on-call",
          if_empty="No open question is among the specifics that you chose."),
    Field("answer", "what you noted as tied to that question", "a rota of six with a calm handover",
          if_empty="Your answer is not in it yet: note it as what the question ties to, or write it here."),
    Field("promise.text", "what was promised or asked for", "the code sample"),
    Field("promise.object", "the same where it can stand inside a sentence", "the code sample"),
    Field("promise.day", "the day it was promised for", "20 November"),
    Field("decision_day", "the day by which they meant to decide", "20 November"),
    Field("decision_ahead", "the day by which they mean to decide, while it lies ahead", "Friday 27 November"),
    Field("owed", "what you promised in this interview and have not sent yet", "the code sample"),
    Field("owed_day", "the day by which you promised it", "Monday 23 November"),
    Field("talked_in", "the month of your last talk with them", "in November"),
    Field("last_note_day", "the day of your last check", "10 November"),
    Field("task", "what they had asked for and you sent", "the case study"),
    Field("task_object", "the same where it can stand inside a sentence", "the case study"),
    Field("task_day", "the day on which you sent it", "10 November"),
    Field("called_off_day", "the day of the round that was called off", "on 10 November"),
    Field("ahead_day", "the day of the round that lies ahead", "on 2 December"),
    Field("ahead", "that round by its name", "the trial shift"),
    Field("hold_said", "the month in which they said that it is on hold", "in November"),
    Field("hold_until", "until when it is on hold", "1 March"),
    Field("asked", "what they asked for by a day, as it follows “you asked”", "when I could start"),
    Field("awaited", "what they promised with the offer", "the contract"),
    Field("their_day", "the day of their message that this answers", "12 November"),
    Field("other_role", "your other role at the same employer, or with the same person of an agency",
          "the analyst role"),
    Field("answer_day", "the day before another offer wants an answer", "24 November"),
    Field("offer_day", "the day by which another offer wants an answer", "25 November",
          if_empty="The other offer's deadline is not entered."),
    Field("deadline_day", "the day by which this offer wants an answer", "25 November"),
    Field("via_agency", "whether you applied through an agency", "no", type="yes or no"),
    Field("to_agency", "whether the message goes to somebody at the agency", "no", type="yes or no"),
    Field("me.name", "your name", "Sam Rivera", if_empty=NO_NAME),
    Field("me.first_name", "your first name", "Sam", if_empty=NO_NAME),
    Field("me.email", "your e-mail address", "sam@example.org"),
    Field("me.phone", "your phone number", "+49 30 1234567",
          if_empty="Your own phone number is not entered in the settings."),
    Field("closing", "sign-off, name and signature", "Best regards,\nSam Rivera",
          if_empty=NO_NAME),
)  # fmt: skip

DETAILS = frozenset({
    "specifics", "specifics_count", "specific.text", "specific.bare", "specific.topic", "moments", "moment", "second",
    "second_tie", "point",
    "they_said", "heard", "agreed", "liked", "they_asked", "thing", "topic", "fact", "tie", "because", "came_of_it",
    "question", "answer",
})  # fmt: skip
"""The fields by which a template takes up a detail that the user chose."""

BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

WHEN: Mapping[str, str] = {
    "warm": "the warm tone is chosen",
    "plain": "the plain tone is chosen",
    "first": "you are on first-name terms with the reader",
    "formal": "you are on formal terms with the reader",
    "a_talk": "what is taken up is something that you talked about",
    "practice": "what is taken up is how things are done there, said without “you”",
    "habit": "what is taken up is what they do, said with “you”",
    "plan": "what is taken up is what they want, or find hard",
    "trouble": "what is taken up is what they find hard",
    "job": "what is taken up is work that one could help with",
    "of_work": "what is taken up is a question how I would do something",
    "you_said": "what is taken up was said by the reader",
    "we_talked": "what is taken up was said in a round in which the reader was",
    "in_person": "the interview was in person",
    "video": "the interview was by video",
    "phone": "the interview was by phone",
    "ai": "the interview was with an AI system",
    "not_interviewer": "the message goes to somebody at the company who did not interview you",
    "was_there": "the message goes to somebody who interviewed you",
    "through_agency": "the message goes to the agency instead of the interviewer",
    "passed_on": "the message goes to somebody else at the company, since its person has left or has no address",
    "to_agency": "the message goes to somebody at the agency",
    "no_show": "they did not show up",
    "date": "a new date, or a first one, is still to come from them",
    "called_off": "a round was called off or moved, and no new date is known",
    "invited": "they invited you, or asked for a talk",
    "timed": "they named a time for it",
    "letter": "what they promised with the offer (the contract) has not come",
    "task": "the last thing that you sent them was what they had asked for",
    "on_hold": "the last word of theirs was that it is on hold",
    "interviewed": "at least one interview was held",
    "accepted": "you accepted this offer",
    "accepted_elsewhere": "you accepted another offer",
    "over": "it ended with a rejection or a withdrawal",
    "rejected": "they turned you down",
    "withdrawn": "you withdrew",
    "offered": "this company made an offer",
    "extended": "this company gave its offer anew: longer, or with other terms",
    "promised": "the answer keeps a promise, and no message",
    "by_call": "they told you of the offer or the rejection in person or by phone",
    "reason_given": "they said why",
    "postponed": "they wrote that it would take until another day",
    "date_promised": "they wrote that a new date would follow",
    "they_were_ill": "they called the round off as somebody was ill",
}
"""The words of a situation that a way or a line may ask for, beside the names of fields and of places."""

FILTERS = frozenset(
    {
        "warm",
        "plain",
        "first",
        "formal",
        "in_person",
        "video",
        "phone",
        "moment",
        "they_said",
        "heard",
        "agreed",
        "liked",
        "they_asked",
        "thing",
        "tie",
        "because",
        "came_of_it",
        "promise.object",
        "task_object",
        "interviewed",
        "a_talk",
        "topic",
        "second",
        "second_tie",
        "point",
        "you_said",
        "we_talked",
    }
)
"""Words that only let a way in: one with them stands beside those without, and not in their place."""
