-- By which name an app knows a person who was signed on there: nobody else who may use it gets the same.
create table sign_on_names (
  app_id uuid not null references apps (id),
  person_id uuid not null,
  -- In small letters, since many apps tell nobody apart by large ones.
  name_key text not null,
  released_at timestamptz not null,
  primary key (app_id, person_id),
  unique (app_id, name_key)
);
