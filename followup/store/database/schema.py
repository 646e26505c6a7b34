"""The tables of the database: numbered SQL files, each run once and by one at a time."""

from pathlib import Path

import psycopg
from psycopg import sql

from followup.home import COMMAND
from followup.model.errors import FollowupError
from followup.store.database.connections import Connections, Cursor, name_of, reason

_FILES = sorted(Path(__file__).with_name("sql").glob("[0-9][0-9][0-9]_*.sql"))
LATEST = len(_FILES)

_NUMBER = """
    create table if not exists migrations (one boolean primary key default true check (one), number int not null);
    insert into migrations (number) values (0) on conflict do nothing;
    do $$ begin grant select on migrations to followup_app; end $$;
"""


def migrate(url: str) -> tuple[int, int]:
    """Brings the tables up to date, as their owner: from which number to which; raises FollowupError.

    Each file is one transaction that holds the row of the number, so that of two who begin at once one waits.
    """
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_NUMBER)
            began = done = _number(connection)
            while done < LATEST:
                done = _next(connection)
    except psycopg.Error as error:
        raise FollowupError(
            f"{name_of(url)} was not brought up to date: {reason(error)}."
        ) from error
    return began, done


_FIT = """
    select (select number from migrations),
        exists (
            select from pg_tables where tablename = 'rows' and pg_has_role(current_user, tableowner, 'usage')
        ) or (select rolbypassrls from pg_roles where rolname = current_user)
"""


def check(connections: Connections) -> None:
    """Raises FollowupError where the tables are not those of this version, or this role would see everybody's rows."""

    def work(cursor: Cursor) -> tuple[int, bool]:
        there = cursor.execute("select to_regclass('migrations') is not null").fetchone()
        row = cursor.execute(_FIT).fetchone() if there and there[0] else None
        return (int(row[0]), bool(row[1])) if row else (0, False)

    number, sees_all = connections.run("", work, reads=True)
    if sees_all:
        text = "FOLLOWUP_DATABASE names a role that owns the tables or sees every row of them"
        raise FollowupError(f"{text}: name one that owns nothing (docs/hosting.md).")
    if number < LATEST:
        text = f"The tables in {connections.name} are of an earlier version (or not there yet)"
        raise FollowupError(f"{text}: run “{COMMAND} migrate” as their owner first.")
    if number > LATEST:
        text = f"A newer Follow-up made the tables in {connections.name}"
        raise FollowupError(f"{text}. Update this one; nothing was changed.")


def _number(connection: psycopg.Connection) -> int:
    row = connection.execute("select number from migrations for update").fetchone()
    return int(row[0]) if row else 0


def _next(connection: psycopg.Connection) -> int:
    with connection.transaction():
        done = _number(connection)
        if done < LATEST:
            connection.execute(sql.SQL(_FILES[done].read_text("utf-8")))
            done += 1
            connection.execute("update migrations set number = %s", (done,))
        return done
