"""Files of earlier versions: brought up to date in memory, and written (after a backup) by the next save."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson

from followup.model.errors import CannotRead, NewerSchema, Problem
from followup.store.journal import CHANGES
from followup.store.storage import META, Tables

Step = Callable[[Tables], Tables]


@dataclass(frozen=True, slots=True)
class Migrations:
    """The steps, the first of which takes the tables of schema 1 to schema 2."""

    steps: tuple[Step, ...] = ()

    @property
    def schema(self) -> int:
        """The schema that this program writes."""
        return 1 + len(self.steps)

    def upgrade(self, tables: Tables) -> tuple[Tables, bool]:
        """The tables in the present form, and whether that is another than the file's.

        Raises CannotRead, and NewerSchema for what a later version wrote.
        """
        schema = tables[META]["1"]["record"].get("schema", 1)
        path = f"{META}.1.record.schema"
        if type(schema) is not int or schema < 1:
            raise CannotRead([Problem(path, "the schema must be a whole number from 1")])
        if schema > self.schema:
            text = f"the file has schema {schema}, this program knows {self.schema}"
            text += ": a newer Follow-up wrote it. Update the program; the file is left as it is"
            raise NewerSchema([Problem(path, text)])
        if schema == self.schema:
            return tables, False
        made: Tables = orjson.loads(orjson.dumps(tables))
        made.pop(CHANGES, None)  # a change of the old form cannot be undone in the new one
        for step in self.steps[schema - 1 :]:
            try:
                made = step(made)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                text = f"cannot be brought from schema {schema} to {self.schema} ({error!r})"
                raise CannotRead([Problem("", text)]) from error
        made[META]["1"]["record"]["schema"] = self.schema
        return made, True


RELEASED = (
    Migrations()
)  # schema 1 is the only one so far: tests/store/test_migrations.py has a made-up step
