import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { applyBrand } from '../ui/theme/apply-brand.ts'
import { sessionQuery } from './session.ts'

export type Company = { name: string; logo: string | null; accent: string | null }

const product: Company = { name: 'Hallpass', logo: null, accent: null }

/** Whose page this is, put on it; null until the service has said so, so that no other name flashes by. */
export function useBrand(): Company | null {
  const { data, isError } = useQuery(sessionQuery)
  const company = data?.company ?? (isError ? product : null)
  useEffect(() => {
    if (company) applyBrand(company)
  }, [company])
  return company
}
