import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../errors.ts'
import { answerProblem } from './problem.ts'

/**
 * Serves the built portal: hashed assets for ever, and its one page for every address that a browser opens. Without a
 * folder there is the API alone, and every other address is a problem like any.
 */
export async function servePortal(server: FastifyInstance, directory: string | null): Promise<void> {
  if (directory === null) {
    server.setNotFoundHandler((request, reply) => answerProblem(nothingHere(), request, reply))
    return
  }
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  await server.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: '/assets/',
    maxAge: '365d',
    immutable: true,
    index: false,
  })
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|assets|icons|launch)\//.test(request.url) &&
      (request.headers.accept ?? '').includes('text/html')
    if (!isPage) return answerProblem(nothingHere(), request, reply)
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}

const nothingHere = () => new Failure('not_found', 'not_found', 'There is nothing at this address.')
