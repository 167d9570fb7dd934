import type { Records } from '../store/records.ts'

/** Where things for a person are sent: the address of the person's location, in lines; empty without one. */
export function deliveryAddress(records: Records, userId: string): string {
  const location = records.get('cmn_location', records.get('sys_user', userId)?.location ?? '')
  if (!location) return ''
  const town = [location.city, location.state, location.zip].filter(Boolean).join(', ')
  return [location.street || location.name, town, location.country].filter(Boolean).join('\n')
}
