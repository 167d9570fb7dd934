import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type FilterShape, readFilters, writeFilters } from './filters.ts'

/** Filters in the address. `defaults` must not change between renders. Typing replaces the entry in the history. */
export function useFilters<S extends FilterShape>(defaults: S): [S, (change: Partial<S>) => void] {
  const navigate = useNavigate()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const filters = useMemo(() => readFilters(search, defaults), [search, defaults])
  const set = useCallback(
    (change: Partial<S>) => {
      const href = `${location.pathname}${writeFilters(location.search, defaults, change)}`
      void navigate({ href, replace: true, resetScroll: false })
    },
    [navigate, defaults],
  )
  return [filters, set]
}
