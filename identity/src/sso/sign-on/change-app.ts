/** What changing the sign-on of an app has in common, whatever the protocol. */
import type { Actor } from '../../audit/module.ts'
import { Failure, type FieldFault } from '../../platform/errors.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { appUnknown } from '../errors.ts'
import { ExpressionFault, parseExpression } from '../saml/expression.ts'
import type { SignOnDeps } from './deps.ts'
import { factNames } from './person-facts.ts'

/** Who changes which app. */
export type AppChange = { appId: string; principal: Principal; actor: Actor }

/** Where an app hears who somebody is decides who signs on as whom: changing it wants a fresh proof (security C.19). */
export const proofSeconds = 900

/** An app that administrators may set up; Hallpass itself is none. */
export async function appForSignOn(deps: Pick<SignOnDeps, 'db' | 'access'>, appId: string) {
  const app = await deps.access.app(deps.db, appId)
  if (!app || app.builtIn) throw appUnknown()
  return app
}

export const changedMeanwhile = (): Failure =>
  new Failure(
    'conflict',
    'changed_meanwhile',
    'Somebody changed this in the meantime. Load it again, then repeat your change.',
  )

/** Refuses whoever has not proven lately who they are, and an app that is not there. */
export async function mayChangeApp(
  deps: Pick<SignOnDeps, 'db' | 'access' | 'clock'>,
  { appId, principal }: Pick<AppChange, 'appId' | 'principal'>,
): Promise<void> {
  await appForSignOn(deps, appId)
  requireRecent(principal, deps.clock.now(), proofSeconds)
}

/** Collects what is wrong with settings, field by field, so that all of it is told at once. */
export function settingsFaults(code: string) {
  const fields: FieldFault[] = []
  const fault = (field: string, message: string): void => void fields.push({ field: `settings.${field}`, message })
  return {
    fault,
    expression(field: string, value: string): void {
      try {
        parseExpression(value, factNames)
      } catch (error) {
        if (!(error instanceof ExpressionFault)) throw error
        fault(field, error.message)
      }
    },
    throwIfAny(): void {
      if (fields.length > 0) throw new Failure('invalid', code, 'Some of these settings cannot work.', { fields })
    },
  }
}
