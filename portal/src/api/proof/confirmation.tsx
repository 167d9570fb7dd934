/** When the service wants a fresh proof: asks for it, then lets the calls that wait go on. */
import { lazy, useEffect, useRef, useState } from 'react'
import { onConfirmationWanted } from '../client.ts'

const ConfirmIdentity = lazy(async () => ({ default: (await import('./confirm-identity.tsx')).ConfirmIdentity }))

export function Confirmation({ login, name }: { login: string; name: string }) {
  const waiting = useRef<((given: boolean) => void)[]>([])
  const [asking, setAsking] = useState(false)
  useEffect(
    () =>
      onConfirmationWanted(() => {
        setAsking(true)
        return new Promise((settle) => waiting.current.push(settle))
      }),
    [],
  )

  function settle(given: boolean) {
    for (const tell of waiting.current.splice(0)) tell(given)
    setAsking(false)
  }

  return asking ? <ConfirmIdentity login={login} name={name} onSettled={settle} /> : null
}
