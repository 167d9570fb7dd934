/** Settings of the desk on the wire: what proofs are worth, how much is wanted, how soon, and what a ticket costs. */
import { type Static, Type } from 'typebox'
import { Id, Timestamp } from './common.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false } as const
const Points = Type.Integer({ minimum: 0, maximum: 1000 })
const Threshold = Type.Integer({ minimum: 1, maximum: 5000 })
const Minutes = Type.Integer({ minimum: 5, maximum: 43_200 })

export const DeskSettingsFields = {
  points: Type.Object(
    {
      callback: Points,
      address_code: Points,
      prompt: Points,
      voucher: Points,
      photo_id: Points,
      personal_data: Points,
    },
    strict,
  ),
  thresholds: Type.Object({ standard: Threshold, privileged: Threshold }, strict),
  /** By when a case is to be settled, after it was opened. */
  slaMinutes: Type.Object({ standard: Minutes, privileged: Minutes }, strict),
  /** How long the person has to object before they are sent a second thing of another kind. */
  secondOutcomeHours: Type.Integer({ minimum: 1, maximum: 168 }),
  /** Members of these groups need the threshold of the privileged. */
  privilegedGroupIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  /** What a ticket costs when a person works on it; the report multiplies it by what the desk was spared. */
  costPerTicket: Type.Number({ minimum: 0, maximum: 100_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
}

export const DeskSettings = Type.Object({
  version: Type.Integer(),
  ...DeskSettingsFields,
  changedAt: Type.Union([Timestamp, Type.Null()]),
})
export type DeskSettings = Static<typeof DeskSettings>

export const deskSettingsRoutes = {
  getDeskSettings: route({
    id: 'desk.getSettings',
    method: 'GET',
    path: '/api/desk/settings',
    summary: 'What proofs are worth at the desk, how much is wanted, how soon, and what a ticket costs',
    access: { roles: ['admin', 'auditor', 'desk_agent'] },
    success: { status: 200, schema: DeskSettings },
  }),
  putDeskSettings: route({
    id: 'desk.putSettings',
    method: 'PUT',
    path: '/api/desk/settings',
    summary:
      'Change the settings of the desk; asks for a fresh confirmation, and administrators are told of weaker ones',
    access: { roles: ['admin'] },
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), ...DeskSettingsFields }, strict),
    success: { status: 200, schema: DeskSettings },
    problems: [409],
  }),
}
