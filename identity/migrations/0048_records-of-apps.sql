-- What an account should point at in its app and does not: [{kind, name, why}]; kind: manager, department, company, location, costCenter.
alter table accounts add column unlinked jsonb not null default '[]';

-- Records of an app that accounts point at and that we made, once each, where the connection says so. Without `remote_id`
-- somebody is making it since `claimed_at`, as the trail's intent says.
create table app_records (
  app_id uuid not null,
  kind text not null,
  name text not null,
  remote_id text,
  claimed_at timestamptz not null,
  intent_id uuid not null,
  primary key (app_id, kind, name)
);

update app_connections set settings = settings || '{"missingRecords": "leave"}';
