/** Short messages at the foot of the page. What shows them is loaded with the first. */
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

export type Toast = {
  title?: string
  message: ReactNode
  tone: 'good' | 'bad'
  stayMs?: number
  /** The name of the button that takes it away; null where the message has a button of its own. */
  closeLabel: string | null
}

const Container = lazy(async () => ({ default: (await import('./toast-container.tsx')).ToastContainer }))
const listeners = new Set<() => void>()
let wanted = false
let made = 0

/** Shows a message; its id takes it away again. */
export function showToast({ title, message, tone, stayMs = 5000, closeLabel }: Toast): string {
  made += 1
  const id = `toast-${made}`
  wanted = true
  for (const tell of listeners) tell()
  void withLibrary((toasts) =>
    toasts.show({
      id,
      message,
      color: tone === 'good' ? 'green' : 'red',
      autoClose: stayMs,
      withCloseButton: closeLabel !== null,
      ...(closeLabel === null ? {} : { closeButtonProps: { 'aria-label': closeLabel } }),
      ...(title === undefined ? {} : { title }),
    }),
  )
  return id
}

export function hideToast(id: string): void {
  if (wanted) void withLibrary((toasts) => toasts.hide(id))
}

export function Toasts() {
  const shown = useSyncExternalStore(listen, () => wanted)
  return shown ? (
    <Suspense>
      <Container />
    </Suspense>
  ) : null
}

type Library = typeof import('@mantine/notifications')['notifications']

async function withLibrary(act: (toasts: Library) => void): Promise<void> {
  const { notifications } = await import('./toast-container.tsx')
  act(notifications)
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
