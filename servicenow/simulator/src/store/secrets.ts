import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const prefix = 'sealed:'

/** Two-way encryption of password2 values (AES-256-GCM), so that no table holds one in clear. */
export type Secrets = {
  /** What is sealed already, or empty, stays as it is. */
  seal(text: string): string
  /** The clear value; '' for anything that was not sealed with this instance's key. */
  open(sealed: string): string
}

/** The key lies in a file of its own beside the data file, as an instance keeps its keys outside of its tables. */
export function openSecrets(dataFile: string): Secrets {
  const key = keyBeside(`${dataFile}.key`)
  return {
    seal(text) {
      if (text === '' || text.startsWith(prefix)) return text
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return prefix + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      if (!sealed.startsWith(prefix)) return ''
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return ''
      }
    },
  }
}

function keyBeside(file: string): Buffer {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
