/** Shapes that every slice's wire types share. */
import { type Static, Type } from 'typebox'

export const Id = Type.String({ format: 'uuid', description: 'Opaque identifier, sortable by the time it was made' })
export const Timestamp = Type.String({ format: 'date-time', description: 'UTC, RFC 3339' })

export const ProductRole = Type.Union([Type.Literal('admin'), Type.Literal('auditor'), Type.Literal('desk_agent')])
export type ProductRole = Static<typeof ProductRole>

/** A person as others see them in lists, trackers and cards. */
export const PersonSummary = Type.Object({
  id: Id,
  displayName: Type.String(),
  title: Type.Union([Type.String(), Type.Null()]),
  mail: Type.Union([Type.String(), Type.Null()]),
})
export type PersonSummary = Static<typeof PersonSummary>

/** An app as tiles and lists show it. `icon` is a path on our own origin. */
export const AppSummary = Type.Object({
  id: Id,
  name: Type.String(),
  category: Type.String(),
  icon: Type.Union([Type.String(), Type.Null()]),
})
export type AppSummary = Static<typeof AppSummary>

/** RFC 9457 problem details with our extensions. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable snake_case code' }),
    requestId: Type.String(),
    fields: Type.Optional(
      Type.Array(
        Type.Object({
          field: Type.String(),
          message: Type.String(),
          /** What the message says and what it names, for pages in another language. */
          code: Type.Optional(Type.String()),
          values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
        }),
      ),
    ),
    retryAfterSeconds: Type.Optional(Type.Number()),
  },
  { additionalProperties: true },
)
export type Problem = Static<typeof Problem>

export const Empty = Type.Object({}, { additionalProperties: false })
export const IdParams = Type.Object({ id: Id }, { additionalProperties: false })

/** Query of every paged list: `cursor` is opaque, taken from the page before. */
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

/** One page of a list; `next` is null on the last one. */
export function Page<T extends import('typebox').TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })
}

/** One line of text a person typed: no control characters, trimmed by the use case. */
export function Line(maxLength: number, minLength = 1) {
  return Type.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
}

/** Several lines of text a person typed: line breaks and tabs, no other control characters. */
export function Lines(maxLength: number, minLength = 0) {
  return Type.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' })
}
