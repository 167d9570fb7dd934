/**
 * What tests hash passwords of a built-in directory with: the least that Argon2id takes, a hundredth of the time. Tests of
 * the hashes themselves leave it out.
 */
export const quickHashes = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const
