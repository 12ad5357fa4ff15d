import type * as z from 'zod'

/** A schema by its builder: building all of the contract’s takes longer than the rest of a start, and a request needs few. */
export type Schema<Built extends z.ZodType = z.ZodType> = () => Built

/** What has the form of a value of the domain: `schema(…) satisfies SchemaOf<Group>`. */
export type SchemaOf<Value> = Schema<z.ZodType<Value>>

/** What a schema gives back once it has read something. */
export type ValueOf<Given extends Schema> = z.output<ReturnType<Given>>

/** Builds a schema when it is first asked for, and keeps it: one that has a name is the same wherever it is used. */
export const schema = <Built extends z.ZodType>(build: () => Built): Schema<Built> => {
  let built: Built | undefined
  return () => {
    built ??= build()
    return built
  }
}
