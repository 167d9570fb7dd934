/** Times as Glide keeps them: UTC, `YYYY-MM-DD HH:MM:SS`. */

export function toGlideTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** From ISO 8601, as the wire has it; '' for null or what is no time. */
export function fromIso(iso: string | null): string {
  const milliseconds = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(milliseconds) ? '' : toGlideTime(Math.floor(milliseconds / 1000))
}

/** Seconds since 1970; null when the field is empty. */
export function fromGlideTime(value: string): number | null {
  if (value === '') return null
  const milliseconds = Date.parse(`${value.replace(' ', 'T')}Z`)
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}
