-- Whoever proves who they are for a password in ServiceNow reads what they are offered in their language: the one that the
-- call named, else that of the instance. Null: English.
alter table servicenow_challenges add column language text;
