/** Who is signed in, from the service; everything about the caller on a screen comes from here. */
import type { ProductRole } from '@hallpass/contract/common'
import type { WhoAmI } from '@hallpass/contract/sso'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { answer, api, setCsrfToken } from './client.ts'
import { keys } from './keys.ts'

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async (): Promise<WhoAmI> => {
    const session: WhoAmI = await answer(api.GET('/api/session'))
    setCsrfToken(session.csrfToken)
    return session
  },
  staleTime: 60_000,
})

export type SignedIn = WhoAmI & { person: NonNullable<WhoAmI['person']> }

/** Forgets everything that was somebody's. The session stays known as "nobody", so that what still shows goes away quietly. */
export function forgetPerson(client: QueryClient): void {
  client.setQueryData(sessionQuery.queryKey, (before) =>
    before ? { ...before, person: null, sessionId: null, roles: [], assurance: null, expiresAt: null } : before,
  )
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] })
  void client.invalidateQueries({ queryKey: keys.session })
}

const SignedInContext = createContext<SignedIn | null>(null)

/** Given by the signed-in frame: what stands in it sees one session until it is taken down, also while one signs out. */
export const SignedInProvider = SignedInContext.Provider

/** The session of somebody signed in. Only below the signed-in frame. */
export function useSession(): SignedIn {
  const session = useContext(SignedInContext)
  if (session === null) throw new Error('useSession is used outside the signed-in frame')
  return session
}

export function isSignedIn(session: WhoAmI | undefined): session is SignedIn {
  return session?.person != null
}

export function useHasRole(...wanted: readonly ProductRole[]): boolean {
  const { roles } = useSession()
  return wanted.some((role) => roles.includes(role))
}
