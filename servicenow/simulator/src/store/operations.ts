import type { Records, Who } from './records.ts'

/** A larger act of the platform, done as one task wherever writes are done. Input and answer are plain data. */
export type PlatformOperation = (records: Records, input: never, who: Who) => unknown

const operations = new Map<string, PlatformOperation>()

export function registerOperation(name: string, operation: PlatformOperation): void {
  operations.set(name, operation)
}

/** @throws Error for a name nobody registered. */
export function runOperation(records: Records, name: string, input: unknown, who: Who): unknown {
  const operation = operations.get(name)
  if (!operation) throw new Error(`There is no operation ${name}.`)
  return operation(records, input as never, who)
}
