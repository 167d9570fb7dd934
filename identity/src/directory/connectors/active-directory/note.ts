/** Adds one point to what a check found. */
export type Note = (name: string, ok: boolean, message: string) => void
