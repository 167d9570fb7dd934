/** What apps are told about how a person signed in (`acr`): one proof, or two of different kinds. */
export const acr = { one: 'urn:hallpass:acr:one', two: 'urn:hallpass:acr:two' } as const
