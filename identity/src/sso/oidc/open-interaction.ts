import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Principal } from '../../platform/http/principal.ts'
import { signOnExpired } from '../saml/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { cookieNames } from './cookie-names.ts'
import { deleteSessionByUid } from './store-records.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>
type Input = { request: IncomingMessage; response: ServerResponse; principal: Principal | undefined }

/**
 * The request that waits in this browser. Where somebody else signed in since the app asked, or the session that it began in
 * has ended, it goes on without that: the provider would give it up, or sign the one before out through the browser and
 * with that whoever is signed in now.
 */
export async function openInteraction(
  deps: Pick<SignOnDeps, 'db' | 'publicUrl'>,
  provider: Provider,
  { request, response, principal }: Input,
): Promise<Interaction> {
  try {
    const interaction = await provider.interactionDetails(request, response)
    const { session } = interaction
    if (principal && session && session.accountId !== principal.personId) await leaveSession(deps, interaction)
    return interaction
  } catch (cause) {
    const { cookies } = provider.createContext(request, response)
    const id = cookies.get(cookieNames(deps.publicUrl).interaction, { signed: true })
    const interaction = id === undefined ? undefined : await provider.Interaction.find(id)
    if (!interaction || !principal) throw Object.assign(signOnExpired(), { cause })
    await leaveSession(deps, interaction)
    return interaction
  }
}

async function leaveSession({ db }: Pick<SignOnDeps, 'db'>, interaction: Interaction): Promise<void> {
  const { uid } = interaction.session ?? {}
  if (uid !== undefined) await deleteSessionByUid(db, uid)
  delete interaction.session
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
}
