"""The text of a file whose encoding nobody states: by its mark, UTF-8, UTF-16, else the Western one of Windows."""

import codecs

from followup.model.errors import FollowupError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 2_000
_MOSTLY = 0.3


def _guess(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[at::2].count(0) > _MOSTLY * max(1, len(sample) / 2):
            return name
    return "utf-8"


def text_of(data: bytes) -> tuple[str, str]:
    """The text and its encoding (utf-8, utf-8-sig, utf-16, cp1252); raises FollowupError for what is no text."""
    encoding = _guess(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise FollowupError(f"The file says that it is {encoding}, and is not.") from None
        encoding = "cp1252"
        text = data.decode(encoding, errors="replace")
    if "\x00" in text:
        raise FollowupError("The file holds NUL characters: it is no text.")
    return text, encoding.removesuffix("-le").removesuffix("-be")
