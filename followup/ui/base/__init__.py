"""What all rooms of the pages stand on: session, clock, feedback with Undo, looks, words, and what is unsent."""
