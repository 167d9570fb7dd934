/**
 * Acts on each in turn. One that fails holds up none of the others; all that failed are thrown at the end, so that it is
 * seen, and a job comes again for them.
 */
export async function eachAlone(
  requestIds: readonly string[],
  act: (requestId: string) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = []
  for (const id of requestIds) await act(id).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} requests could not be moved`)
}
