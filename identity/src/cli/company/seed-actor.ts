/** Who the trail names for what a company file brought. */
export const seedActor = { kind: 'operator', name: 'seed' } as const
