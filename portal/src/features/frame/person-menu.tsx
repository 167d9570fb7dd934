/** The menu of whoever is signed in; loaded when it is first wanted. */
import { lazy, Suspense, useState } from 'react'
import { PersonButton } from './person-button.tsx'

const load = () => import('./open-person-menu.tsx')
const OpenPersonMenu = lazy(async () => ({ default: (await load()).OpenPersonMenu }))

export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const [wanted, setWanted] = useState(false)
  const closed = (
    <PersonButton
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  )
  if (!wanted) return closed
  return (
    <Suspense fallback={closed}>
      <OpenPersonMenu onKeys={onKeys} />
    </Suspense>
  )
}
