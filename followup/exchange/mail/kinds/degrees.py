"""How far a sentence, or a mail, is of a kind: steps on the scale of the weights (a logit), the same for all."""

CLEAR, FIRM = 0.3, 0.5
CLOSE = 1.5
"""Two kinds that are no farther apart are hard to tell."""
WEAK, FAINT, FAR = 1.8, 2.5, 4.0
NEVER = -9.0
"""Less than any sentence comes to."""
