-- Sign-on of people to apps: keys, apps by protocol, what is under way, who is signed on where.

create table sign_on_keys (
  id uuid primary key,
  use text not null check (use in ('saml', 'oidc')),
  algorithm text not null check (algorithm in ('RS256', 'ES256')),
  state text not null check (state in ('next', 'current', 'previous')),
  -- DER in base64, for SAML.
  certificate text,
  public_jwk jsonb not null,
  sealed_key text not null,
  created_at timestamptz not null,
  state_since timestamptz not null,
  expires_at timestamptz,
  unique (use, algorithm, state)
);

create table saml_apps (
  app_id uuid primary key references apps (id),
  entity_id text not null unique,
  settings jsonb not null,
  version integer not null,
  updated_at timestamptz not null
);

-- A request of an app that waits for the person: signing in, another factor, a click.
create table pending_sign_ons (
  id uuid primary key,
  protocol text not null check (protocol in ('saml', 'saml_logout', 'oidc')),
  app_id uuid references apps (id),
  details jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index pending_sign_ons_expires on pending_sign_ons (expires_at);

-- Messages seen, so that none is taken twice.
create table saml_messages (
  entity_id text not null,
  message_id text not null,
  expires_at timestamptz not null,
  primary key (entity_id, message_id)
);
create index saml_messages_expires on saml_messages (expires_at);

-- Apps a session signed on to, for telling them when it ends.
create table saml_participants (
  session_id uuid not null references sessions (id) on delete cascade,
  app_id uuid not null references apps (id),
  name_id text not null,
  name_id_format text not null,
  session_index text not null,
  signed_on_at timestamptz not null,
  primary key (session_id, app_id)
);
create index saml_participants_name on saml_participants (app_id, name_id);

-- Opaque names of people, one for each app, never given to anybody else.
create table sign_on_subjects (
  person_id uuid not null,
  app_id uuid not null references apps (id),
  subject text not null unique,
  primary key (person_id, app_id)
);
