import { jobKinds } from '@hallpass/contract/job-kinds'
import { afterAll, expect, test } from 'vitest'
import { openTestApp } from './testing-app.ts'

const world = await openTestApp()
afterAll(() => world.close())

test('every kind of job stands in the contract, where the portal has words for each, and no other', () => {
  expect([...world.app.foundation.jobs.tasks.keys()].sort()).toEqual([...jobKinds].sort())
})
