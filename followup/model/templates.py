"""What a click may do to the user's own message templates: pure functions on the facts."""

from followup.model.errors import NotThere
from followup.model.facts import Facts, Template


def save_template(facts: Facts, template: Template) -> Facts:
    """The template in the place of the one with its id, or as the last."""
    if any(each.id == template.id for each in facts.templates):
        kept = tuple(template if each.id == template.id else each for each in facts.templates)
        return facts.replace(templates=kept)
    return facts.replace(templates=(*facts.templates, template))


def delete_template(facts: Facts, template_id: str) -> Facts:
    """A template goes; raises NotThere."""
    left = tuple(each for each in facts.templates if each.id != template_id)
    if len(left) == len(facts.templates):
        raise NotThere("This template is no longer there; it was deleted already.")
    return facts.replace(templates=left)
