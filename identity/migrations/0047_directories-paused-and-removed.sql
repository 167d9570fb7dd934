-- A directory may be paused: nothing is asked of it, and its people stay as they are. One that is paused may be removed:
-- `removing_at` is when an administrator said so, `removed_at` when the last of its people was gone. The row stays for naming
-- where they were; its name is free again.
alter table directories
  add column paused_at timestamptz,
  add column pause_reason text,
  add column removing_at timestamptz,
  add column removed_at timestamptz,
  add constraint directories_removed_when_paused
    check ((removing_at is null or paused_at is not null) and (removed_at is null or removing_at is not null)),
  drop constraint directories_name_key_key;

create unique index directories_name on directories (name_key) where removed_at is null;

-- Whoever is of a paused directory may be disabled there by now without anybody knowing it here.
create or replace view session_callers as
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
    '[]') as product_roles,
  s.remembered_method,
  d.paused_at as directory_paused_at
from sessions s
join people p on p.id = s.person_id
join directories d on d.id = p.directory_id
left join person_credentials c on c.person_id = s.person_id;
