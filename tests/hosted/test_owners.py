"""Whatever one claims to be, by an address, a button, a session or a cookie: one sees and changes what is one's own."""

import base64
import json
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from followup.playbook.plan import plan
from tests.hosted.conftest import ANNS, BENS, NOW, Searches, whose
from tests.tabs import Browser, Tab

PAGES = ("", "timeline", "calendar", "compose", "templates", "interviews", "insights", "data", "settings")  # fmt: skip
USER = "_streamlit_user"


def addresses() -> Iterator[tuple[str, dict[str, str]]]:
    """What stands behind the question mark anywhere, with what is Ann's."""
    for page in PAGES:
        for application in ANNS.applications:
            yield page, {"application": application.id}
            yield page, {"application": application.id, "edit": "1"}
        for action in plan(ANNS, NOW):
            yield page, {"action": action.key}
            yield page, {"application": action.application, "action": action.key}


def answer_to(browser: Browser, cookies: dict[str, str] | None = None, resumed: str = "") -> Tab:
    """What Today and Interviews say to a browser with these cookies, in place of its own."""
    with Tab(
        browser.address, browser.cookies if cookies is None else cookies, resumed=resumed
    ) as tab:
        tab.run("")
        said = tab.heard
        if not tab.button("Sign in"):
            tab.run("interviews")
        tab.heard += said
    return tab


def test_each_sees_their_own_search(searches: Searches) -> None:
    for subject in ("ann", "ben"):
        assert whose(answer_to(searches.visitor(subject)).heard) == {subject}
    assert whose(answer_to(searches.visitor("cleo")).heard) == set()
    assert answer_to(searches.visitor()).button("Sign in")


def test_an_address_with_ids_of_another_shows_nothing_of_theirs(searches: Searches) -> None:
    with searches.visitor("ben").tab() as tab:
        for page, asked in addresses():
            tab.run(page, query=urlencode(asked))
            assert whose(tab.heard) <= {"ben"}, (page, asked)
    assert searches.of("ben").load().facts == BENS


def test_a_button_of_another_that_is_pressed_by_its_id_does_nothing(searches: Searches) -> None:
    with searches.visitor("ann").tab() as anns, searches.visitor("ben").tab() as bens:
        anns.run("")
        pressed = [each.button.id for each in anns.elements if each.HasField("button")]
        assert any("-done_" in each for each in pressed)
        for each in pressed:
            bens.run("", press=each)
            assert whose(bens.heard) <= {"ben"}
    assert searches.of("ann").load().facts == ANNS
    assert searches.of("ben").load().facts == BENS


@pytest.mark.parametrize("still", [True, False], ids=["that goes on", "that was cut off"])
def test_the_session_of_another_is_not_taken_over(searches: Searches, still: bool) -> None:
    ann, ben = searches.visitor("ann"), searches.visitor("ben")
    with ann.tab() as anns:
        anns.run("interviews", query=f"application={ANNS.applications[0].id}&edit=1")
        anns.type_into("Role", "Staff engineer")
        anns.run()
        taken = anns.session
        cookies = {**ben.cookies, "followup_process": ann.cookies.get("followup_process", "")}
        if still:
            assert whose(answer_to(ben, cookies, resumed=taken).heard) == {"ben"}
            anns.run()
            assert whose(anns.heard) == {"ann"}
    if not still:
        for own in (cookies, {**cookies, USER: ""}):
            found = answer_to(ben, own, resumed=taken)
            assert whose(found.heard) <= {"ben"}
            assert "Staff engineer" not in found.text


def test_who_signs_out_is_out_and_the_second_who_signs_in_there_finds_nothing(
    searches: Searches,
) -> None:
    browser = searches.visitor("ann")
    with browser.tab() as left_open, browser.tab() as tab:
        left_open.run("")
        tab.run("settings")
        assert whose(tab.heard) == {"ann"}
        tab.press("Sign out")
        browser.get(tab.leads_to)
        assert USER not in browser.cookies
        gone = tab.session, left_open.session
        for each in gone:
            found = answer_to(browser, resumed=each)
            assert found.button("Sign in")
            assert whose(found.heard) == set()
        browser.sign_in("ben")
        for each in gone:
            assert whose(answer_to(browser, resumed=each).heard) == {"ben"}
        # Until it is loaded again a tab that was left open is Ann's, and what is done there is hers.
        left_open.press("-done_")
        assert whose(left_open.heard) == {"ann"}
    assert searches.of("ann").load().facts != ANNS
    assert searches.of("ben").load().facts == BENS
    for each in gone:
        assert whose(answer_to(browser, resumed=each).heard) == {"ben"}


def secret_of(searches: Searches) -> str:
    told = tomllib.loads((searches.folder / "auth.toml").read_text())
    return str(told["auth"]["cookie_secret"])


def said_of(searches: Searches, subject: object) -> dict[str, object]:
    """What a cookie says of somebody."""
    running = searches.running
    return {"iss": running.issuer, "sub": subject, "is_logged_in": True, "origin": running.address}


def signed(words: object, secret: str, name: str = USER) -> str:
    return create_signed_value(secret, name, json.dumps(words)).decode()


def test_a_forged_cookie_is_nobody(searches: Searches) -> None:
    ben = searches.visitor("ben")
    secret, anns = secret_of(searches), said_of(searches, "ann")
    good, plain = signed(anns, secret), json.dumps(anns)
    assert whose(answer_to(ben, {**ben.cookies, USER: good}).heard) == {"ann"}, "as it is signed"
    body, stamp, mac = good.rsplit(".", 2)
    bens_mac = ben.cookies[USER].rsplit(".", 2)[2]
    forged = {
        "not signed": base64.urlsafe_b64encode(plain.encode()).decode(),
        "plain": plain,
        "by another secret": signed(anns, "x" * 43),
        "by no secret": signed(anns, ""),
        "for another cookie": signed(anns, secret, "_streamlit_user_tokens"),
        "with the signature of one's own": f"{body}.{stamp}.{bens_mac}",
        "with another stamp": f"{body}.{stamp[::-1]}.{mac}",
        "cut": good[:-1],
        "empty": "",
        "a name": "ann",
        "of another address": signed({**anns, "origin": "https://evil.example"}, secret),
        "who has not signed in": signed({**anns, "is_logged_in": False}, secret),
        "who says so in words": signed({**anns, "is_logged_in": "true"}, secret),
        "chunks that are not there": signed("chunks-2", secret),
    }
    for how, value in forged.items():
        found = answer_to(ben, {**ben.cookies, USER: value})
        assert found.button("Sign in"), how
        assert whose(found.heard) == set(), how


@pytest.mark.parametrize(
    "changed", [{"sub": ""}, {"sub": None}, {"sub": 7}, {"sub": ["ann"]}, {"iss": None}, {"iss": 7}]
)
def test_a_provider_that_does_not_say_who_it_is_lets_nobody_in(
    searches: Searches, changed: dict[str, object]
) -> None:
    browser = searches.visitor()
    cookie = signed({**said_of(searches, "ann"), **changed}, secret_of(searches))
    found = answer_to(browser, {**browser.cookies, USER: cookie})
    assert "You are not signed in" in found.text
    assert whose(found.heard) == set()


def test_the_same_name_at_another_provider_is_somebody_else(searches: Searches) -> None:
    browser = searches.visitor()
    words = {**said_of(searches, "ann"), "iss": "https://elsewhere.example"}
    cookie = signed({**words, "email": "kim@example.org"}, secret_of(searches))
    found = answer_to(browser, {**browser.cookies, USER: cookie})
    assert not found.button("Sign in")
    assert whose(found.heard) == set()


def test_who_only_asks_is_told_nothing_of_anybody(searches: Searches) -> None:
    """Without a sign-in: also not what lies in a data file of whoever runs the server."""
    since = urlencode({"since": "2026-09-01T00:00:00+00:00", "zone": "Europe/Berlin"})
    for path in ("/", "/interviews?application=Z", f"/reminders?{since}", "/calendar/ann.ics"):
        request = urllib.request.Request(
            searches.running.address + path, headers={"X-Forwarded-User": "ann", "X-Streamlit-User": "ann"}
        )  # fmt: skip
        try:
            said = urllib.request.urlopen(request, timeout=20).read()
        except urllib.error.HTTPError as refused:
            said = refused.read()
        assert whose(said) == set(), path


def test_an_idle_tab_shows_at_once_what_another_process_saved_and_nobody_else_is_woken(
    searches: Searches,
) -> None:
    with searches.visitor("ann").tab() as anns, searches.visitor("ben").tab() as bens:
        anns.run("")
        bens.run("")
        (entered,) = ANNS.applications
        facts = ANNS.replace(applications=(entered.replace(company="Zeppelinwerft"),))
        searches.of("ann").update("Named", lambda _: facts, now=NOW)
        anns.wait()
        assert "Zeppelinwerft" in anns.text
        assert not bens.runs_within(2)
        assert not anns.runs_within(2)


def test_a_tab_that_saves_is_not_run_again_by_that(searches: Searches) -> None:
    with searches.visitor("ann").tab() as tab:
        tab.run("")
        tab.press("-done_")
        assert searches.of("ann").load().facts != ANNS
        assert not tab.runs_within(3)
