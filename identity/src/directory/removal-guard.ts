import type { SyncSettings } from './types.ts'

/** Whether so many people are missing that they are held back. Seeing nobody at all is never believed. Pure. */
export function isHeldBack(
  count: { missing: number; seen: number; present: number },
  limits: Pick<SyncSettings, 'removalsPercentMax' | 'removalsCountMax'>,
): boolean {
  if (count.missing === 0) return false
  if (count.seen === 0) return true
  const isMany = count.missing > limits.removalsCountMax
  return isMany && count.missing * 100 > count.present * limits.removalsPercentMax
}
