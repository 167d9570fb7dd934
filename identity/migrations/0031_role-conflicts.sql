-- Roles that one person should not hold together (separation of duties). A pair is kept once, the lower id first.
create table role_conflicts (
  role_id uuid not null references roles (id) on delete cascade,
  other_id uuid not null references roles (id) on delete cascade,
  primary key (role_id, other_id),
  check (role_id < other_id)
);

create index role_conflicts_other on role_conflicts (other_id);
