-- A ticket that the instance refuses, or does not show, is tried again after a growing pause, and starves none of the others.
alter table servicenow_tickets
  -- Since when it fails, and when it is tried again; both null while all is well.
  add column failing_since timestamptz,
  add column next_try_at timestamptz,
  -- Made there, by an answer that did not say which record it is: no second one is made.
  add column is_unseen boolean not null default false;
