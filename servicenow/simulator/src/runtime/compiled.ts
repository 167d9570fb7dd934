import vm from 'node:vm'

const cache = new Map<string, vm.Script>()

/** A script, compiled once a thread; the name is what a stack trace shows. */
export function compiled(source: string, name: string): vm.Script {
  const key = `${name}\n${source}`
  const known = cache.get(key)
  if (known) return known
  if (cache.size > 2000) cache.clear()
  const script = new vm.Script(source, { filename: name })
  cache.set(key, script)
  return script
}
