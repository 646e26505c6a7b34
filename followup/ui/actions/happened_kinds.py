"""What “What happened?” calls each kind of happening, and its icon."""

HAPPENINGS: dict[str, tuple[str, str]] = {
    "replied": (":material/mark_email_unread:", "They wrote"),
    "date": (":material/event_available:", "They named or moved their date"),
    "next_round": (":material/event_upcoming:", "They invited me to an interview"),
    "moved": (":material/event_repeat:", "An interview is moved"),
    "called_off": (":material/event_busy:", "An interview is called off"),
    "no_show": (":material/person_off:", "They did not show up"),
    "rejected": (":material/thumb_down:", "They said no"),
    "offer": (":material/celebration:", "They made an offer"),
    "more_time": (":material/more_time:", "They gave me more time"),
    "on_hold": (":material/pause_circle:", "It is on hold"),
    "away": (":material/beach_access:", "Out of office"),
    "left": (":material/person_remove:", "Somebody has left"),
    "receipt": (":material/mark_email_read:", "An automatic receipt"),
    "bounced": (":material/unsubscribe:", "My message came back"),
    "wrote": (":material/send:", "I wrote"),
    "task": (":material/task:", "I sent what they asked for"),
    "accepted": (":material/handshake:", "I accepted"),
    "declined": (":material/do_not_disturb_on:", "I declined"),
    "withdrew": (":material/logout:", "I withdrew"),
    "closed": (":material/inventory_2:", "I stop waiting: close it"),
    "reopened": (":material/restart_alt:", "It goes on: reopen it"),
}
# What is as often said as written: the channel is chosen with it.
ALOUD: dict[str, tuple[str, str]] = {
    "replied": (":material/call:", "They called"),
    "offer": (":material/celebration:", "They called with an offer"),
    "wrote": (":material/call:", "I rang or met them"),
}
