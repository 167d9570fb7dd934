-- OpenID Connect: clients, and what the provider keeps. Secrets and tokens are stored as SHA-256.

create table oidc_clients (
  app_id uuid primary key references apps (id),
  client_id text not null unique,
  secret_hash bytea,
  settings jsonb not null,
  version integer not null,
  updated_at timestamptz not null
);

-- Codes, tokens, grants, interactions and the provider's sessions, by kind and by the hash of their identifier.
create table oidc_records (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  uid text,
  grant_id text,
  client_id text,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (kind, id_hash)
);
create index oidc_records_uid on oidc_records (kind, uid) where uid is not null;
create index oidc_records_grant on oidc_records (grant_id) where grant_id is not null;
create index oidc_records_client on oidc_records (client_id) where client_id is not null;
create index oidc_records_expires on oidc_records (expires_at);

-- Which session of ours each session of the provider hangs on, and the clients told of it.
create table oidc_participants (
  session_id uuid not null references sessions (id) on delete cascade,
  client_id text not null,
  provider_session text not null,
  sid text not null,
  person_id uuid not null,
  grant_id text not null,
  signed_on_at timestamptz not null,
  primary key (session_id, client_id)
);
create index oidc_participants_person on oidc_participants (person_id);
