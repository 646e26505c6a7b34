"""The German nouns that letters know, out of Wiktionary's."""
