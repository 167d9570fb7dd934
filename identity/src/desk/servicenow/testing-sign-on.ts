import type { TestApp } from '../../testing-app.ts'

/** The app ServiceNow as its template makes it and its suggestion sets up the sign-on, at the address of an instance of a test. */
export async function addServiceNow(
  { server, signIn }: Pick<TestApp, 'server' | 'signIn'>,
  url: string,
): Promise<string> {
  const { headers } = await signIn('ivan')
  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await server.inject({ method, url: path, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json()
  }
  const { id } = await call('POST', '/api/apps/from-template', {
    template: 'servicenow',
    name: 'ServiceNow',
    parameters: { instanceName: 'acme', sysIdOfTheSsoConfiguration: 'not known yet' },
    addresses: { entityId: url, acs: `${url}/navpage.do`, signOn: `${url}/navpage.do` },
  })
  const { suggested } = await call('GET', `/api/apps/${id}/saml`)
  await call('PUT', `/api/apps/${id}/saml`, { version: 0, settings: suggested })
  return id
}
