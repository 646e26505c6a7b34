"""The user's own voice: what recurs in what they sent is offered as a template of theirs, until they have answered."""

import streamlit as st

from followup.messages.voice.offer import Offer, Turn, offers
from followup.model import changes
from followup.model.facts import new_id
from followup.model.kinds import KINDS
from followup.model.vocabulary import ActionKind
from followup.prose.text import counted
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change, tell
from followup.ui.base.looks import md1
from followup.ui.templates import editor


def offer_own_voice(kind: ActionKind) -> None:
    """One closed line for a kind, with the text that would be kept, what of it recurs, and the choice."""
    facts, declined = session.facts(), unsent.habits().declined or ()
    every = session.kept(("voice", kind), lambda _: offers(facts, kind))
    free = (o for o in every if o.key not in declined and not o.is_taken(facts.templates))
    offer = next(free, None)
    if offer is None:
        return
    with st.expander(
        f"“{md1(offer.template.name)}”: a template in your own words",
        icon=":material/record_voice_over:",
        key="templates_voice",
    ):
        _show(offer)


def _show(offer: Offer) -> None:
    noun = KINDS[offer.template.kind].noun
    st.markdown(
        f"Of {counted(offer.mails, f'{noun} e-mail')} that you sent, these words of yours stand in several, word for "
        "word but for names, days and what was said:"
    )
    st.markdown("\n".join(f"- {_said(turn, offer.mails)}" for turn in offer.turns))
    st.markdown(
        f"As a template, with the subject “{md1(offer.template.subject)}”; your data takes the place of what stands in "
        "braces:"
    )
    st.code(offer.template.body, language=None, wrap_lines=True)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Keep it as a template of mine",
            key="templates_voice_keep",
            icon=":material/save:",
            help="It stands beside ours and is offered first; you can change it and delete it.",
            on_click=_keep,
            args=(offer,),
        )
        st.button(
            "No, thanks",
            key="templates_voice_decline",
            type="tertiary",
            on_click=_decline,
            args=(offer,),
        )


def _said(turn: Turn, mails: int) -> str:
    return f"“{md1(turn.text)}” ({turn.times} of {mails})"


def _keep(offer: Offer) -> None:
    template = offer.template.replace(id=new_id())
    done = change(
        lambda: session.store().update(
            f"Saved the template “{template.name}”",
            lambda facts: changes.save_template(facts, template),
            now=session.now(),
        )
    )
    if done:
        editor.discard()
        st.session_state[editor.CHOSEN] = template.id


def _decline(offer: Offer) -> None:
    before = unsent.habits().declined or ()
    unsent.remember(declined=tuple(dict.fromkeys((*before, offer.key))))
    tell("It is not offered again.")
