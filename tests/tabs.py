"""A browser without a browser: its cookies, a sign-in by name, and tabs that speak Streamlit's protocol."""

import contextlib
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

_PATIENCE = 120.0
_XSRF = "_streamlit_xsrf"


class Tab:
    """One tab: it opens a page, clicks, and keeps what the widgets were set to."""

    def __init__(self, address: str, cookies: dict[str, str], *, resumed: str = "") -> None:
        """`resumed`: the id of a session that it says to go on with, as a browser does that was cut off."""
        self.address = address
        self._cookies, self._resumed = cookies, resumed
        self._stack = contextlib.ExitStack()
        self._pages: dict[
            str, str
        ] = {}  # by the page's own part of the address: what the server calls it
        self._page = self._query = ""
        self._set: dict[str, WidgetState] = {}
        self.session = ""
        self.leads_to = ""  # where the browser was sent by the last run
        self.elements: list[Any] = []
        self._blocks: list[Any] = []
        self.heard = b""  # all that the last run sent

    def __enter__(self) -> Self:
        host = self.address.partition("://")[2]
        lines = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        told = ["streamlit", self._cookies.get(_XSRF, ""), self._resumed]
        while not told[-1]:
            told.pop()
        self._link = self._stack.enter_context(
            connect(
                f"ws://{host}/_stcore/stream",
                origin=Origin(self.address),
                additional_headers={"Cookie": lines},
                subprotocols=[Subprotocol(each) for each in told],
                max_size=None,
            )
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def is_cut(self) -> bool:
        """Whether the connection is gone."""
        return self._link.close_code is not None

    def run(self, page: str | None = None, press: str = "", query: str | None = None) -> None:
        """The page runs (the one before, where none is named), until its last run has ended.

        `press`: the id of a button that was pressed; `query`: what stands behind the question mark.
        """
        if page is not None:
            self._page, self._query = page, ""
        if query is not None:
            self._query = query
        known = self._pages.get(self._page, "")
        here = ContextInfo(timezone="Europe/Berlin", locale="en-GB", url=self.address)
        state = ClientState(
            page_script_hash=known,
            page_name="" if known else self._page,
            query_string=self._query,
            context_info=here,
        )
        state.widget_states.widgets.extend(self._set.values())
        if press:
            state.widget_states.widgets.append(WidgetState(id=press, trigger_value=True))
        self._link.send(BackMsg(rerun_script=state).SerializeToString())
        self.wait()

    def wait(self) -> None:
        """The page runs, asked or by itself, until its last run has ended."""
        self.heard, self.leads_to = b"", ""
        self._drawn_anew()
        while not self._hear():
            pass

    def runs_within(self, seconds: float) -> bool:
        """Whether the page runs by itself in that time."""
        end = time.monotonic() + seconds
        with contextlib.suppress(TimeoutError):
            while (left := end - time.monotonic()) > 0:
                data = self._link.recv(left)
                if ForwardMsg.FromString(
                    data if isinstance(data, bytes) else data.encode()
                ).HasField("new_session"):
                    return True
        return False

    def _drawn_anew(self) -> None:
        self.elements, self._blocks = [], []

    def _hear(self) -> bool:
        """Whether what came next is the end of the last run."""
        data = self._link.recv(_PATIENCE)
        data = data if isinstance(data, bytes) else data.encode()
        self.heard += data
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
        elif kind == "navigation":
            pages = message.navigation.app_pages
            self._pages = {each.url_pathname: each.page_script_hash for each in pages}
            here = message.navigation.page_script_hash
            self._page = next((n for n, found in self._pages.items() if found == here), self._page)
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "auth_redirect":
            self.leads_to = message.auth_redirect.url
        elif kind == "delta" and message.delta.HasField("new_element"):
            self.elements.append(message.delta.new_element)
        elif kind == "delta" and message.delta.HasField("add_block"):
            self._blocks.append(message.delta.add_block)
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError(str(message))
            if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return True
            self._drawn_anew()  # the page led on to another
        return False

    def button(self, part: str) -> str:
        """The id of the first button on the page that can be pressed and whose id or label has this part, or ""."""
        buttons = (each.button for each in self.elements if each.HasField("button"))
        found = (b for b in buttons if not b.disabled and (part in b.id or part in b.label))
        return next((str(each.id) for each in found), "")

    def press(self, part: str) -> None:
        """Presses that button; raises LookupError where there is none."""
        button = self.button(part)
        if not button:
            raise LookupError(part)
        self.run(press=button)

    def popover(self, part: str) -> str:
        """The id of the first popover on the page whose id has this part, or ""."""
        ids = (each.popover.id for each in self._blocks if each.HasField("popover"))
        return next((str(each) for each in ids if part in each), "")

    def open(self, popover: str) -> None:
        """It opens, and the page runs."""
        self._set[popover] = WidgetState(id=popover, bool_value=True)
        self.run()

    def close(self, popover: str) -> None:
        """It has closed by itself, as it does when something was chosen in it."""
        del self._set[popover]

    def type_into(self, label: str, text: str) -> None:
        """Fills in the field with this label; the page has not run yet."""
        (found,) = {
            str(field.id)
            for each in self.elements
            for field in (each.text_input, each.text_area)
            if field.label == label
        }
        self._set[found] = WidgetState(id=found, string_value=text)

    @property
    def text(self) -> str:
        """All that the last run sent, as far as it is text."""
        return self.heard.decode("utf-8", "ignore")


class Browser:
    """The cookies of one browser, at one address."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.get("/")
        self.get("/_stcore/health")

    def get(self, path: str) -> bytes:
        """What is answered for this path, wherever that leads to."""
        found: bytes = self._opener.open(self.address + path, timeout=20).read()
        return found

    @property
    def cookies(self) -> dict[str, str]:
        """All that it sends along."""
        return {each.name: each.value or "" for each in self.jar}

    def tab(self, resumed: str = "") -> Tab:
        """One more tab, not open yet."""
        return Tab(self.address, self.cookies, resumed=resumed)

    def sign_in(self, subject: str) -> None:
        """As this subject, at the provider that the dashboard leads to, which believes anybody."""
        with self.tab() as tab:
            tab.run("")
            tab.press("Sign in")
            place = urllib.parse.urljoin(self.address, tab.leads_to)
        form = self._opener.open(place, timeout=20).geturl()
        body = urllib.parse.urlencode({"sub": subject}).encode()
        self._opener.open(form, body, timeout=20).close()
