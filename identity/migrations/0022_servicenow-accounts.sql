-- Accounts in ServiceNow itself, made by its Table API.
alter table app_connections drop constraint app_connections_kind_check;
alter table app_connections add check (kind in ('none', 'manual', 'scim', 'servicenow'));
