"""What tables and charts would bring, and all countries: a page needs none of it (110 MB, and half a second)."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from followup.exchange.demo import demo_facts
from followup.store.file_store import FileStore
from tests.pages.conftest import NOW, ROOT

_WALK = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("app.py", default_timeout=120).run()
assert not at.exception, at.exception
found = {"followup.messages.occasion", "email_validator", "jinja2"} & set(sys.modules)
assert not found, f"the first page loads {found}"
for page in sorted(Path("pages").glob("*/*.py")):
    at.switch_page(str(page)).run()
    assert not at.exception, at.exception
    found = {"pandas", "pyarrow", "altair", "holidays.countries"} & set(sys.modules)
    assert not found, f"{page} loads {found}"
"""


def test_no_page_loads_pandas_pyarrow_altair_or_each_country_and_the_first_no_letters(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data.json"
    now = datetime.fromisoformat(NOW)
    FileStore(path).update("Filled", lambda _: demo_facts(now), now=now)
    own = {"FOLLOWUP_DATA": str(path), "FOLLOWUP_NOW": NOW, "PYTHONPATH": str(ROOT)}
    walked = subprocess.run(
        [sys.executable, "-c", _WALK],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr
