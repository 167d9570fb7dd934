/** Crockford's Base32: no letter that is taken for a digit, none that makes words. */
export const plainLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a case is called on the phone, made of the random end of its id: `C-7K2M9QX`. */
export function referenceOf(caseId: string): string {
  let rest = BigInt(`0x${caseId.replaceAll('-', '').slice(-10)}`)
  let reference = ''
  for (let place = 0; place < 7; place++) {
    reference = plainLetters.charAt(Number(rest & 31n)) + reference
    rest >>= 5n
  }
  return `C-${reference}`
}
