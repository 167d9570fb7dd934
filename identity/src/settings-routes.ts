import { platformRoutes } from '@hallpass/contract/platform'
import type { FastifyInstance } from 'fastify'
import { type Config, describeSettings } from './config.ts'
import { serve } from './platform/http/route.ts'
import type { MailTransport } from './platform/mail/mail.ts'
import { sendTestMail } from './platform/mail/test-mail.ts'
import { type Environment, isSet, textOf } from './platform/settings.ts'
import { version } from './version.ts'

export type SettingsRoutesDeps = { config: Config; environment: Environment; transport: MailTransport }

/** The settings page: meanings and what each is set to; a secret's value is never read here. */
export function settingsRoutes(server: FastifyInstance, { config, environment, transport }: SettingsRoutesDeps): void {
  serve(server, platformRoutes.listSettings, async () => ({
    publicUrl: config.publicUrl.origin,
    version,
    mailServer: config.smtpUrl ? new URL(config.smtpUrl.reveal()).host : null,
    settings: describeSettings().map((setting) => ({
      ...setting,
      isSet: isSet(setting.name, environment),
      value: setting.isSecret ? null : shownValue(textOf(setting.name, environment)),
    })),
  }))

  serve(server, platformRoutes.sendTestMail, ({ body }) => sendTestMail(transport, body.to, config.companyName))
}

/** Of an address only where it leads: a user name, a path or a query of it may be as good as a password. */
export function shownValue(text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^https?:/i.test(text.trim()) || !URL.canParse(text)) return text
  const { origin, pathname, search } = new URL(text)
  return pathname === '/' && search === '' ? origin : `${origin}/…`
}
