-- Sessions and the one-time console link. Cookies and links are stored as SHA-256 only.

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  -- After the cookie changed, the one before is honoured for a moment, for calls that were under way.
  previous_hash bytea unique,
  previous_until timestamptz,
  person_id uuid not null,
  methods text[] not null,
  -- When the person last proved who they are.
  assured_at timestamptz not null,
  -- The epoch of the person's credentials when that proof was begun; an older one than theirs ends the session.
  epoch integer not null,
  -- The product roles when the cookie was last made; another set asks for a new cookie.
  roles_seen text[] not null,
  address text not null,
  user_agent text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  check ((ended_at is null) = (end_reason is null))
);
create index sessions_person on sessions (person_id) where ended_at is null;
create index sessions_expires on sessions (expires_at);

-- Devices a person signed in from before: they still get in while unknown ones wait.
create table known_devices (
  token_hash bytea primary key,
  person_id uuid not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index known_devices_person on known_devices (person_id);
create index known_devices_last_seen on known_devices (last_seen_at);

create table bootstrap_links (
  id uuid primary key,
  token_hash bytea not null unique,
  -- The person made by it, while their password is still being chosen.
  person_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
