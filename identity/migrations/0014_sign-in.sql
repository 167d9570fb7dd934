-- Second factors at sign-in, the sign-on policy, break-glass accounts, and one read for who is calling.

alter table sessions
  -- Every proof given in this session and when: [{"method": "otp", "at": "…"}].
  add column proofs jsonb not null default '[]',
  -- A session that can do nothing but add one of these kinds of factor; null for any other.
  add column enrol_kinds text[],
  -- When the second factor was given on this device, where the device was remembered instead of asking again.
  add column remembered_at timestamptz;

update sessions set proofs = coalesce(
  (select jsonb_agg(jsonb_build_object('method', given, 'at', assured_at)) from unnest(methods) given), '[]');

-- A device that was remembered as second factor: since when, and under which epoch of the person's credentials.
alter table known_devices
  add column factor_at timestamptz,
  add column factor_epoch integer;

-- Sign-ins whose password was right and whose second factor is still wanted. The cookie is kept as SHA-256 only.
create table pending_sign_ins (
  token_hash bytea primary key,
  person_id uuid not null,
  epoch integer not null,
  challenge_id uuid not null,
  kinds text[] not null,
  remember_days integer not null,
  proofs jsonb not null,
  expires_at timestamptz not null
);
create index pending_sign_ins_expires on pending_sign_ins (expires_at);

-- Every version of the sign-on policy; the newest one holds.
create table sign_on_policies (
  version integer primary key,
  rules jsonb not null,
  otherwise jsonb not null,
  author_id uuid,
  made_at timestamptz not null,
  -- Another administrator who stands behind it.
  confirmed_by uuid,
  confirmed_at timestamptz
);

create table break_glass_accounts (
  person_id uuid primary key references people (id),
  made_at timestamptz not null,
  rotated_at timestamptz not null
);

-- Who is calling: everything that lets a session count, in one statement. Times are compared by whoever reads it.
create view session_callers as
select
  s.id, s.token_hash, s.previous_hash, s.previous_until, s.person_id, s.methods, s.assured_at, s.proofs, s.enrol_kinds,
  s.remembered_at, s.epoch, s.roles_seen, s.address, s.user_agent, s.started_at, s.last_seen_at, s.expires_at, s.ended_at,
  p.state as person_state,
  d.kind as directory_kind, d.sync as directory_sync, d.last_sync_at as directory_read_at,
  coalesce(c.epoch, 0) as epoch_now, c.spared_session_id,
  coalesce(
    (select jsonb_agg(jsonb_build_object('role', r.product_role, 'endsAt', g.ends_at))
      from grants g join roles r on r.id = g.role_id
      where g.person_id = s.person_id and g.state = 'active' and r.state = 'active' and r.product_role is not null),
    '[]') as product_roles
from sessions s
join people p on p.id = s.person_id
join directories d on d.id = p.directory_id
left join person_credentials c on c.person_id = s.person_id;
