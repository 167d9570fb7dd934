type Handed<T, R> = { item: T; resolve: (answer: R) => void; reject: (error: unknown) => void }

/**
 * What concurrent callers hand in during one turn of the loop, or while the write before is under way, is written together.
 * `write` does all or nothing and answers in the order of the items, where they have answers; where one of the items is at
 * fault, each is written on its own, and each caller told of theirs. With the database away all fail together: one by one
 * each would wait for it again. For items that may be written in any order.
 */
export function gather<T, R = undefined>(
  write: (items: readonly T[]) => Promise<[R] extends [undefined] ? unknown : readonly R[]>,
  itemsMax = 50,
): (item: T) => Promise<R> {
  let waiting: Handed<T, R>[] = []
  let isBusy = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting.slice(0, itemsMax)
      waiting = waiting.slice(itemsMax)
      try {
        const answers = await write(together.map(({ item }) => item))
        for (const [index, { resolve }] of together.entries()) resolve(answerTo(answers, index) as R)
      } catch (error) {
        if (together.length > 1 && isOfAnItem(error)) await workEach(together)
        else for (const { reject } of together) reject(error)
      }
    }
    isBusy = false
  }

  async function workEach(together: readonly Handed<T, R>[]): Promise<void> {
    for (const [index, { item, resolve, reject }] of together.entries()) {
      try {
        const answers = await write([item])
        resolve(answerTo(answers, 0) as R)
      } catch (error) {
        if (isOfAnItem(error)) reject(error)
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

const answerTo = (answers: unknown, index: number): unknown => (Array.isArray(answers) ? answers[index] : undefined)

/**
 * Data exceptions, broken constraints and values larger than the server takes (PostgreSQL, appendix A: 22, 23, 54), and
 * what one of them met: a conflict, a deadlock, a lock that was not to be had (40001, 40P01, 55P03).
 */
function isOfAnItem(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^((22|23|54)...|40001|40P01|55P03)$/.test(code)
}
