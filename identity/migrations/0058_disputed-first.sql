-- The queue of the desk begins with take-overs that were reported; its index follows its order.
drop index desk_cases_queue;
create index desk_cases_queue on desk_cases (
  (case
    when due_at is null then 'infinity'::timestamptz
    when kind = 'reset_disputed' then '-infinity'::timestamptz
    else due_at
  end),
  id
) where state in ('open', 'assigned', 'waiting');
