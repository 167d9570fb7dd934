/** Roles picked in the catalog, to be asked for together. Kept in this tab. */
import { useSyncExternalStore } from 'react'

const key = 'hallpass.cart'
const most = 20
const listeners = new Set<() => void>()
let chosen: readonly string[] = read()

export const cart = {
  toggle(roleId: string) {
    set(chosen.includes(roleId) ? chosen.filter((id) => id !== roleId) : [...chosen, roleId].slice(0, most))
  },
  remove(roleIds: readonly string[]) {
    set(chosen.filter((id) => !roleIds.includes(id)))
  },
  clear() {
    set([])
  },
  useAll: (): readonly string[] => useSyncExternalStore(listen, () => chosen),
  useHas: (roleId: string): boolean => useSyncExternalStore(listen, () => chosen.includes(roleId)),
}

function set(next: readonly string[]): void {
  chosen = next
  try {
    sessionStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Without storage the cart lasts until the page is loaded anew.
  }
  for (const tell of listeners) tell()
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
