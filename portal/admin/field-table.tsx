import type { ComponentChildren } from 'preact'

type Props = {
  readonly label: string
  /** Heading of the first column; null when rows have none of their own. */
  readonly corner: string | null
  readonly columns: readonly string[]
  /** A last column without a heading. */
  readonly hasButtons?: boolean
  /** Scrolls by itself, so that what comes after it is not out of sight. */
  readonly isLong?: boolean
  readonly children: ComponentChildren
}

/** Fields that are alike below common headings; scrolls sideways by itself where it is too wide. */
export const FieldTable = ({ label, corner, columns, hasButtons = false, isLong = false, children }: Props) => (
  <div class="field-table" data-long={isLong}>
    <table aria-label={label}>
      <thead>
        <tr>
          {corner !== null && <td>{corner}</td>}
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {hasButtons && <td />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
