import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from './testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

test('the page of the contract loads from our own origin alone, runs nothing inline and is framed by nobody', async () => {
  const page = await world.server.inject('/api/docs')
  const ours = (await world.server.inject('/api/session')).headers['content-security-policy']
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toBe(ours)
  expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/)
  const places = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, place]) => place ?? '')
  expect(places.length).toBeGreaterThan(3)
  for (const place of places) {
    expect(new URL(place, 'https://id.acme.example/api/docs').origin).toBe('https://id.acme.example')
    expect((await world.server.inject(new URL(place, 'https://id.acme.example/api/docs').pathname)).statusCode).toBe(
      200,
    )
  }
})
