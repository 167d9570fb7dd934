/**
 * The kinds of test steps that are run here, by the sys_ids of their definitions (sys_atf_step_config) and inputs, which
 * are the same on every instance. Read from ServiceNow's SDK (MIT, see NOTICE).
 */
export const stepKinds = {
  sendRestRequest: {
    id: 'e00571a10b3222000b7da95e93673a8f',
    inputs: {
      method: '59877da10b3222000b7da95e93673a56',
      path: '50bff9250b3222000b7da95e93673a9b',
      query: '58408e250b3222000b7da95e93673a5c',
      headers: 'cec002650b3222000b7da95e93673aae',
      body: '81e042650b3222000b7da95e93673aa2',
      basicAuth: '020a6af09fd32200ef4afa7dc67fcfec',
      mutualAuth: '89ad06b543010210b6f9a0246bb8f2d7',
    },
  },
  assertStatusCode: {
    id: '2f4fa7309f132200ef4afa7dc67fcf0f',
    inputs: { operation: '1d94cb1f3b8032000774229c93efc419', statusCode: '9f5f67709f132200ef4afa7dc67fcf94' },
  },
  runServerScript: {
    id: '41de4a935332120028bc29cac2dc349a',
    inputs: { script: '989d9e235324220002c6435723dc3484' },
  },
  openCatalogItem: {
    id: '2516c0e1c332220076173b0ac3d3ae39',
    inputs: { item: 'b0d64ce1c332220076173b0ac3d3ae95' },
  },
} as const

export type StepKind = keyof typeof stepKinds

export function kindOfStep(definition: string): StepKind | null {
  const found = Object.entries(stepKinds).find(([, kind]) => kind.id === definition)
  return (found?.[0] as StepKind | undefined) ?? null
}
