"""From an empty file to a message that was sent, and how much of the program one has to know to follow it."""

import importlib
import inspect
import pkgutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from streamlit.testing.v1 import AppTest

import followup
from followup.model.facts import Facts
from tests.pages.conftest import ROOT, Start
from tests.pages.test_today import text_of

COMPOSE, INTERVIEWS, TODAY = (
    f"pages/{name}.py" for name in ("write/compose", "record/interviews", "plan/today")
)
MOST = 142  # to come down: the aim is 100
BEFORE_ANY_PAGE = ("followup.cli", "followup.server", "followup.__main__")


def _import_all() -> None:
    """So that what runs while a module is imported is no step of the way, and what was remembered is asked anew."""
    for module in pkgutil.walk_packages(followup.__path__, "followup."):
        if not module.name.startswith(BEFORE_ANY_PAGE):
            loaded = importlib.import_module(module.name)
            for thing in vars(loaded).values():
                if callable(clear := getattr(thing, "cache_clear", None)):
                    clear()


@contextmanager
def entered() -> Iterator[set[str]]:
    """The modules of ours of which a function runs meanwhile, in any thread; of the pages, their scripts."""
    found: set[str] = set()
    scripts = (str(ROOT / "app.py"), f"{ROOT / 'pages'}/")
    ours = f"{ROOT / 'followup'}/"

    def see(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        is_function = code.co_flags & inspect.CO_OPTIMIZED
        name = code.co_filename
        if event == "call" and (
            name.startswith(scripts) or (is_function and name.startswith(ours))
        ):
            found.add(str(Path(name).relative_to(ROOT)))

    threading.setprofile(see)
    sys.setprofile(see)
    try:
        yield found
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def _field(page: AppTest, kind: str, name: str) -> str:
    """The key of the entry form's one field of that name."""
    (key,) = (each.key for each in page.get(kind) if each.key and f"|{name}" in each.key)
    return str(key)


def _enter(page: AppTest) -> None:
    for name, text in (
        ("company", "Globex"),
        ("role", "Data engineer"),
        ("name_", "Ann Adler"),
        ("email_", "ann@globex.example"),
    ):
        page.text_input(key=_field(page, "text_input", name)).set_value(text)
    said = _field(page, "text_area", "text_")
    page.text_area(key=said).set_value("the move of the billing system to Kafka").run()
    save = next(str(b.key) for b in page.button if b.key and b.key.endswith("|save"))
    page.button(key=save).click().run()


def _way(app: Start) -> AppTest:
    """Enter an interview, see in the plan what to do, write it, and say that it was sent."""
    page = app(None)
    page.button(key="greeting_enter").click()
    page.query_params["new"] = "1"
    page.switch_page(INTERVIEWS).run()
    _enter(page)
    page.switch_page(TODAY).run()
    write = next(str(b.key) for b in page.button if b.key and b.key.startswith("compose_thank_you"))
    page.button(key=write).click()
    page.query_params["action"] = write.removeprefix("compose_")
    page.switch_page(COMPOSE).run()
    sent = next(str(b.key) for b in page.button if b.key and b.key.startswith("compose_sent_"))
    return page.button(key=sent).click().run()


def test_from_an_empty_file_to_a_message_that_was_sent(
    app: Start, stored: Callable[[], Facts]
) -> None:
    _import_all()
    with entered() as modules:
        page = _way(app)
    assert not page.exception
    assert "The plan goes on from here." in text_of(page)
    (thanked,) = stored().applications[0].touchpoints
    assert thanked.purpose == "thank_you"
    assert "Kafka" in thanked.text
    assert len(modules) <= MOST, (len(modules), sorted(modules))


def test_a_module_counts_once_a_function_of_it_has_run_in_whatever_thread() -> None:
    days = importlib.import_module("followup.prose.text")
    said: list[str] = []
    with entered() as modules:
        thread = threading.Thread(target=lambda: said.append(days.counted(2, "check")))
        thread.start()
        thread.join()
    assert (said, modules) == (["2 checks"], {"followup/prose/text.py"})
