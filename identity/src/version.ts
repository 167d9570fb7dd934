import manifest from '../package.json' with { type: 'json' }

/** The version of this build, as the API, the command line and the settings page say it. */
export const version: string = manifest.version
