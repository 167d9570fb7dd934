import { dateTimeMs, dateTimeText } from '../store/clock.ts'

const dayMs = 86_400_000

/** GlideDuration: stored as the moment it would be after 1970-01-01 00:00:00. */
export class GlideDuration {
  private ms = 0

  constructor(value?: unknown) {
    if (value instanceof GlideDuration) this.ms = value.ms
    else if (typeof value === 'number') this.ms = value
    else if (value !== undefined && value !== null && value !== '') this.ms = durationMs(String(value))
  }

  getValue(): string {
    return dateTimeText(new Date(this.ms))
  }
  setValue(value: unknown): void {
    this.ms = typeof value === 'number' ? value : durationMs(String(value))
  }
  setDisplayValue(text: string): void {
    this.ms = durationMs(text)
  }
  /** `3 08:00:00`: days and the rest. */
  getDurationValue(): string {
    const rest = new Date(this.ms % dayMs).toISOString().slice(11, 19)
    return this.ms >= dayMs ? `${Math.floor(this.ms / dayMs)} ${rest}` : rest
  }
  getDayPart(): number {
    return Math.floor(this.ms / dayMs)
  }
  getRoundedDayPart(): number {
    return Math.round(this.ms / dayMs)
  }
  getDisplayValue(): string {
    const parts: [number, string][] = [
      [Math.floor(this.ms / dayMs), 'Day'],
      [Math.floor(this.ms / 3_600_000) % 24, 'Hour'],
      [Math.floor(this.ms / 60_000) % 60, 'Minute'],
      [Math.floor(this.ms / 1000) % 60, 'Second'],
    ]
    const shown = parts.filter(([count]) => count > 0).slice(0, 2)
    return shown.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ')
  }
  add(other: GlideDuration): GlideDuration {
    return new GlideDuration(this.ms + other.ms)
  }
  subtract(other: GlideDuration): GlideDuration {
    return new GlideDuration(this.ms - other.ms)
  }
  toString(): string {
    return this.getValue()
  }
}

/** Milliseconds of `1970-01-02 03:00:00` (stored), `1 03:00:00` or `03:00:00` (typed); 0 for anything else. */
export function durationMs(text: string): number {
  const stored = dateTimeMs(text)
  if (!Number.isNaN(stored)) return stored
  const match = /^(?:(\d+) )?(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim())
  if (!match) return 0
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  return (days ?? 0) * dayMs + (hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000
}
