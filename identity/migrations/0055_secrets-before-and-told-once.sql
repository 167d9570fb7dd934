-- Each secret that goes on beside the one in use, until its own time is up: one made twice in a row ends none of them.
alter table oidc_clients
  add column previous_secrets jsonb not null default '[]';

update oidc_clients
  set previous_secrets = jsonb_build_array(
    jsonb_build_object(
      'hash', translate(encode(previous_secret_hash, 'base64'), E'+/=\n', '-_'),
      'endsAt', to_char(previous_secret_ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    )
  )
  where previous_secret_hash is not null and previous_secret_ends_at is not null;

alter table oidc_clients
  drop column previous_secret_hash,
  drop column previous_secret_ends_at;

-- When an app was told that access to it ended: not again at what ends later, until somebody signs on there anew.
alter table saml_participants add column told_at timestamptz;
