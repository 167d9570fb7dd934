/** How often things may be tried, by whom; one counter in the database serves every door and node. */
import { networkOf } from '../platform/http/rate-limit.ts'
import type { RecoveryPolicy, Try } from './types.ts'

const minute = 60
const hour = 60 * minute
const century = 100 * 365 * 24 * hour

/** Minutes a code of a reset works, at most ten (NIST SP 800-63B-4 §3.1.3.2). */
export const codeMinutes = 10
export const codeTriesMax = 5
/** So that a stranger who asks for codes cannot kill the one the person is about to type. */
export const attemptsAtOnceMax = 3
/** How long "prove it again" waits for its answer, and how many answers it takes. */
export const challengeMinutes = 5
export const challengeTriesMax = 5
export const enrolmentMinutes = 10
export const passMinutesMax = 60
/** How long what recovered a password is no second factor. */
export const restHours = 24
export const ticketMinutes = 15
export const ticketTriesMax = 20
/** A reset link of the service desk. */
export const linkMinutes = 60
export const inviteHours = 72
export const disputeHours = 72

/** What one network may try in a quarter of an hour; more while a directory is away, whose people cannot but fail. */
const [addressMax, addressMaxWhileAway] = [100, 1000]

/**
 * Every try, whatever became of it, but those of a right password, which are given back so that a busy office is not slowed.
 * All count alike, strangers and people whose directory is silent, so that counting to the end tells nothing about a login.
 */
export function signInTries(address: string, isAnyAway: boolean): Try[] {
  return [
    { key: 'sign-in:all', max: 3000, windowSeconds: minute },
    {
      key: `sign-in:address:${networkOf(address)}`,
      max: isAnyAway ? addressMaxWhileAway : addressMax,
      windowSeconds: 15 * minute,
    },
  ]
}

/** The same from a device or session of the person who is meant: a flood of others must not keep them out. */
export function knownSignInTries(personId: string): Try[] {
  return [{ key: `sign-in:known:${personId}`, max: 100, windowSeconds: 15 * minute }]
}

/**
 * The same from another system that vouches for who is at its screens: most of them there are one of many, so one person
 * closes it for nobody else, and all together get no further than from a few networks.
 */
export function outsideTries(address: string, personId: string): Try[] {
  return [
    { key: 'sign-in:all', max: 3000, windowSeconds: minute },
    { key: `sign-in:outside:${address}`, max: 1000, windowSeconds: 15 * minute },
    { key: `sign-in:outside:${address}:${personId}`, max: 100, windowSeconds: 15 * minute },
  ]
}

/**
 * Wrong passwords of one person, from anywhere: few in a row, three fewer than the directory would lock at (two stay left
 * and one is for a device of the person), and never more than 100 between two right ones (NIST SP 800-63B-4 §3.2.2).
 */
export function personTries(personId: string, policy: RecoveryPolicy, lockoutTries: number | null): Try[] {
  const spare = lockoutTries === null ? policy.signInTriesMax : Math.max(1, lockoutTries - 3)
  return [
    {
      key: `password:row:${personId}`,
      max: Math.min(policy.signInTriesMax, spare),
      windowSeconds: policy.waitMinutes * minute,
    },
    { key: `password:streak:${personId}`, max: 100, windowSeconds: century },
  ]
}

/** What a device or session of the person has beyond those; one try where the directory would lock soon. */
export function knownDeviceTries(personId: string, policy: RecoveryPolicy, lockoutTries: number | null): Try[] {
  return [
    {
      key: `password:row:${personId}:known`,
      max: lockoutTries === null ? policy.signInTriesMax : 1,
      windowSeconds: policy.waitMinutes * minute,
    },
    { key: `password:streak:${personId}:known`, max: 100, windowSeconds: century },
  ]
}

/** The counters that make strangers wait. */
export function personTryKeys(personId: string): string[] {
  return [`password:row:${personId}`, `password:streak:${personId}`]
}

/** What never ends by itself, whoever tried: a right password does, from whichever device. */
export function streakKeys(personId: string): string[] {
  return [`password:streak:${personId}`, `password:streak:${personId}:known`]
}

/** All of a person's wrong passwords, whoever typed them. */
export function passwordKeys(personId: string): string[] {
  return ['row', 'streak'].flatMap((kind) => ['', ':known'].map((who) => `password:${kind}:${personId}${who}`))
}

export function startResetTries(address: string): Try[] {
  return [
    { key: 'reset:all', max: 1000, windowSeconds: minute },
    { key: `reset:address:${networkOf(address)}`, max: 60, windowSeconds: hour },
  ]
}

export function resetMailTries(personId: string): Try[] {
  return [
    { key: 'reset-mail:all', max: 2000, windowSeconds: 10 * minute },
    { key: `reset-mail:${personId}`, max: 10, windowSeconds: hour },
  ]
}

export function proofTries(address: string): Try[] {
  return [
    { key: 'proof:all', max: 3000, windowSeconds: minute },
    { key: `proof:address:${networkOf(address)}`, max: 200, windowSeconds: 15 * minute },
  ]
}

/** Wrong codes of one person over all attempts; a right one begins again. */
export function codeStreak(personId: string): Try {
  return { key: `code:streak:${personId}`, max: 100, windowSeconds: century }
}

/** Wrong answers of one factor; what strangers may use up and what comes after a right password are counted apart. */
export function factorStreak(factorId: string, isStranger: boolean): Try {
  return { key: `factor:streak:${factorId}${isStranger ? ':stranger' : ''}`, max: 50, windowSeconds: century }
}

export function factorStreakKeys(factorId: string): string[] {
  return [false, true].map((isStranger) => factorStreak(factorId, isStranger).key)
}

/** Guesses at somebody's app or recovery codes by people who have proven nothing. */
export function strangerGuesses(personId: string): Try {
  return { key: `factor:guess:${personId}`, max: 10, windowSeconds: 24 * hour }
}

export function passkeyTries(address: string): Try[] {
  return [
    { key: 'passkey:all', max: 3000, windowSeconds: minute },
    { key: `passkey:address:${networkOf(address)}`, max: 300, windowSeconds: 15 * minute },
  ]
}

/** Text messages and prompts cost money and patience. */
export function messageTries(personId: string): Try[] {
  return [
    { key: 'message:all', max: 500, windowSeconds: 10 * minute },
    { key: `message:${personId}`, max: 6, windowSeconds: 10 * minute },
  ]
}

/**
 * Tries at one temporary pass, right or wrong: few from one network, so that a stranger uses up no tries but their own, and
 * no more than 100 from everywhere (NIST SP 800-63B-4 §3.2.2). A pass lives no longer than the hour, so whoever uses them
 * all up has ended this pass and nothing else; the next one of the desk begins anew.
 */
export function passTries(passId: string, address: string): Try[] {
  return [
    { key: `pass:${passId}:${networkOf(address)}`, max: 5, windowSeconds: hour },
    { key: `pass:${passId}`, max: 100, windowSeconds: hour },
  ]
}

/** One wrong password tried on several people in ten minutes is no mistake any more. */
export const sprayedPeopleMax = 20
export function sprayTries(fingerprint: string): Try {
  return { key: `spray:${fingerprint}`, max: sprayedPeopleMax, windowSeconds: 10 * minute }
}

/** Each person counts once for a sprayed password, and each spray is told once. */
export function onceInSpray(fingerprint: string, what: string): Try {
  return { key: `spray:${fingerprint}:${what}`, max: 1, windowSeconds: 10 * minute }
}

/** Longer than any password write waits for its directory, so that what is older has nobody waiting any more. */
export const abandonedMs = 60_000
