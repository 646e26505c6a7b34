-- Once, by an administrator: the database, the role that owns its tables, and the one that the dashboard connects as.
-- Give both a password (\password), or name them in pg_hba.conf.
create role followup_owner login;
create role followup_app login;
create database followup owner followup_owner encoding 'UTF8' template template0;
revoke all on database followup from public;
grant connect on database followup to followup_app;
