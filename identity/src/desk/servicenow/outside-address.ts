import type { Connection } from './types.ts'

/** Where the calls of an instance come from, for limits and the trail: its people share an address, two instances share none. */
export const outsideAddress = ({ id }: Pick<Connection, 'id'>): string => `servicenow:${id}`
