-- Whoever changes as whom an app knows people does not sign on there themselves, until somebody else stands behind it.
create table sign_on_authors (
  app_id uuid not null,
  protocol text not null check (protocol in ('saml', 'oidc')),
  author_id uuid not null,
  changed_at timestamptz not null,
  primary key (app_id, protocol, author_id)
);
create index sign_on_authors_author on sign_on_authors (author_id, app_id);
