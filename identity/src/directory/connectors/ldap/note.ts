/** What a check found of one thing. */
export type Note = (name: string, ok: boolean, message: string) => void
