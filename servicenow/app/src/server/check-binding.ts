import type { Glide } from './ports.ts'
import { properties } from './tables.ts'
import { instanceWords, type Words } from './words.ts'

/**
 * Whether this instance is the one that was connected. A clone carries keys, settings and flows of its source, and must
 * neither call out nor take what was meant for the source: id and address are compared with those noted at connecting.
 */
export type Binding =
  | { readonly state: 'bound'; readonly instanceId: string; readonly instanceUrl: string; readonly hallpassUrl: string }
  | {
      readonly state: 'not_connected' | 'clone'
      /** For administrators. */
      readonly words: string
      /** For anybody else. */
      readonly say: (words: Words) => string
    }

export function checkBinding(glide: Pick<Glide, 'property' | 'text'>): Binding {
  const bound = {
    instanceId: glide.property(properties.boundInstanceId),
    instanceUrl: withoutSlash(glide.property(properties.boundInstanceUrl)),
  }
  const hallpassUrl = withoutSlash(glide.property(properties.hallpassUrl))
  if (bound.instanceId === '' || bound.instanceUrl === '' || hallpassUrl === '') {
    return unbound(glide, 'not_connected', (words) => words('not_connected'))
  }
  const here = {
    instanceId: glide.property(properties.instanceId),
    instanceUrl: withoutSlash(glide.property(properties.instanceUrl)),
  }
  if (here.instanceId !== bound.instanceId || here.instanceUrl !== bound.instanceUrl) {
    return unbound(glide, 'clone', (words) => words('clone', bound.instanceUrl, here.instanceUrl))
  }
  return { state: 'bound', ...here, hallpassUrl }
}

function unbound(
  glide: Pick<Glide, 'property' | 'text'>,
  state: 'not_connected' | 'clone',
  say: (words: Words) => string,
): Binding {
  return { state, words: say(instanceWords(glide)), say }
}

/** `glide.servlet.uri` ends with a slash on most instances, and an administrator may have typed none. */
function withoutSlash(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase()
}
