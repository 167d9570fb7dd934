type Handed<T> = { item: T; resolve: () => void; reject: (error: unknown) => void }

/**
 * What concurrent callers hand in during one turn of the loop, or while the write before is under way, is written together.
 * `write` does all or nothing; where it fails, each item is written on its own, and each caller told of theirs. For items
 * that may be written in any order.
 */
export function gather<T>(write: (items: readonly T[]) => Promise<void>, itemsMax = 50): (item: T) => Promise<void> {
  let waiting: Handed<T>[] = []
  let isBusy = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting.slice(0, itemsMax)
      waiting = waiting.slice(itemsMax)
      try {
        await write(together.map(({ item }) => item))
        for (const { resolve } of together) resolve()
      } catch (error) {
        if (together.length === 1) together[0]?.reject(error)
        else for (const { item, resolve, reject } of together) await write([item]).then(resolve, reject)
      }
    }
    isBusy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(() => void work())
    })
}
