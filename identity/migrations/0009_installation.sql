-- What is true of this installation as a whole; one row a fact.
create table installation (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null
);
