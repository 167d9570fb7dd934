-- What the service itself gives as a reason is kept as a code beside the sentence: pages and mails say it in their reader's
-- language. Null where a person wrote it.
alter table requests add column outcome_code text;
alter table desk_events add column code text;
