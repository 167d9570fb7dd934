/** ServiceNow's spelling of an instant: `YYYY-MM-DD HH:MM:SS`, UTC. */
export function toServiceNowTime(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ')
}

/** Null for anything that is no such time, the empty value among them. */
export function fromServiceNowTime(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null
  const at = new Date(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}
