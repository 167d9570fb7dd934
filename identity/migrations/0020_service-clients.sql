-- Programs with a name and a secret of their own at /oidc/token, each with one scope. Secrets are stored as SHA-256.
create table service_clients (
  client_id text primary key,
  -- Whose it is: a ServiceNow connection, for one.
  owner_id uuid not null,
  name text not null,
  scope text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  unique (owner_id, scope)
);
