-- Each person's data under the name of its owner, which leads every key; no row of one is seen by another.
-- It asks for a role “followup_app”, which owns nothing: the dashboard connects as it (docs/hosting.md).

create table owners (
    owner text primary key,
    version bigint not null,
    token text not null -- of the commit that made this version, and of no other
);

-- The rows of the tables of a data file, each with its record as it was written.
create table rows (
    owner text not null,
    tbl text not null,
    doc_id bigint not null,
    rev bigint not null,
    record text, -- null: this row is gone
    changed bigint not null, -- the version that wrote it
    primary key (owner, tbl, doc_id)
);
create index rows_changed on rows (owner, changed);

-- The last commits: a writer whose connection broke can ask whether its own is there, and a reader whether what it
-- knows is what the present state was made from.
create table commits (
    owner text not null,
    version bigint not null,
    token text not null,
    primary key (owner, version)
);

create table backups (
    owner text not null,
    name text not null,
    data text not null, -- a whole data file
    primary key (owner, name)
);

create table unsent (
    owner text primary key,
    data text not null
);

alter table owners enable row level security;
alter table rows enable row level security;
alter table commits enable row level security;
alter table backups enable row level security;
alter table unsent enable row level security;

-- Without this whoever owns the tables would see every row.
alter table owners force row level security;
alter table rows force row level security;
alter table commits force row level security;
alter table backups force row level security;
alter table unsent force row level security;

create policy own on owners using (owner = current_setting('app.owner', true));
create policy own on rows using (owner = current_setting('app.owner', true));
create policy own on commits using (owner = current_setting('app.owner', true));
create policy own on backups using (owner = current_setting('app.owner', true));
create policy own on unsent using (owner = current_setting('app.owner', true));

grant select, insert, update, delete on owners, rows, commits, backups, unsent to followup_app;
