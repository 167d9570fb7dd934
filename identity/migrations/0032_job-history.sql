-- What the job engine did, in spans of five minutes: finished jobs leave no row, so this is all that is left to look back on.
create table job_history (
  at timestamptz primary key,
  done integer not null,
  failed integer not null,
  -- The most that waited, and the longest that something due had waited, when somebody looked within the span.
  waiting integer not null,
  waited_seconds integer not null
);
