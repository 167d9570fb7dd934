/** What the desk is set to, what makes settings foolish, and which are weaker: pure. */
import type { FieldFault } from '../platform/errors.ts'
import type { ProofKind, Settings } from './types.ts'
import { isStrong } from './weigh-proofs.ts'

/** The settings Hallpass comes with: two channels of the directory, or one of them beside a factor or a voucher. */
export const builtInSettings: Settings = {
  points: { callback: 50, address_code: 50, prompt: 70, voucher: 60, photo_id: 30, personal_data: 10 },
  thresholds: { standard: 100, privileged: 150 },
  slaMinutes: { standard: 240, privileged: 120 },
  secondOutcomeHours: 24,
  privilegedGroupIds: [],
  costPerTicket: 18.5,
  currency: 'USD',
}

const kinds = Object.keys(builtInSettings.points) as ProofKind[]

/** What cannot be meant: a single proof that is enough, or a tier that is out of reach or asks for less than the other. */
export function faultsOf({ points, thresholds }: Settings): FieldFault[] {
  const faults: FieldFault[] = []
  if (thresholds.privileged < thresholds.standard)
    faults.push({
      field: 'thresholds.privileged',
      message: 'The privileged need at least as many points as everybody.',
    })
  for (const kind of kinds)
    if (points[kind] >= thresholds.standard)
      faults.push({ field: `points.${kind}`, message: 'No single proof may be enough: take less than the threshold.' })
  const sum = (of: readonly ProofKind[]) => of.reduce((total, kind) => total + points[kind], 0)
  if (sum(kinds.filter((kind) => !isStrong(kind))) >= thresholds.standard)
    faults.push({ field: 'points.photo_id', message: 'Photo id and personal data together may not be enough.' })
  if (sum(kinds) < thresholds.privileged)
    faults.push({ field: 'thresholds.privileged', message: 'All proofs together do not reach this.' })
  return faults
}

/** Whether somebody gets in with less than before; such a change is told to all administrators. */
export function isWeaker(before: Settings, after: Settings): boolean {
  return (
    kinds.some((kind) => after.points[kind] > before.points[kind]) ||
    after.thresholds.standard < before.thresholds.standard ||
    after.thresholds.privileged < before.thresholds.privileged ||
    after.secondOutcomeHours < before.secondOutcomeHours ||
    before.privilegedGroupIds.some((id) => !after.privilegedGroupIds.includes(id))
  )
}
