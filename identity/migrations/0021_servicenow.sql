-- Instances of ServiceNow that Hallpass works with: how they are reached, what was ordered there, and what they were told.

create table servicenow_connections (
  id uuid primary key,
  name text not null,
  instance_url text not null,
  oauth_client_id text not null,
  sealed_secret text not null,
  settings jsonb not null,
  -- disabled: by an administrator, all of it. closed: the door for passwords closed itself, and the reason says why.
  state text not null check (state in ('active', 'disabled', 'closed')),
  closed_reason text,
  -- Which instance it is, since it first answered; another one with the same keys is a copy.
  instance_id text,
  clock_offset_seconds double precision,
  catalog_version integer not null,
  catalog_synced_at timestamptz,
  catalog_compared_at timestamptz,
  polled_at timestamptz,
  heard_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'closed') = (closed_reason is not null))
);
create unique index servicenow_connections_url on servicenow_connections (instance_url);

-- Beside the connection because it is written with every call: when the instance may be asked next.
create table servicenow_pace (
  connection_id uuid primary key references servicenow_connections on delete cascade,
  next_at timestamptz not null,
  held_until timestamptz not null
);

create table servicenow_keys (
  id text primary key,
  connection_id uuid not null references servicenow_connections on delete cascade,
  direction text not null check (direction in ('to_hallpass', 'to_servicenow')),
  sealed_key text not null,
  state text not null check (state in ('current', 'previous', 'exposed')),
  -- The instance that used it and is not the one it was made for.
  exposed_by text,
  created_at timestamptz not null,
  ends_at timestamptz
);
create unique index servicenow_keys_current on servicenow_keys (connection_id, direction) where state = 'current';

-- Signatures that were used, so that none is used twice on any node; swept when their time is over.
create table servicenow_nonces (
  key_id text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (key_id, nonce)
);
create index servicenow_nonces_seen on servicenow_nonces (seen_at);

-- One requested item, whichever door it came by.
create table servicenow_orders (
  id uuid primary key,
  connection_id uuid not null references servicenow_connections,
  ritm_sys_id text not null,
  ritm_number text not null,
  request_sys_id text,
  door text not null check (door in ('push', 'pull')),
  -- As the call that brought it said; what the instance says later must agree.
  told_requested_for text,
  person_id uuid,
  state text not null check (state in ('checking', 'denied', 'working', 'manual', 'failed', 'fulfilled', 'revoking', 'ended')),
  message text not null,
  work_note text not null,
  -- Set when the item was cancelled there.
  revoked_reason text,
  version integer not null,
  -- What ServiceNow has taken; it is told again until this is the version.
  told_version integer not null,
  tell_failures integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (connection_id, ritm_sys_id)
);
create index servicenow_orders_late on servicenow_orders (changed_at) where told_version < version;
create index servicenow_orders_untold on servicenow_orders (connection_id, id) where told_version < version;
create index servicenow_orders_open on servicenow_orders (connection_id, id) where state in ('checking', 'working', 'manual', 'failed', 'revoking');

create table servicenow_order_items (
  order_id uuid not null references servicenow_orders on delete cascade,
  role_id uuid not null,
  role_name text not null,
  request_id uuid,
  grant_id uuid,
  already_held boolean not null,
  -- Set where not even a request was made.
  refusal text,
  primary key (order_id, role_id)
);
create index servicenow_order_items_grant on servicenow_order_items (grant_id) where grant_id is not null;
create index servicenow_order_items_request on servicenow_order_items (request_id) where request_id is not null;

-- What of each role the instance was last told, by hash.
create table servicenow_catalog (
  connection_id uuid not null references servicenow_connections on delete cascade,
  role_id uuid not null,
  hash text not null,
  primary key (connection_id, role_id)
);

-- A proof asked for on behalf of one password request there: good once, for that person, request and instance.
create table servicenow_challenges (
  id uuid primary key,
  connection_id uuid not null references servicenow_connections,
  request_id text not null,
  -- Null for somebody unknown, or out of reach: it looks like any other and is never proven.
  person_id uuid,
  challenge_id uuid,
  -- What a prompt on the phone asks for.
  number text not null,
  proofs text[] not null,
  factor_ids uuid[] not null,
  tries integer not null,
  is_prompted boolean not null,
  state text not null check (state in ('waiting', 'proven', 'used', 'ended')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index servicenow_challenges_request on servicenow_challenges (connection_id, request_id);
create index servicenow_challenges_expires on servicenow_challenges (expires_at);

-- What became of each password request, so that the same call twice is one. Never a password.
create table servicenow_password_requests (
  connection_id uuid not null references servicenow_connections,
  kind text not null check (kind in ('reset', 'change', 'unlock')),
  request_id text not null,
  person_id uuid,
  state text not null check (state in ('started', 'success', 'failure', 'pending', 'link_sent')),
  message text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (connection_id, kind, request_id)
);
create index servicenow_password_requests_started on servicenow_password_requests (connection_id, started_at);

-- The ticket of the instance that stands for one of our cases.
create table servicenow_tickets (
  case_id uuid not null,
  connection_id uuid not null references servicenow_connections,
  table_name text not null check (table_name in ('incident', 'sc_task')),
  sys_id text,
  number text,
  -- The state of the case that the ticket was last told, and whether both are closed.
  told_state text,
  is_closed boolean not null,
  created_at timestamptz not null,
  primary key (case_id, connection_id)
);
create index servicenow_tickets_open on servicenow_tickets (connection_id, case_id) where not is_closed;
