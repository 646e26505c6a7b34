"""Half a sentence of the user's as a letter says it: an answer, what they forgot to say, what they bring."""
