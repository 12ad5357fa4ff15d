import { type FieldProps, fieldName } from './admin-form.ts'
import { at, isObject, type Json, withAt } from './document.ts'
import { FieldTable } from './field-table.tsx'
import { blankOf, type JsonSchema, type Resolve } from './json-schema.ts'
import { fieldHint, fieldLabel, keyLabel } from './labels.ts'
import { HoursField, StringsField } from './list-fields.tsx'
import { MeasureField } from './measure-field.tsx'
import { type Shape, shapeOf } from './shape.ts'
import { CheckField, ChoiceField, NumberField, type SingleProps, TextField } from './single-fields.tsx'
import { adminTexts } from './texts.ts'

type GroupProps<Kind extends Shape['kind']> = Pick<SingleProps<Kind>, 'field' | 'shape'>

const HOURS: JsonSchema = { type: 'array', items: { $ref: '#/components/schemas/TimeWindow' } }
/** Rows that still fit on a screen. */
const LONG = 15
const TEXT: JsonSchema = { type: 'string', maxLength: 200 }

const Group = ({ field, shape }: GroupProps<'group'>) => {
  const name = fieldName(field.path)
  const hint = fieldHint(name)
  return (
    <fieldset class="group">
      <legend>{field.label}</legend>
      {hint !== undefined && <p class="hint muted">{hint}</p>}
      <div class="form-grid">
        {shape.properties.map(({ key, schema, isRequired }) => (
          <SchemaField
            key={key}
            form={field.form}
            schema={schema}
            path={[...field.path, key]}
            isRequired={isRequired}
            label={keyLabel(name, key)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const Grid = ({ field, shape }: GroupProps<'grid'>) => {
  const name = fieldName(field.path)
  const hint = fieldHint(name)
  const heading = (key: string) => keyLabel(name, key)
  return (
    <fieldset class="group wide">
      <legend>{field.label}</legend>
      <FieldTable label={field.label} corner="" columns={shape.columns.map(({ key }) => heading(key))}>
        {shape.rows.map((row) => (
          <tr key={row}>
            <th scope="row">{keyLabel(name, row)}</th>
            {shape.columns.map(({ key, schema, isRequired }) => (
              <td key={key}>
                <SchemaField
                  form={field.form}
                  schema={schema}
                  path={[...field.path, row, key]}
                  isRequired={isRequired}
                  label={`${keyLabel(name, row)}: ${heading(key)}`}
                  isBare
                />
              </td>
            ))}
          </tr>
        ))}
      </FieldTable>
      {hint !== undefined && <p class="hint muted">{hint}</p>}
    </fieldset>
  )
}

const Texts = ({ field }: { readonly field: FieldProps }) => {
  const { languages } = adminTexts.value
  return (
    <div class="texts">
      {(['zh-CN', 'en'] as const).map((language) => (
        <TextField
          key={language}
          field={{ ...field, path: [...field.path, language], label: `${field.label} · ${languages[language]}` }}
          shape={{ kind: 'text', format: null, max: 200 }}
          isNullable={false}
        />
      ))}
    </div>
  )
}

const RowButtons = ({ field, index, rows }: { field: FieldProps; index: number; rows: readonly Json[] }) => {
  const { edit } = adminTexts.value
  const { form, path, label } = field
  const moved = rows.toSpliced(index, 1).toSpliced(index - 1, 0, rows[index] ?? null)
  return (
    <td class="row-buttons">
      {index > 0 && (
        <button
          type="button"
          class="button plain icon"
          aria-label={`${edit.moveUp}: ${label} ${index + 1}`}
          title={edit.moveUp}
          onClick={() => form.set(path, moved)}
        >
          ↑
        </button>
      )}
      <button
        type="button"
        class="button plain icon"
        aria-label={`${edit.remove}: ${label} ${index + 1}`}
        title={edit.remove}
        onClick={({ currentTarget }) => {
          const table = currentTarget.closest('fieldset')
          form.set(path, rows.toSpliced(index, 1))
          // the button goes away with its row; adding one is what remains
          table?.querySelector<HTMLElement>('.add-row')?.focus()
        }}
      >
        ✕
      </button>
    </td>
  )
}

const Row = ({ field, shape, index, rows }: GroupProps<'rows'> & { index: number; rows: readonly Json[] }) => (
  <tr>
    {shape.columns.map(({ key, schema, isRequired }) => (
      <td key={key}>
        <SchemaField
          form={field.form}
          schema={schema}
          path={[...field.path, index, key]}
          isRequired={isRequired}
          label={`${fieldLabel(key)} ${index + 1}`}
          isBare
        />
      </td>
    ))}
    <RowButtons field={field} index={index} rows={rows} />
  </tr>
)

/** Both languages stand in one column. */
const columnLabel = (
  { key, schema }: { readonly key: string; readonly schema: JsonSchema },
  resolve: Resolve,
): string => {
  const { languages } = adminTexts.value
  return resolve(schema).name === 'Texts'
    ? `${fieldLabel(key)} (${languages['zh-CN']}, ${languages.en})`
    : fieldLabel(key)
}

const Rows = ({ field, shape }: GroupProps<'rows'>) => {
  const { form, path, label } = field
  const value = at(form.document, path)
  const rows = Array.isArray(value) ? (value as readonly Json[]) : []
  const hint = fieldHint(fieldName(path))
  const columns = shape.columns.map((column) => columnLabel(column, form.resolve))
  return (
    <fieldset class="group wide">
      <legend>
        {label} <span class="muted number">{rows.length}</span>
      </legend>
      {hint !== undefined && <p class="hint muted">{hint}</p>}
      {rows.length > 0 && (
        <FieldTable label={label} corner={null} columns={columns} hasButtons isLong={rows.length > LONG}>
          {rows.map((_, index) => (
            <Row key={index} field={field} shape={shape} index={index} rows={rows} />
          ))}
        </FieldTable>
      )}
      <button
        type="button"
        class="button add-row"
        onClick={() => form.set(path, [...rows, blankOf(shape.item, form.resolve)])}
      >
        + {adminTexts.value.edit.addRow}
      </button>
    </fieldset>
  )
}

const HoursByWeekday = ({ field, shape }: GroupProps<'hours-by-weekday'>) => (
  <fieldset class="group">
    <legend>{field.label}</legend>
    <p class="hint muted">{adminTexts.value.edit.hoursHint}</p>
    <FieldTable label={field.label} corner="" columns={[fieldLabel('hours')]}>
      {shape.days.map((day) => (
        <tr key={day}>
          <th scope="row">{keyLabel('weekly', day)}</th>
          <td>
            <HoursField
              field={{ ...field, path: [...field.path, day], label: keyLabel('weekly', day), isBare: true }}
            />
          </td>
        </tr>
      ))}
    </FieldTable>
  </fieldset>
)

type DatedRow = { readonly on: string; readonly hours: Json }

/** Hours by date are edited as rows, since a date that is being typed is no key yet. */
const HoursByDate = ({ field }: { readonly field: FieldProps }) => {
  const { form, path } = field
  const value = at(form.document, path)
  const rows: readonly DatedRow[] = isObject(value) ? Object.entries(value).map(([on, hours]) => ({ on, hours })) : []
  const item: JsonSchema = {
    type: 'object',
    properties: { on: { type: 'string', format: 'date' }, hours: HOURS },
    required: ['on', 'hours'],
  }
  const asRows: FieldProps['form'] = {
    ...form,
    document: withAt(form.document, path, rows as unknown as Json),
    set: (to, next) => {
      const changed = at(withAt(withAt(form.document, path, rows as unknown as Json), to, next), path)
      const kept = (changed as unknown as readonly DatedRow[]).map(({ on, hours }) => [on, hours] as const)
      form.set(path, kept.length === 0 ? undefined : Object.fromEntries(kept))
    },
  }
  return <SchemaField {...field} form={asRows} schema={{ type: 'array', items: item }} />
}

const Variants = ({ field, shape }: GroupProps<'variants'>) => {
  const { form, path, label } = field
  const value = at(form.document, path)
  const kind = isObject(value) ? String(value['kind']) : ''
  const chosen = shape.variants.find((variant) => variant.value === kind)
  const kinds = shape.variants.map((variant) => variant.value)
  const set: FieldProps['form']['set'] = (_, next) => {
    const variant = shape.variants.find((each) => each.value === next)
    if (variant) form.set(path, blankOf(variant.schema, form.resolve))
  }
  return (
    <div class="texts">
      <ChoiceField
        field={{ ...field, form: { ...form, set }, path: [...path, 'kind'], label, isRequired: true }}
        shape={{ kind: 'choice', of: kinds, name: fieldName(path) }}
        isNullable={false}
      />
      {chosen?.properties.map(({ key, schema, isRequired }) => (
        <SchemaField
          key={key}
          form={form}
          schema={schema}
          path={[...path, key]}
          isRequired={isRequired}
          label={fieldLabel(key)}
        />
      ))}
    </div>
  )
}

/** Whatever a document's schema says, as the field it needs; what the API takes and what the form offers are one. */
export const SchemaField = (field: FieldProps) => {
  const { shape, isNullable } = shapeOf(field.schema, field.form.resolve)
  switch (shape.kind) {
    case 'texts':
      return <Texts field={{ ...field, schema: TEXT }} />
    case 'choice':
      return <ChoiceField field={field} shape={shape} isNullable={isNullable} />
    case 'check':
      return <CheckField field={field} />
    case 'number':
      return <NumberField field={field} shape={shape} isNullable={isNullable} />
    case 'text':
      return <TextField field={field} shape={shape} isNullable={isNullable} />
    case 'hours':
      return <HoursField field={field} />
    case 'strings':
      return <StringsField field={field} shape={shape} />
    case 'rows':
      return <Rows field={field} shape={shape} />
    case 'hours-by-weekday':
      return <HoursByWeekday field={field} shape={shape} />
    case 'hours-by-date':
      return <HoursByDate field={field} />
    case 'grid':
      return <Grid field={field} shape={shape} />
    case 'group':
      return <Group field={field} shape={shape} />
    case 'variants':
      return <Variants field={field} shape={shape} />
    case 'measure':
      return <MeasureField field={field} shape={shape} />
  }
}
