/** After a restore nobody is signed in, and no device or console link of the past counts. */
export const voidOnRestore: readonly string[] = [
  'delete from pending_sign_ons',
  'delete from saml_participants',
  'delete from oidc_records',
  'delete from oidc_participants',
  'delete from sessions',
  'delete from known_devices',
  'delete from pending_sign_ins',
  'delete from bootstrap_links',
]
