-- What is known of passwords in directories, whom nothing here may touch, numbers to call back on, groups within groups.

alter table directories drop constraint directories_kind_check;
alter table directories
  add constraint directories_kind_check check (kind in ('built-in', 'ldap', 'active-directory'));

alter table people add column protected boolean not null default false;
-- As the directory says in a listing; null where it does not.
alter table people add column password_set_at timestamptz;
alter table people add column password_expires_at timestamptz;
-- IANA name, null for that of the directory.
alter table people add column time_zone text;

create index people_password_expires on people (directory_id, password_expires_at) where password_expires_at is not null;

create table person_phones (
  person_id uuid not null references people (id) on delete cascade,
  -- The digits alone.
  number_key text collate "C" not null,
  number text not null,
  -- When it was added or changed after the person was first seen; null: known since then.
  changed_at timestamptz,
  primary key (person_id, number_key)
);

create index person_phones_number on person_phones (number_key);

-- A password that this service is setting, or set a moment ago: the directory's next word about it is no news.
create table own_password_writes (
  person_id uuid primary key references people (id) on delete cascade,
  began_at timestamptz not null
);

-- One row for each reminder that was sent, so that none is sent twice for the same end of a password.
create table expiry_reminders (
  person_id uuid not null references people (id) on delete cascade,
  expires_at timestamptz not null,
  days integer not null,
  sent_at timestamptz not null,
  primary key (person_id, expires_at, days)
);

-- The directory's own address of a group (a DN), folded, by which other groups name it as a member.
alter table groups add column handle text collate "C";
create index groups_handle on groups (directory_id, handle);

-- False for whoever is a member only through a group within the group.
alter table group_members add column is_direct boolean not null default true;
create index group_members_inherited on group_members (group_id) where not is_direct;

-- Members that are nobody here: groups within the group, and entries of other kinds.
create table group_nested (
  group_id uuid not null references groups (id) on delete cascade,
  handle text collate "C" not null,
  primary key (group_id, handle)
);

create index group_nested_handle on group_nested (handle);

alter table builtin_accounts add column phone text;

-- Wrong tries in a row, counted before each comparison, and until when the account is locked by them.
alter table builtin_passwords add column failures integer not null default 0;
alter table builtin_passwords add column locked_until timestamptz;
