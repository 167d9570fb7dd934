import type { Session } from '../runtime/session.ts'
import { hasRole } from './has-role.ts'

/** `gs.getUser()`: the person whose transaction it is. */
export class GlideUser {
  readonly #session: Session
  constructor(session: Session) {
    this.#session = session
  }
  #field(name: string): string {
    return this.#session.records.get('sys_user', this.#session.who.userId)?.[name] ?? ''
  }
  getID(): string {
    return this.#session.who.userId
  }
  getName(): string {
    return this.#session.who.userName
  }
  getFirstName(): string {
    return this.#field('first_name')
  }
  getLastName(): string {
    return this.#field('last_name')
  }
  getFullName(): string {
    return this.#field('name')
  }
  getDisplayName(): string {
    return this.#field('name')
  }
  getEmail(): string {
    return this.#field('email')
  }
  getManagerID(): string {
    return this.#field('manager')
  }
  getDepartmentID(): string {
    return this.#field('department')
  }
  getCompanyID(): string {
    return this.#field('company')
  }
  getTZ(): string {
    return 'UTC'
  }
  exists(): boolean {
    return this.#session.who.userId !== ''
  }
  hasRole(name: string): boolean {
    return hasRole(this.#session, name)
  }
  hasRoles(): boolean {
    return this.#session.who.roles.size > 0
  }
  getRoles(): string[] {
    return [...this.#session.who.roles]
  }
  getUserRoles(): string[] {
    return [...this.#session.who.roles]
  }
  isMemberOf(group: string): boolean {
    const { records, who } = this.#session
    const rows = records.find('sys_user_grmember', `user=${who.userId}`)
    return rows.some((row) => row.group === group || records.get('sys_user_group', row.group ?? '')?.name === group)
  }
  getMyGroups(): string[] {
    const { records, who } = this.#session
    return records.find('sys_user_grmember', `user=${who.userId}`).map((row) => row.group ?? '')
  }
  getRecord(): unknown {
    return this.#session.records.get('sys_user', this.#session.who.userId)
  }
  getPreference(name: string): string | null {
    const { records, who } = this.#session
    return records.find('sys_user_preference', `user=${who.userId}^name=${name}`, { limit: 1 })[0]?.value ?? null
  }
}
