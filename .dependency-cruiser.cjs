// The rules are made from the one list in scripts/ladder.ts; scripts/dependencies.ts runs them.
const { dependencyRules } = require('./scripts/ladder.ts')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: dependencyRules(),
  options: {
    // Types are imports too: a slice that knows another's types knows the other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '(^|/)(dist|node_modules/[.]vite)/|^counterparts/scim-app/|^servicenow/app/(src/fluent|@types|target)/',
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
}
