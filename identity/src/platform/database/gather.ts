type Handed<T, R> = { item: T; resolve: (answer: R) => void; reject: (error: unknown) => void }

/**
 * What concurrent callers hand in during one turn of the loop, or while the write before is under way, is written together.
 * `write` does all or nothing and answers in the order of the items, where they have answers; where one of the items is at
 * fault, each is written on its own, and each caller told of theirs. So they are where the write took longer than a
 * statement may, but beside what comes next and a few at a time, since one of them may take as long again. With the
 * database away all fail together: one by one each would wait for it again. For items that may be written in any order.
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
        else if (together.length > 1 && tookTooLong(error)) workEachBeside(together)
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

  /** Where the first of them is not in time either, and none is, the fault is no item's: those left fail at once. */
  function workEachBeside(together: readonly Handed<T, R>[]): void {
    const left = [...together]
    let isAnswering = false
    async function go(): Promise<void> {
      for (let each = left.shift(); each; each = left.shift()) {
        try {
          const answers = await write([each.item])
          isAnswering = true
          each.resolve(answerTo(answers, 0) as R)
        } catch (error) {
          each.reject(error)
          const isOnlyThis = isOfAnItem(error) || (isAnswering && tookTooLong(error))
          if (!isOnlyThis) for (const other of left.splice(0)) other.reject(error)
        }
      }
    }
    for (let n = 0; n < besideMax; n++) void go()
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(() => void work())
    })
}

/** Few enough to leave connections to everybody else. */
const besideMax = 3

const answerTo = (answers: unknown, index: number): unknown => (Array.isArray(answers) ? answers[index] : undefined)

/**
 * Data exceptions, broken constraints and values larger than the server takes (PostgreSQL, appendix A: 22, 23, 54), and
 * what one of them met: a conflict, a deadlock, a lock that was not to be had (40001, 40P01, 55P03).
 */
function isOfAnItem(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^((22|23|54)...|40001|40P01|55P03)$/.test(code)
}

/** query_canceled, by the server's limit for a statement: it waited for what one of them needs, or is slow altogether. */
const tookTooLong = (error: unknown): boolean => (error as { code?: unknown }).code === '57014'
