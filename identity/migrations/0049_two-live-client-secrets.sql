-- A client secret that was replaced may go on for a while, so that its app is given the new one without an outage.
alter table oidc_clients
  add column previous_secret_hash bytea,
  add column previous_secret_ends_at timestamptz;
