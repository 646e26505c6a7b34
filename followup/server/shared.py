"""What several processes share: a secret, from which each makes the same tokens, so that any of them answers."""

import hmac
import os
import secrets
import time
from typing import Final

from followup.model.errors import FollowupError

SECRET: Final = "FOLLOWUP_SECRET"  # noqa: S105 - the name of the variable
_SHORTEST: Final = 32
_DAYS: Final = 30


def shared_secret() -> bytes:
    """FOLLOWUP_SECRET; empty where this process is alone. Raises FollowupError for one that could be guessed."""
    words = os.environ.get(SECRET, "").strip()
    if words and len(words) < _SHORTEST:
        raise FollowupError(f"{SECRET} is too short; at least {_SHORTEST} characters.")
    return words.encode()


def derived(secret: bytes, purpose: str) -> str:
    """A token for this purpose, the same in each process with this secret."""
    return hmac.new(secret, purpose.encode(), "sha256").hexdigest()


def ticket(key: bytes) -> str:
    """What says that its bearer has signed in, for some days, to every process with this key."""
    words = f"{int(time.time()) + _DAYS * 86_400}.{secrets.token_urlsafe(16)}"
    return f"{words}.{derived(key, words)}"


def is_ticket(key: bytes, given: str) -> bool:
    """Whether it was made with this key, and its days are not over."""
    words, _, mac = given.rpartition(".")
    until = words.partition(".")[0]
    if not hmac.compare_digest(derived(key, words).encode(), mac.encode()):
        return False
    return int(until) > time.time()
