"""An action wherever it stands: its card, its buttons and popovers, the debrief, and logging what happened."""
