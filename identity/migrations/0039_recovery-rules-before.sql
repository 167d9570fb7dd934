-- Whoever changes how people recover stays under the rules before as well, until somebody else stands behind the new ones.
create table recovery_rules_before (
  -- The directory or group whose rules they are.
  subject_id uuid not null,
  author_id uuid not null,
  rules jsonb not null,
  changed_at timestamptz not null,
  primary key (subject_id, author_id)
);
create index recovery_rules_before_author on recovery_rules_before (author_id);
