/** Signing in with a passkey alone: offered by the browser inside the box for the name, and asked for by a button. */
import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { useEffect, useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { askForPasskey, canAutofill, PasskeyStopped, stopAutofill } from '../../api/proof/passkey.ts'

type Options = {
  ready: boolean
  onResult: (result: SignInAnswer) => Promise<void>
  onError: (error: unknown) => void
}

export function usePasskeySignIn({ ready, onResult, onError }: Options): { ask(): Promise<void> } {
  const latest = useRef({ onResult, onError })
  const [round, setRound] = useState(0)
  useEffect(() => {
    latest.current = { onResult, onError }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is a new offer
  useEffect(() => {
    if (!ready) return
    let stopped = false
    async function offer() {
      if (!(await canAutofill()) || stopped) return
      const result = await signIn(true, () => stopped)
      if (result !== null) await latest.current.onResult(result)
    }
    offer().catch((error: unknown) => {
      // Whoever types a name instead has stopped nothing.
      if (!stopped && !(error instanceof PasskeyStopped)) latest.current.onError(error)
    })
    return () => {
      stopped = true
      void stopAutofill()
    }
  }, [ready, round])

  async function ask() {
    try {
      await stopAutofill()
      const result = await signIn(false, () => false)
      if (result !== null) await latest.current.onResult(result)
    } catch (error) {
      latest.current.onError(error)
      setRound((before) => before + 1)
    }
  }

  return { ask }
}

async function signIn(autofill: boolean, isStopped: () => boolean): Promise<SignInAnswer | null> {
  const { challengeId, options } = await answer(api.POST('/api/session/passkey/start'))
  if (isStopped()) return null
  const response = await askForPasskey(options, { autofill })
  if (isStopped()) return null
  return answer(api.POST('/api/session/passkey', { body: { challengeId, response: response as never } }))
}
