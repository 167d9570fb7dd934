const majorMin = 24

/** Fails with one clear sentence on a Node that cannot run this; read before anything newer is imported. */
export function assertRuntime(found: string = process.versions.node): void {
  if (Number(found.split('.')[0]) >= majorMin) return
  throw new Error(
    `Hallpass needs Node ${majorMin}; this is Node ${found}. Start it with bin/hallpass or "npm start", which bring their own.`,
  )
}
