-- The number a company knows somebody by: what other systems may match people on. Not unique: two with one are told apart
-- by nobody here.
alter table people add column employee_number text;
alter table people add column employee_number_key text collate "C";
create index people_employee_number on people (employee_number_key) where employee_number_key is not null;

alter table builtin_accounts add column employee_number text;
