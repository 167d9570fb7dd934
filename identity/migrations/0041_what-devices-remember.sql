-- With which proof a device was remembered, so that it stands in only where that kind of factor counts. Devices and sessions
-- from before do not say it: they stand in where any kind does.

alter table known_devices add column factor_method text;
alter table sessions add column remembered_method text;

-- As before, with the new column at its end.
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
  s.remembered_method
from sessions s
join people p on p.id = s.person_id
join directories d on d.id = p.directory_id
left join person_credentials c on c.person_id = s.person_id;
