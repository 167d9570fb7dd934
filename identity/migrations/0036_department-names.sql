-- The name that the department of an account was written for. While the directory says that name, an app that cannot tell the
-- department for a moment (two of one name, a right that is missing) is no reason to take away what is there.
alter table accounts add column department_name text;
-- What is settled was written for what the directory says.
update accounts set department_name = people.department
from people
where people.id = accounts.person_id and accounts.department_ref is not null
  and accounts.settled_version = accounts.wanted_version;
