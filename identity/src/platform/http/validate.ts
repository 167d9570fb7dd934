import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'

// Eight are less than a form has inputs; without an end, a body could ask for millions.
Settings.Set({ maxErrors: 64 })

/**
 * Validates by the contract's TypeBox schemas. Bodies are taken as they are: nothing is coerced, dropped or filled in
 * (security C.16). Paths and queries are text on the wire, so numbers and booleans are read from them, and defaults filled in.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema)
  const isText = httpPart === 'querystring' || httpPart === 'params'
  return (data: unknown) => {
    const value = isText ? Value.Default(schema, Value.Convert(schema, { ...(data as object) })) : data
    if (compiled.Check(value)) return { value }
    return {
      error: Object.assign(new Error('invalid input'), {
        validation: ofTheOneMeant(compiled.Errors(value)),
        validationContext: httpPart,
      }),
    }
  }
}

type Fault = { keyword: string; schemaPath: string; instancePath: string }

/**
 * Where input may have one of several shapes and says by a constant (`kind`) which it has, only the faults of that shape:
 * what the others want would ask for fields that nobody meant. Where it is none of them, the constants are what is wrong.
 */
function ofTheOneMeant<F extends Fault>(faults: readonly F[]): F[] {
  const others = faults.flatMap((fault) => {
    const shape = /^(.*\/anyOf\/)\d+\/(?=properties\/[^/]+$)/.exec(fault.schemaPath)
    return fault.keyword === 'const' && shape ? [{ fault, shape: shape[0], choice: shape[1] ?? '' }] : []
  })
  const isOther = (path: string) => others.some(({ shape }) => `${path}/`.startsWith(shape))
  const meant = faults.filter(({ schemaPath }) => !isOther(schemaPath))
  const isToldInParts = ({ keyword, schemaPath }: F) =>
    keyword === 'anyOf' && faults.some((one) => one.schemaPath.startsWith(`${schemaPath}/anyOf/`))
  const ofNoShape = others.filter(
    ({ choice }) => !isOther(choice) && !meant.some(({ schemaPath }) => schemaPath.startsWith(choice)),
  )
  return [...meant.filter((fault) => !isToldInParts(fault)), ...ofNoShape.map(({ fault }) => fault)]
}
