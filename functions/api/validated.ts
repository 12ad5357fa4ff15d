import type * as z from 'zod'
import { type FieldProblem, HttpProblem } from './http-problem.ts'

type Place = FieldProblem['in']

/** An unknown field is named itself, not the object it was found in; a union names the alternative that came closest. */
const problemsOf = (place: Place, issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly FieldProblem[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ in: place, field: [...path, key].join('.'), message: 'unknown field' }))
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0]
    if (closest && closest.length > 0) return closest.flatMap((inner) => problemsOf(place, inner, path))
  }
  return [{ in: place, field: path.map(String).join('.'), message: issue.message }]
}

const sentence = ({ field, message }: FieldProblem): string => (field ? `${field}: ${message}` : message)

/** @throws HttpProblem 422 with every field that is wrong, unknown fields included */
export const validated = <Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  place: Place,
): z.output<Schema> => {
  const result = schema?.safeParse(value) ?? { success: true as const, data: {} }
  if (result.success) return result.data as z.output<Schema>
  const errors = result.error.issues.flatMap((issue) => problemsOf(place, issue, []))
  throw new HttpProblem(422, 'validation-failed', errors.slice(0, 5).map(sentence).join('; '), errors)
}
