-- What an account points at in its app: the account of the manager, and the department. Either may not be there yet; it is
-- linked when it is. What we wrote is remembered, because only that may be taken away again.
alter table accounts
  -- Whose account it should point at, by the directory, when it last settled.
  add column manager_id uuid,
  add column manager_ref text,
  add column department_ref text,
  add column awaits_links boolean not null default false;
create index accounts_manager on accounts (app_id, manager_id) where manager_id is not null;
create index accounts_awaiting_links on accounts (app_id) where awaits_links;
