/** `orgId` → "Org id", `domain` → "Domain": a template's parameter as a label. Pure. */
export function parameterName(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
