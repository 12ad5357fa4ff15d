import { describe, expect, test } from 'vitest'
import { type Import, type SourceFile, sourceFiles, targetOf } from './source-tree.ts'

/** Which rooms a room may look into (DESIGN §2); a room may always look into itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': [],
  'shared/contract': ['shared/domain'],
  'shared/application': ['shared/domain'],
  'shared/persistence': ['shared/domain', 'shared/application'],
  functions: ['shared/domain', 'shared/contract', 'shared/application', 'shared/persistence'],
  infra: ['shared/domain', 'shared/contract', 'shared/persistence'],
  portal: ['shared/contract'],
  local: ['shared/domain', 'shared/contract', 'shared/application', 'shared/persistence', 'functions'],
}

const FORBIDDEN_FOLDERS = /(^|\/)(utils?|helpers?|common|lib)(\/|$)/

const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/')
  return first === 'shared' ? `${first}/${second}` : first
}

const files = sourceFiles()

const breaches = (isBreach: (file: SourceFile, imported: Import) => boolean, among = files): readonly string[] =>
  among.flatMap((file) => file.imports.filter((i) => isBreach(file, i)).map((i) => `${file.path} → ${i.specifier}`))

const isPackage = ({ specifier }: Import, ...names: readonly string[]): boolean =>
  names.some((name) => specifier === name || specifier.startsWith(name))

describe('the house plan', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test('rooms look only into the rooms they may', () => {
    const found = breaches((file, imported) => {
      const target = targetOf(file, imported)
      if (target === null) return false
      const [from, to] = [roomOf(file.path), roomOf(target)]
      return from !== to && !(MAY_IMPORT[from] ?? []).includes(to)
    })
    expect(found).toEqual([])
  })

  test('the domain imports neither AWS, node, zod nor a framework', () => {
    const domain = files.filter(({ path }) => path.startsWith('shared/domain/'))
    const found = breaches((_, i) => isPackage(i, 'node:', '@aws-', 'aws-', 'zod', '@middy/', 'constructs'), domain)
    expect(found).toEqual([])
  })

  test('the domain reads no clock and no random numbers', () => {
    const reading =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bgetRandomValues\(|\bTemporal\.Now\b|\bperformance\.now\(/
    const domain = files.filter(({ path }) => path.startsWith('shared/domain/'))
    expect(domain.filter(({ text }) => reading.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('what is deployed names no account and no Region', () => {
    const naming = /\b(?:us|eu|ap|cn|ca|sa|me|af|il|mx)-(?:gov-)?[a-z]+-\d\b|\b\d{12}\b/g
    const deployed = files.filter(({ path }) => !path.startsWith('local/'))
    const found = deployed.flatMap(({ path, text }) => [...text.matchAll(naming)].map(([name]) => `${path}: ${name}`))
    expect([...new Set(found)].toSorted()).toEqual([
      // how SES writes Message-IDs there
      'functions/aws/ses-mailer.ts: us-east-1',
      // takes the place of a function in the definition that the local desk runs
      'infra/procedure-definition.ts: 000000000000',
      // where CloudFront wants certificates, whatever Region the desk is in
      'infra/stage-settings.ts: us-east-1',
      // an example in a comment
      'shared/application/sent-mail.ts: eu-west-1',
    ])
  })

  test('only infra knows CDK, and only the edges know AWS', () => {
    expect(
      breaches((file, i) => isPackage(i, 'aws-cdk-lib', 'constructs', 'cdk-nag') && roomOf(file.path) !== 'infra'),
    ).toEqual([])
    const edges = ['functions', 'infra', 'local', 'shared/persistence']
    expect(breaches((file, i) => isPackage(i, '@aws-sdk/') && !edges.includes(roomOf(file.path)))).toEqual([])
  })

  test('portal knows the contract by its types only', () => {
    const portal = files.filter(({ path }) => path.startsWith('portal/'))
    expect(breaches((file, i) => targetOf(file, i)?.startsWith('shared/') === true && !i.typeOnly, portal)).toEqual([])
  })

  test('no import goes in a circle', () => {
    const graph = new Map(
      files.map((file) => [file.path, file.imports.filter((i) => !i.typeOnly).flatMap((i) => targetOf(file, i) ?? [])]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) {
        circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
        return
      }
      if (done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...way, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  test('no barrels, no default exports, no drawers for odds and ends', () => {
    const barrel = /^export\s+(\*|(type\s+)?\{[^}]*\})\s+from\s/m
    expect(files.filter(({ text }) => barrel.test(text)).map(({ path }) => path)).toEqual([])
    expect(
      files
        .filter(({ path, text }) => /^export default\b/m.test(text) && !path.endsWith('.config.ts'))
        .map(({ path }) => path),
    ).toEqual([])
    expect(files.filter(({ path }) => FORBIDDEN_FOLDERS.test(path)).map(({ path }) => path)).toEqual([])
  })

  test('a file says one thing: none is longer than 300 lines, names are kebab-case', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([])
    const name = /\/[a-z0-9]+(-[a-z0-9]+)*(\.(lambda|config))?\.tsx?$/
    expect(files.filter(({ path }) => !name.test(`/${path}`)).map(({ path }) => path)).toEqual([])
  })
})
