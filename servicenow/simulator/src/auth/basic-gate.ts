import type { Records, Row } from '../store/records.ts'
import { whoIs } from './who.ts'

/**
 * The restriction of Basic authentication: with it in force, an account that can also sign in at the login page is
 * refused with the same 401 as for a wrong password. Property glide.authenticate.basic_auth.enforce stands in for the
 * release's own switch; roles that are let through are named by glide.authenticate.basic_auth.allowed_roles.
 */
export function mayUseBasic(records: Records, user: Row): boolean {
  if (records.property('glide.authenticate.basic_auth.enforce') !== 'true') return true
  if (user.web_service_access_only === 'true' || user.identity_type === 'machine') return true
  const allowed = records.property('glide.authenticate.basic_auth.allowed_roles') ?? 'snc_basic_auth_api_access'
  const { roles } = whoIs(records, user)
  return allowed.split(',').some((role) => roles.has(role.trim())) || roles.has('mid_server')
}
