import ts from 'typescript'
import { type Lint, lineAt } from './fault.ts'

/** The clocks of PostgreSQL (its manual, 9.9.5). */
const clocks =
  /\b(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|current_timestamp\b|current_date\b|current_time\b|localtimestamp\b|localtime\b)/gi

const message =
  'Our SQL has no clock of its own: pass clock.now() as a parameter, so that a moved clock moves everything.'

/** No statement of ours asks PostgreSQL what time it is: not in migrations, not in any text of the service. */
export const sqlTime: Lint = (files) =>
  files.flatMap((file) => {
    if (/^identity\/migrations\/.*\.sql$/.test(file.path)) return found(file.path, withoutSqlComments(file.text()), 0)
    if (!/^identity\/src\/.*\.ts$/.test(file.path)) return []
    const text = file.text()
    return literalsOf(text).flatMap(({ start, end }) => found(file.path, text.slice(0, end), start))
  })

function found(path: string, text: string, from: number) {
  return [...text.slice(from).matchAll(clocks)].map((match) => ({
    path,
    line: lineAt(text, from + match.index),
    message: `${match[0].replace(/\s*\($/, '()')}: ${message}`,
  }))
}

/** Blanks comments out and keeps every offset. */
function withoutSqlComments(text: string): string {
  return text.replace(/--.*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
}

/** Where strings and templates stand; code between `${` and `}` is not part of them, e.g. `clock.now()`. */
function literalsOf(text: string): { start: number; end: number }[] {
  const literals: { start: number; end: number }[] = []
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, false)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      literals.push({ start: node.getStart(source), end: node.getEnd() })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return literals
}
