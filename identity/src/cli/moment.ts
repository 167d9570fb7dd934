/** A moment as people at a console read it, in the time zone of the machine, which it names. */
export function moment(at: Date): string {
  return at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'long' })
}
