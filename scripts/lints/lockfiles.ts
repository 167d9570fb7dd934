import type { Fault, Lint } from './fault.ts'

/** Packages with known open holes that nothing of ours may pull in, however deep. */
const forbidden: Record<string, string> = {
  samlify: 'accepts logout requests that nobody signed',
  'scim-patch': 'lets a patch path reach Object.prototype',
}

/** Lockfiles name no download addresses, and none of the packages we keep out. */
export const lockfiles: Lint = (files) =>
  files
    .filter(({ path }) => path.endsWith('package-lock.json'))
    .flatMap((file) => {
      const packages: Record<string, { resolved?: string }> = JSON.parse(file.text()).packages ?? {}
      return Object.entries(packages).flatMap(([place, { resolved }]): Fault[] => {
        const name = place.split('node_modules/').at(-1) ?? ''
        const hole = Object.hasOwn(forbidden, name) ? forbidden[name] : undefined
        return [
          ...(hole ? [{ path: file.path, message: `${name} stays out: it ${hole}.` }] : []),
          ...(resolved && /^[a-z+]+:\/\//i.test(resolved)
            ? [{ path: file.path, message: `${name} has a download address; npm writes none with our .npmrc.` }]
            : []),
        ]
      })
    })
