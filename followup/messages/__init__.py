"""What the user writes: templates, drafts, findings, and the hand-off to the user's own programs. All of it is pure."""
