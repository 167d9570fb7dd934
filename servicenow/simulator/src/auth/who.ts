import type { Records, Row, Who } from '../store/records.ts'

/** A person as requests are made for him: with all roles he has, those of groups and contained ones included. */
export function whoIs(records: Records, user: Row): Who {
  const userId = user.sys_id ?? ''
  const roles = new Set<string>()
  for (const link of records.find('sys_user_has_role', `user=${userId}^state=active`)) {
    const name = link.role ? records.get('sys_user_role', link.role)?.name : undefined
    if (name) roles.add(name)
  }
  return { userId, userName: user.user_name ?? '', roles, isSystem: false }
}

export function userByName(records: Records, userName: string): Row | null {
  if (userName === '' || /[\^]/.test(userName)) return null
  return records.find('sys_user', `user_name=${userName}`, { limit: 1 })[0] ?? null
}

/** Whether an account may be used at all, however it proves itself. */
export function isUsable(user: Row): boolean {
  return user.active === 'true' && user.locked_out !== 'true'
}
