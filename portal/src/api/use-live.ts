/** Server-sent events: each carries the whole thing anew. Closed while the page is hidden, since browsers allow few of them. */
import { useEffect, useRef } from 'react'

export function useLive<T>(address: string | null, onChange: (value: T) => void): void {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (address === null) return
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    function open() {
      if (source !== null || document.hidden) return
      source = new EventSource(address as string)
      source.onmessage = (event) => latest.current(JSON.parse(event.data) as T)
      source.onerror = () => {
        // CONNECTING: the browser tries again by itself. CLOSED: refused or gone for good; ask again, unhurried.
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        timer = setTimeout(open, 15_000)
      }
    }
    function close() {
      clearTimeout(timer)
      source?.close()
      source = null
    }
    function visibility() {
      if (document.hidden) close()
      if (!document.hidden) open()
    }

    open()
    document.addEventListener('visibilitychange', visibility)
    return () => {
      document.removeEventListener('visibilitychange', visibility)
      close()
    }
  }, [address])
}
