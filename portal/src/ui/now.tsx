/** The time by the service's clock. Screens say "in 5 days" by it, also where the computer's own clock is wrong. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

const Offset = createContext(0)

export function NowProvider({ serverNow, children }: { serverNow: string | undefined; children: ReactNode }) {
  const offset = useMemo(() => (serverNow === undefined ? 0 : Date.parse(serverNow) - Date.now()), [serverNow])
  // A second or two of travel is no fault of the clock.
  return <Offset.Provider value={Math.abs(offset) < 5000 ? 0 : offset}>{children}</Offset.Provider>
}

/** Now, again every `everyMs` (30 s when left out). */
export function useNow(everyMs = 30_000): Date {
  const offset = useContext(Offset)
  const [own, setOwn] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setOwn(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return new Date(own + offset)
}
