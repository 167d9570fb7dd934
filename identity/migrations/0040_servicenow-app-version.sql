-- Which version of our app an instance was last found to have: another one, as the first after this, is sent the whole list
-- of apps, since the rows of the list are kept in another way.
alter table servicenow_connections add column app_version text;
