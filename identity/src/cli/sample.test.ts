import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing-app.ts'
import { seedSample } from './sample.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

test('the sample company, whose passwords everybody knows, is never added to an installation that is there', async () => {
  const before = await world.fingerprint()
  await expect(seedSample(world.app, 'acme.json')).rejects.toThrow('This database holds an installation of its own')
  expect(await world.fingerprint()).toEqual(before)
})
