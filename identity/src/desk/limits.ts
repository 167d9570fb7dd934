/** Times of the desk that nobody sets: they are what makes a proof worth its points. */

/** How long a proof waits for its answer, and how long it counts afterwards. */
export const proofMinutes = 15
/** A number or address counts only when it has not changed for this long (security B.6). */
export const quietDays = 7
/** A case about a reset that the person says was not theirs is due at the latest after this. */
export const disputedMinutes = 15
/** How long a temporary pass opens the page to enrol a factor (security B.12: at most 60). */
export const passMinutes = 60
/** How often the page of one prompt may be opened: each opening is a new challenge with tries of its own. */
export const promptOpeningsMax = 3
/** How long a second factor of a voucher may lie back. */
export const voucherProofSecondsMax = 900
/** Changing the settings of the desk takes a proof from a short time ago (security C.19). */
export const settingsProofSecondsMax = 900

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
