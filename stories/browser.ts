import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { keepSecrets } from './typed-secrets.ts'

export type Look = { scheme?: 'light' | 'dark'; width?: number; height?: number; locale?: string }

export type Actor = { page: Page; context: BrowserContext; close(): Promise<void> }

export type Chromium = {
  /** A new person at a new device: own cookies, own window. */
  open(look?: Look): Promise<Actor>
  /** Passwords and the like that any of them sent so far. */
  readonly secrets: ReadonlySet<string>
  close(): Promise<void>
}

/** Debian's Chromium without a window; its own profile, nothing fetched from outside. */
export async function startChromium(executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'hallpass-chromium-'))
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
    ],
  })
  const secrets = new Set<string>()
  return {
    secrets,
    async open({ scheme = 'light', width = 1280, height = 860, locale = 'en-GB' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        locale,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(40_000)
      await keepSecrets(context, secrets)
      const page = await context.newPage()
      return { page, context, close: () => context.close() }
    },
    async close() {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
