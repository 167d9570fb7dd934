/** Apps a person put first, kept in this browser. */
import { useCallback, useState } from 'react'

const keyOf = (personId: string) => `hallpass.favourites.${personId}`

export function useFavourites(personId: string): [ReadonlySet<string>, (appId: string) => void] {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => read(personId))
  const toggle = useCallback(
    (appId: string) => {
      setChosen((before) => {
        const after = new Set(before)
        if (!after.delete(appId)) after.add(appId)
        write(personId, after)
        return after
      })
    },
    [personId],
  )
  return [chosen, toggle]
}

function read(personId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

function write(personId: string, chosen: ReadonlySet<string>): void {
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify([...chosen]))
  } catch {
    // Without storage the order lasts until the page is closed.
  }
}
