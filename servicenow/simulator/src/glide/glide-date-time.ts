import { currentSession } from '../runtime/session.ts'
import { dateTimeMs, dateTimeText } from '../store/clock.ts'
import { durationMs, GlideDuration } from './glide-duration.ts'

const dayMs = 86_400_000

/** GlideDateTime, in UTC: the simulator's instance and all of its people live in that zone. */
export class GlideDateTime {
  private ms: number
  private isFine = true

  constructor(value?: unknown) {
    this.ms = Math.floor((currentSession()?.records.clock.now().getTime() ?? Date.now()) / 1000) * 1000
    if (value !== undefined && value !== null && value !== '') this.read(value)
  }

  private read(value: unknown): void {
    if (value instanceof GlideDateTime) this.ms = value.ms
    else {
      const text = String(value)
      const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateTimeMs(`${text} 00:00:00`) : dateTimeMs(text)
      this.isFine = !Number.isNaN(ms)
      if (this.isFine) this.ms = ms
    }
  }

  getValue(): string {
    return dateTimeText(new Date(this.ms))
  }
  getDisplayValue(): string {
    return this.getValue()
  }
  getDisplayValueInternal(): string {
    return this.getValue()
  }
  setValue(value: unknown): void {
    this.isFine = true
    if (typeof value === 'number') this.ms = value
    else this.read(value)
  }
  setDisplayValue(value: string): void {
    this.setValue(value)
  }
  setDisplayValueInternal(value: string): void {
    this.setValue(value)
  }
  setNumericValue(ms: number): void {
    this.ms = ms
  }
  getNumericValue(): number {
    return this.ms
  }
  isValid(): boolean {
    return this.isFine
  }
  getErrorMsg(): string {
    return this.isFine ? '' : 'Could not parse DateTime'
  }

  /** Milliseconds, or a duration. */
  add(value: number | GlideDuration): void {
    this.ms += typeof value === 'number' ? value : durationMs(value.getValue())
  }
  subtract(value: number | GlideDuration): void {
    this.ms -= typeof value === 'number' ? value : durationMs(value.getValue())
  }
  addSeconds(count: number): void {
    this.ms += count * 1000
  }
  addDays(count: number): void {
    this.ms += count * dayMs
  }
  addDaysUTC(count: number): void {
    this.addDays(count)
  }
  addDaysLocalTime(count: number): void {
    this.addDays(count)
  }
  addWeeks(count: number): void {
    this.addDays(7 * count)
  }
  addWeeksUTC(count: number): void {
    this.addDays(7 * count)
  }
  addWeeksLocalTime(count: number): void {
    this.addDays(7 * count)
  }
  addMonths(count: number): void {
    const date = new Date(this.ms)
    const day = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count)
    date.setUTCDate(Math.min(day, daysInMonth(date)))
    this.ms = date.getTime()
  }
  addMonthsUTC(count: number): void {
    this.addMonths(count)
  }
  addMonthsLocalTime(count: number): void {
    this.addMonths(count)
  }
  addYears(count: number): void {
    this.addMonths(12 * count)
  }
  addYearsUTC(count: number): void {
    this.addYears(count)
  }
  addYearsLocalTime(count: number): void {
    this.addYears(count)
  }

  after(other: GlideDateTime): boolean {
    return this.ms > other.getNumericValue()
  }
  before(other: GlideDateTime): boolean {
    return this.ms < other.getNumericValue()
  }
  onOrAfter(other: GlideDateTime): boolean {
    return this.ms >= other.getNumericValue()
  }
  onOrBefore(other: GlideDateTime): boolean {
    return this.ms <= other.getNumericValue()
  }
  compareTo(other: GlideDateTime): number {
    return Math.sign(this.ms - other.getNumericValue())
  }
  equals(other: unknown): boolean {
    return other instanceof GlideDateTime ? other.ms === this.ms : String(other) === this.getValue()
  }

  getDate(): { getValue(): string; toString(): string } {
    const text = this.getValue().slice(0, 10)
    return { getValue: () => text, toString: () => text }
  }
  getLocalDate(): { getValue(): string; toString(): string } {
    return this.getDate()
  }
  getYearUTC(): number {
    return new Date(this.ms).getUTCFullYear()
  }
  getMonthUTC(): number {
    return new Date(this.ms).getUTCMonth() + 1
  }
  getDayOfMonthUTC(): number {
    return new Date(this.ms).getUTCDate()
  }
  /** Monday is 1, Sunday is 7. */
  getDayOfWeekUTC(): number {
    return new Date(this.ms).getUTCDay() || 7
  }
  getYear(): number {
    return this.getYearUTC()
  }
  getMonth(): number {
    return this.getMonthUTC()
  }
  getDayOfMonth(): number {
    return this.getDayOfMonthUTC()
  }
  getDayOfWeek(): number {
    return this.getDayOfWeekUTC()
  }
  toString(): string {
    return this.getValue()
  }

  /** What lies between the first and the second, as a duration. */
  static subtract(start: GlideDateTime, end: GlideDateTime): GlideDuration {
    return new GlideDuration(end.getNumericValue() - start.getNumericValue())
  }
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}
