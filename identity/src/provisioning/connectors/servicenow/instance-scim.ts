/** The SCIM service of an instance (plugin com.snc.integration.scim2), called as everything else of the instance is. */
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { readAnswer } from '@hallpass/servicenow-client/read-answer'
import { parseJson, type ScimHttp, textAt } from '../scim/http.ts'

const base = '/api/now/scim'

/**
 * Refusals of one call come back, as SCIM's own code expects; a client that is not let in, or an instance that is ill,
 * is thrown in the words of the client.
 */
export function instanceScim({ send }: Pick<ServiceNowClient, 'send'>, now: () => Date): ScimHttp {
  let calls = 0
  return {
    calls: () => calls,
    async call(method, path, body) {
      calls += 1
      const answer = await send({
        method,
        path: `${base}${path}`,
        subject: 'scim',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (answer.status === 401 || (answer.status >= 300 && answer.status < 400)) readAnswer(answer, 'scim', now())
      if (answer.status >= 500 && answer.status !== 501) readAnswer(answer, 'scim', now())
      const parsed = parseJson(answer.text)
      return {
        status: answer.status,
        ok: answer.status >= 200 && answer.status < 300,
        body: parsed,
        detail: (textAt(parsed, 'detail') ?? '')
          .replaceAll(/\p{Cc}+/gu, ' ')
          .trim()
          .slice(0, 200),
        scimType: textAt(parsed, 'scimType'),
      }
    },
  }
}

/** `scim`: the plugin is there and lets us in. `no_plugin` and `no_role` say why not. */
export type ScimStanding = 'scim' | 'no_plugin' | 'no_role'

/**
 * Asks for one account; where the service is not there the instance knows no such address. What a service says of itself it may
 * say to anybody, so that would show no role.
 */
export async function scimStanding(http: ScimHttp): Promise<ScimStanding> {
  const answer = await http.call('GET', '/Users?startIndex=1&count=1')
  if (answer.ok) return 'scim'
  return answer.status === 403 ? 'no_role' : 'no_plugin'
}
