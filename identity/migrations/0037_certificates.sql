-- Which app was given which of our certificates: a note of administrators, since nobody can see it from here.
create table saml_app_certificates (
  app_id uuid not null references saml_apps (app_id) on delete cascade,
  key_id uuid not null references sign_on_keys (id) on delete cascade,
  noted_at timestamptz not null,
  primary key (app_id, key_id)
);
create index saml_app_certificates_key on saml_app_certificates (key_id);
-- What is set up already works with the certificate in use.
insert into saml_app_certificates (app_id, key_id, noted_at)
select saml_apps.app_id, sign_on_keys.id, saml_apps.updated_at
from saml_apps, sign_on_keys
where sign_on_keys.use = 'saml' and sign_on_keys.state = 'current';

-- Administrators were told that a certificate ends: once for each of the days before.
create table certificate_warnings (
  -- The app whose certificate it is, or `own`.
  about text not null,
  certificate_sha256 text not null,
  days integer not null,
  told_at timestamptz not null,
  primary key (about, certificate_sha256, days)
);
