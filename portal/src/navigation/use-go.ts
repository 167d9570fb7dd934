import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to an address from paths.ts. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback((href, options = {}) => void navigate({ href, replace: options.replace ?? false }), [navigate])
}

/** A parameter of the address, `$id` of its pattern unless said otherwise. */
export function useParam(name = 'id'): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  return params[name] ?? ''
}
