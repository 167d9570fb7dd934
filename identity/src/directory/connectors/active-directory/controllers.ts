import { DirectoryFailure, unreachable } from '../failures.ts'
import { isAnswer } from '../ldap/connection.ts'
import type { LdapService } from '../ldap/service.ts'

/** How long a controller that did not answer is asked last. */
const restMs = 30_000

/**
 * Several controllers of one domain as one service: the first that answers is asked. What may have been done already is
 * never repeated at another one: a write, or a bind, which counts as a try.
 */
export function controllersService(services: readonly LdapService[]): LdapService {
  const controllers = services.map((service) => ({ service, restsUntil: 0 }))

  const attempt = async <T>(
    run: (service: LdapService, begin: () => void) => Promise<T>,
    options: { mayRepeat: boolean },
  ): Promise<T> => {
    let last: unknown = unreachable('No domain controller is named.')
    const now = performance.now()
    const ready = controllers.filter(({ restsUntil }) => restsUntil <= now)
    const resting = controllers.filter(({ restsUntil }) => restsUntil > now)
    for (const controller of [...ready, ...resting]) {
      let hasBegun = false
      try {
        const answer = await run(controller.service, () => {
          hasBegun = true
        })
        controller.restsUntil = 0
        return answer
      } catch (error) {
        if (!isSilence(error)) throw error
        controller.restsUntil = performance.now() + restMs
        if (hasBegun && !options.mayRepeat) throw error
        last = error
      }
    }
    throw last
  }

  return {
    read: (work) => attempt((service) => service.read(work), { mayRepeat: true }),
    own: () => attempt((service) => service.own(), { mayRepeat: true }),
    write: (work) =>
      attempt(
        (service, begin) =>
          service.write((connection) => {
            begin()
            return work(connection)
          }),
        { mayRepeat: false },
      ),
    asSomebody: (work, options) =>
      attempt(
        (service, begin) =>
          service.asSomebody((connection) => {
            begin()
            return work(connection)
          }, options),
        { mayRepeat: false },
      ),
    async close() {
      await Promise.all(services.map((service) => service.close()))
    },
  }
}

/** Nothing was answered: the connection was not made, broke, or took too long. */
function isSilence(error: unknown): boolean {
  if (error instanceof DirectoryFailure) return error.code === 'directory_unreachable'
  return !isAnswer(error)
}
