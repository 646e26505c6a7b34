"""How one addresses somebody formally: the form for their gender, titles and family name."""

import re
from collections.abc import Mapping

from followup.prose.name_parts import GIVEN, OF_OFFICE, bare, read_name
from followup.prose.names import family_name
from followup.prose.text import folds
from followup.prose.word_lists import word_list

_FORMS: Mapping[str, frozenset[str]] = {"f": word_list("forms_f"), "m": word_list("forms_m")}
_FORMS_OF_ADDRESS = _FORMS["f"] | _FORMS["m"] | {"m"}
_UNSAID = re.compile(
    r"(?i)^(?:freiherr|freifrau|freiin|baron\w*|edler?|ritter) (?=(?:von|vom|zu|zur)\b)"
)
"""A rank that says Herr or Frau once more: nobody writes “Herr Freiherr von Lüders”."""


def gender_of(full: str) -> str:
    """“f” or “m” where a form of address or the given name leaves no doubt, else ""."""
    name = read_name(full)
    titles = {bare(title) for title in name.titles}
    first = next(iter(name.given), "").lower()
    whole = first if any(first in some for some in GIVEN.values()) else first.split("-")[0]
    given = {whole} if any(whole in some for some in GIVEN.values()) else {*folds(whole)}
    for known in (
        {g: (w | OF_OFFICE[g]) & titles for g, w in _FORMS.items()},
        {g: w & given for g, w in GIVEN.items()},
    ):
        found = [gender for gender, hits in known.items() if hits]
        if len(found) == 1:
            return found[0]
    return ""


def address(name: str, words: Mapping[str, str]) -> str:
    """Form of address, titles and family name (“Frau Dr. Sorel”); "" where no form is known for that name.

    `words` are the forms of address by gender, f and m.
    """
    found, gender = read_name(name), gender_of(name)
    titles = [t for t in found.spoken_titles if t.rstrip(".").casefold() not in _FORMS_OF_ADDRESS]
    if not gender or not found.family:
        return ""
    return " ".join([words[gender], *titles, _UNSAID.sub("", family_name(name))])
