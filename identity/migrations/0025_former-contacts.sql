-- Addresses and numbers that a person had until lately. Whoever takes over an account changes these first; what happens
-- to the account is told there, too, for as long as the new ones prove nothing.
create table person_former_contacts (
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('mail', 'phone')),
  contact_key text collate "C" not null,
  contact text not null,
  left_at timestamptz not null,
  primary key (person_id, kind, contact_key)
);

create index person_former_contacts_left on person_former_contacts (left_at);
