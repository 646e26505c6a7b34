"""Write nouns_de.tsv.gz in followup/prose/words anew, the German nouns in use, and lowercase_de.tsv.gz, what is none.

`python -m tools.nouns` takes the words of Wiktionary (german-nouns, CC BY-SA 4.0), of these the ones in use (wordfreq),
and calls sure what is no form of another word (simplemma). Small are the words in use of which simplemma knows another
lemma, a line of verbs and a line of the rest. docs/letters.md says what they are for.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import simplemma
from wordfreq import iter_wordlist, zipf_frequency

from followup.messages.languages.german.nouns import ALSO, ARTICLES, LOWERCASE, NOUNS, SURE
from followup.prose.word_lists import word_list

_NO_WORDS = ("name", "Abkürzung", "Symbol", "Wortverbindung", "Affix", "adjektivisch")
_IN_USE = 2.5  # Zipf: once in three million words
_MORE_ENGLISH = 1.2  # how much more often English has a word that is none of German
_SMALL_IN_USE = 2.3  # rarer: every form of a verb counts by itself
_SHORTEST = 3
_OF_A_VERB = ("en", "ern", "eln", "tun")
_NOUNS, _VERBS = (word_list(name, Path(__file__).parent) for name in ("nouns", "verbs"))


def _read() -> Iterator[Mapping[str, str]]:
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not any(word in row["pos"] for word in _NO_WORDS):
                yield row


def _forms(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each form of a noun, small, with the genders that it has in the nominative ("" where another case has it)."""
    if "Toponym" in row["pos"] and row["lemma"].isalpha():
        yield row["lemma"].lower(), ""
    of_number = {
        "singular": {row[k] for k in row if k.startswith("genus") and row[k]},
        "plural": {"p"},
    }
    nominative = {row[k] for k in row if k.startswith("nominativ singular") and row[k]}
    for column, value in row.items():
        case, _, number = column.partition(" ")
        if not value or case not in {"nominativ", "genitiv", "dativ", "akkusativ"}:
            continue
        genders = of_number[number.split(" ")[0].rstrip("*")]
        for form in map(str.strip, value.split(",")):
            if form.isalpha() and form.istitle() and len(form) >= _SHORTEST:
                told = case == "akkusativ" and (number.startswith("plural") or form in nominative)
                known = [g for g in genders if g in ARTICLES] if told else []
                yield from ((form.lower(), gender) for gender in known or [""])


def _is_in_use(form: str) -> bool:
    here, there = (float(zipf_frequency(form, language)) for language in ("de", "en"))
    return here >= _IN_USE and there - here < _MORE_ENGLISH


def _is_sure(form: str) -> bool:
    """Whether a form is a noun alone, or a verb at most as one says it of oneself (“ich berichte”)."""
    lemma = str(simplemma.lemmatize(form, "de"))
    of_oneself = lemma != form and lemma in {f"{form}en", f"{form}n"} and form not in _VERBS
    return bool(lemma[0].isupper() or form in _NOUNS or of_oneself)


def main() -> None:
    genders: dict[str, set[str]] = defaultdict(set)
    for row in _read():
        for form, gender in _forms(row):
            genders[form].add(gender)
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, known in sorted(genders.items()):
        if _is_in_use(form):
            sure = SURE if _is_sure(form) else ALSO
            rows[sure, "".join(sorted(known))].append(form)
    lines = [f"{sure}\t{of}\t{' '.join(forms)}\n" for (sure, of), forms in sorted(rows.items())]
    NOUNS.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(sum(map(len, rows.values())), "forms,", NOUNS.stat().st_size // 1024, "KB")
    _write_lowercase({form for (sure, _), forms in rows.items() if sure == SURE for form in forms})


def _write_lowercase(nouns: Collection[str]) -> None:
    """The words in use that are written small, verbs first; of nouns those that may be a verb of “ich”."""
    found: dict[bool, list[str]] = {True: [], False: []}
    for word in iter_wordlist("de", "large"):
        if zipf_frequency(word, "de") < _SMALL_IN_USE:
            break  # they come by how often they are used
        ways = (word, word.replace("ss", "ß"))  # the list of words in use has no ß
        lemma = next(
            (str(simplemma.lemmatize(w, "de")) for w in ways if simplemma.is_known(w, "de")), ""
        )
        if (
            word.isalpha()
            and len(word) > 1
            and lemma
            and lemma[0].islower()
            and (word not in nouns or word[-1] == "e")
        ):
            found[lemma.endswith(_OF_A_VERB)].append(word)
    text = "".join(f"{' '.join(sorted(found[verbs]))}\n" for verbs in (True, False))
    LOWERCASE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(sum(map(len, found.values())), "small words,", LOWERCASE.stat().st_size // 1024, "KB")


main()
