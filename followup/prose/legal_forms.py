"""What a company is in law, behind its name: “GmbH & Co. KG”, “e. V.”, “Pvt. Ltd.”."""

import re

_OPEN = (
    r"Sp(?:\.|ó[lł]ka) ?z ?o\. ?o|e\. ?[VKG]|[gG]?Gmb[hH]|mbH|GbR|OHG|oHG|KGaA|PartG(?: ?mbB)?|Pvt|Pty|Pte"
    r"|Private Limited|B\. ?V|N\. ?V|V\.?O\.?F|S\.? ?[rR]\. ?[lL]|S\. ?[pP]\. ?A|SpA|S\. ?A(?:\. ?S)?"
    r"|S\. ?[aà]\. ?r\. ?l|S\.? ?r\.? ?o|d\. ?o\. ?o|A/S|ApS|SPRL|BVBA|SRL|SNC|EURL|Sdn\.? Bhd|PLLC|ULC"
    r"|Nyrt|JSC|Sp\. ?[jk]|Ges(?:mbH|\.m\.b\.H)|A\.?Ş|S\. ?L|DAC|CLG|CIC|CIO|NPC|NPO|Ltda|SLU|SL|LP|Lda|Kft|Zrt|Oyj?"
    r"|(?i:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|gmbh|ggmbh)"
    r"|UG(?: ?\(haftungsbeschränkt\))?|AöR|eG|eV|eK|BV|NV|AG|SE|KG|SAS|SARL|SA|AB|ASA|AS"
)
_FORM = rf"(?:{_OPEN})\b\.?"
_END = rf"[ ,]+(?:(?<!& )Co\.?,? )?{_FORM}(?: ?(?:&|\+|und) ?Co\.?(?: ?{_FORM})?)?"
HAS_FORM = re.compile(rf"{_END}(?: \([^)]*\))?\W*$")
"""What a company is in law, at the end of its name; a place in brackets may follow."""
IN_LAW = rf"{_FORM}(?!\w)"
_ENDS = re.compile(
    rf"(?:{_END}| ?[-\u2013] ?g?gmbh)(?: ?\([^)]*\))?\W*$", re.IGNORECASE
)  # in any case


def without_form(name: str) -> str:
    """A company's name without what it is in law; as it is where nothing is left but “The”. “Hale & Co.” is whole."""
    name = " ".join(name.split())
    while (shorter := _ENDS.sub("", name).strip(" ,;|")).lower() not in (name.lower(), "", "the"):
        name = shorter
    return name
