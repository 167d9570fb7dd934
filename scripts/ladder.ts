/**
 * Who may import whom. This list is the one place that orders the slices: a slice imports only what stands to its left.
 * `.dependency-cruiser.cjs` is these rules; ARCHITECTURE.md explains them.
 */
export const ladder = [
  'audit',
  'directory',
  'credentials',
  'access',
  'provisioning',
  'requests',
  'sso',
  'desk',
] as const

export type DependencyRule = {
  name: string
  comment: string
  severity: 'error'
  from: Record<string, unknown>
  to: Record<string, unknown>
}

const slice = `(${ladder.join('|')})`
const anySlice = `^identity/src/${slice}/`
/** Tests, and the suites and fixtures tests share. */
const testing = ['\\.test\\.tsx?$', '/testing[a-z-]*\\.ts$', 'conformance[a-z-]*\\.ts$']
/** What a folder of connectors holds beside the connectors. */
const connectorFrame = '(connector|registry|failures|types|conformance|testing)'
const concreteConnector = `^identity/src/[^/]+/connectors/(?!conformance/|${connectorFrame}\\.ts$)`

export function dependencyRules(): DependencyRule[] {
  return [
    rule('platform-knows-no-slice', {
      comment: 'The platform serves every slice and knows no word of identity. Turn it round: let the slice call it.',
      from: { path: '^identity/src/platform/' },
      to: { path: [anySlice, '^identity/src/(app|main)\\.ts$', '^identity/src/cli/'] },
    }),
    ...ladder.slice(0, -1).map((name, index) =>
      rule(`${name}-imports-only-to-the-left`, {
        comment: `${name} stands left of ${ladder.slice(index + 1).join(', ')}. To talk to the right, emit an event and listen there.`,
        from: { path: `^identity/src/${name}/` },
        to: { path: `^identity/src/(${ladder.slice(index + 1).join('|')})/` },
      }),
    ),
    rule('slices-know-no-app', {
      comment: 'app.ts wires the slices and the commands call them; a slice is handed what it needs.',
      from: { path: anySlice, pathNot: testing },
      to: { path: ['^identity/src/(app|main)\\.ts$', '^identity/src/cli/'] },
    }),
    rule('through-the-front-door', {
      comment: 'Another slice is used only through its module.ts: what is behind it may change without asking.',
      from: { path: anySlice },
      to: { path: anySlice, pathNot: ['^identity/src/$1/', '^identity/src/[^/]+/module\\.ts$'] },
    }),
    rule('connectors-by-registry', {
      comment: 'A connector is named only by its registry and its test, so that adding one changes one line.',
      from: { path: '^identity/src/', pathNot: ['^identity/src/[^/]+/connectors/', ...testing] },
      to: { path: concreteConnector },
    }),
    rule('ports-name-no-connector', {
      comment: 'The port and its conformance suite hold for every connector; they may not lean on one of them.',
      from: { path: '^identity/src/[^/]+/connectors/(conformance/|(connector|failures|types|conformance)\\.ts$)' },
      to: { path: concreteConnector },
    }),
    rule('others-use-the-contract', {
      comment: 'Everything outside the service talks to it over the wire, as the contract has it.',
      // The table of settings in docs/ is made from the settings themselves.
      from: {
        path: '^(portal|servicenow|stories|bench|scripts|catalog|contract)/',
        pathNot: '^scripts/generate\\.ts$',
      },
      to: { path: '^identity/' },
    }),
    rule('the-product-stands-alone', {
      comment:
        'Counterparts, stories, benches and scripts are for tests and the sample company, never for the product.',
      from: { path: '^(contract|identity|catalog|portal)/', pathNot: testing },
      to: { path: '^(counterparts|stories|bench|scripts|servicenow/(app|simulator))/' },
    }),
    rule('counterparts-import-nothing-of-ours', {
      comment: 'The other side of a wire proves nothing when it shares code with this side.',
      from: { path: '^counterparts/' },
      to: { path: '^(contract|identity|catalog|portal|servicenow|stories|bench|scripts)/' },
    }),
    rule('the-other-servicenow-is-not-ours', {
      comment:
        'The simulator is written from the documentation. What shared code with the product would prove nothing of it.',
      from: { path: '^servicenow/simulator/' },
      to: { path: '^(contract|identity|catalog|portal|counterparts|stories|bench|scripts|servicenow/(app|client))/' },
    }),
    rule('the-client-knows-no-hallpass', {
      comment: 'It is a vendor library: what it knows of Hallpass could not be told from what ServiceNow says.',
      from: { path: '^servicenow/client/', pathNot: testing },
      to: {
        path: '^(contract|identity|catalog|portal|counterparts|stories|bench|scripts|servicenow/(app|simulator))/',
      },
    }),
    rule('contract-stands-below-all', {
      comment: 'The words on the wire depend on nobody who says them.',
      from: { path: '^contract/' },
      to: { path: '^(catalog|portal|counterparts|stories|bench|scripts)/' },
    }),
    rule('features-are-islands', {
      comment: 'A screen is changed without looking at the others. What two of them need goes to ui/ or api/.',
      from: { path: '^portal/src/features/([^/]+)/' },
      to: { path: '^portal/src/features/', pathNot: '^portal/src/features/$1/' },
    }),
    rule('ui-has-no-data', {
      comment: 'ui/ draws what it is given: no router, no data, no screen.',
      from: { path: '^portal/src/ui/' },
      to: {
        path: ['^portal/src/(features|api)/', '^portal/src/(main|routes)\\.tsx?$', '@tanstack/react-(query|router)'],
      },
    }),
    rule('no-cycles', {
      comment: 'Two modules that need each other are one module or three.',
      from: {},
      to: { circular: true },
    }),
    rule('nothing-unresolved', {
      comment: 'An import that is not found is checked by no other rule.',
      from: {},
      // Vite makes the virtual ones while it builds.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    }),
  ]
}

function rule(name: string, parts: Omit<DependencyRule, 'name' | 'severity'>): DependencyRule {
  return { name, severity: 'error', ...parts }
}
