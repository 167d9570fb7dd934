import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'

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
        validation: compiled.Errors(value),
        validationContext: httpPart,
      }),
    }
  }
}
