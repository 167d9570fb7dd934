-- The language in which an instance speaks to whoever an item is for, or whose password it is; and the one it speaks where
-- nobody chose another, in which notes for agents are written. As ServiceNow writes languages: `de`, `fq`, `pb`. Null: not known.
alter table servicenow_connections add column language text;
alter table servicenow_orders add column language text;
alter table servicenow_password_requests add column language text;
