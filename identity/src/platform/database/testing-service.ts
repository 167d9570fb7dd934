/** A service process with its embedded database, for tests that kill it: prints one line of JSON when it is up. */
import { startEmbedded } from './embedded.ts'

const [dataFolder = '', joinRunning] = process.argv.slice(2)
const log = { debug() {}, info() {}, warn() {}, error() {} }

try {
  const server = await startEmbedded({ dataFolder, log, joinRunning: joinRunning === 'join' })
  // Stays until it is told to stop, as a service does.
  const alive = setInterval(() => {}, 60_000)
  process.once('SIGTERM', async () => {
    clearInterval(alive)
    await server.stop()
  })
  process.stdout.write(
    `${JSON.stringify({ pid: server.pid(), isJoined: server.isJoined, url: server.place.ownerUrl })}\n`,
  )
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
  process.exitCode = 1
}
