-- An item of ServiceNow for which a request was open already, in the portal or by another item, only follows that request:
-- cancelling the item takes nothing back.
alter table servicenow_order_items add column follows boolean not null default false;
