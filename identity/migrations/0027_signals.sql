-- Where apps hear at once that sessions ended (OpenID Shared Signals): one receiver for each app.

create table signal_streams (
  app_id uuid primary key references apps (id),
  id uuid not null unique,
  settings jsonb not null,
  -- The value of the Authorization header that the receiver wants.
  sealed_authorization text,
  version integer not null,
  updated_at timestamptz not null,
  delivered_at timestamptz,
  failed_at timestamptz,
  failure text
);
