-- Where a directory says that somebody works: company, office and cost centre, as it names them. Apps that keep them as records
-- of their own find those by the name.
alter table people add column company text, add column location text, add column cost_center text;
alter table builtin_accounts add column company text, add column location text, add column cost_center text;
