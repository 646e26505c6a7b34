"""How text is read, whoever reads it: words and sentences, names, addresses, the language, the tone of a sentence."""
