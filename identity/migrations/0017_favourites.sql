-- Apps that people keep first on their page, on every device.
create table favourite_apps (
  person_id uuid not null,
  -- An app of access; what became of it is asked there.
  app_id uuid not null,
  since timestamptz not null,
  primary key (person_id, app_id)
);
