import { platformRoutes } from '@hallpass/contract/platform'
import type { FastifyInstance } from 'fastify'
import { type Config, describeSettings } from './config.ts'
import { serve } from './platform/http/route.ts'
import type { MailTransport } from './platform/mail/mail.ts'
import { sendTestMail } from './platform/mail/test-mail.ts'
import type { Environment } from './platform/settings.ts'
import { version } from './version.ts'

export type SettingsRoutesDeps = { config: Config; environment: Environment; transport: MailTransport }

/** The settings page: meanings and whether each is set; a secret's value is never read here. */
export function settingsRoutes(server: FastifyInstance, { config, environment, transport }: SettingsRoutesDeps): void {
  const isSet = (name: string) => environment[name] !== undefined || environment[`${name}_FILE`] !== undefined

  serve(server, platformRoutes.listSettings, async () => ({
    publicUrl: config.publicUrl.origin,
    version,
    mailServer: config.smtpUrl ? new URL(config.smtpUrl.reveal()).host : null,
    settings: describeSettings().map((setting) => ({ ...setting, isSet: isSet(setting.name) })),
  }))

  serve(server, platformRoutes.sendTestMail, ({ body }) => sendTestMail(transport, body.to, config.companyName))
}
