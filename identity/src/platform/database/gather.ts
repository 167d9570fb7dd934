type Handed<T> = { item: T; resolve: () => void; reject: (error: unknown) => void }

/**
 * What concurrent callers hand in during one turn of the loop, or while the write before is under way, is written together.
 * `write` does all or nothing; where one of the items is at fault, each is written on its own, and each caller told of
 * theirs. With the database away all fail together: one by one each would wait for it again. For items that may be written
 * in any order.
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
        if (together.length > 1 && isOfData(error)) await workEach(together)
        else for (const { reject } of together) reject(error)
      }
    }
    isBusy = false
  }

  async function workEach(together: readonly Handed<T>[]): Promise<void> {
    for (const [index, { item, resolve, reject }] of together.entries()) {
      try {
        await write([item])
        resolve()
      } catch (error) {
        if (isOfData(error)) reject(error)
        else {
          for (const left of together.slice(index)) left.reject(error)
          return
        }
      }
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(() => void work())
    })
}

/** Data exceptions, broken constraints and values larger than the server takes (PostgreSQL, appendix A: 22, 23, 54). */
function isOfData(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(22|23|54)...$/.test(code)
}
