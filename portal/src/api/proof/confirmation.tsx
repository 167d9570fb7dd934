/** When the service wants a fresh proof: asks for it, then lets the calls that wait go on. */
import { lazy, useEffect, useRef, useState } from 'react'
import { onConfirmationWanted } from '../client.ts'
import { bothWanted, type WantedProof } from './wanted-proof.ts'

const ConfirmIdentity = lazy(async () => ({ default: (await import('./confirm-identity.tsx')).ConfirmIdentity }))

export function Confirmation({ login, name }: { login: string; name: string }) {
  const waiting = useRef<((given: boolean) => void)[]>([])
  const [asking, setAsking] = useState<{ wanted: WantedProof } | null>(null)
  useEffect(
    () =>
      onConfirmationWanted((wanted) => {
        setAsking((before) => ({ wanted: bothWanted(before?.wanted ?? null, wanted) }))
        return new Promise((settle) => waiting.current.push(settle))
      }),
    [],
  )

  function settle(given: boolean) {
    for (const tell of waiting.current.splice(0)) tell(given)
    setAsking(null)
  }

  return asking ? <ConfirmIdentity login={login} name={name} wanted={asking.wanted} onSettled={settle} /> : null
}
