import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

const prefix = '{scrypt}'

/** One-way, as columns of the type password are; what is hashed already stays. Cheap on purpose: tests set many. */
export function hashPassword(password: string): string {
  if (password === '' || password.startsWith(prefix)) return password
  const salt = randomBytes(12)
  return `${prefix}${salt.toString('base64')}$${derive(password, salt).toString('base64')}`
}

export function isPassword(password: string, hashed: string): boolean {
  if (!hashed.startsWith(prefix)) return false
  const [salt = '', key = ''] = hashed.slice(prefix.length).split('$')
  return timingSafeEqual(derive(password, Buffer.from(salt, 'base64')), Buffer.from(key, 'base64'))
}

function derive(password: string, salt: Buffer): Buffer {
  return scryptSync(password, salt, 32, { N: 16 })
}
