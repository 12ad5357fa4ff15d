import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import context from '../../cdk.context.json' with { type: 'json' }
import cdk from '../../cdk.json' with { type: 'json' }
import { pythonCommand, pythonMissing } from './python.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const STACKS = ['State', 'Desk', 'Portal', 'Mail']

/** CDK names what a function depends on even where its role says so already. */
const IGNORED = ['W3005']

/** Rules differ from Region to Region: one of each continent that receives mail. */
const REGIONS = ['eu-central-1', 'us-east-1', 'ap-southeast-1']

/** Everything that makes a template different. */
const FULL = {
  hostedZoneId: 'Z0123456789ABC',
  publicUrl: 'https://desk.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  telephone: {
    instanceId: '8d5a4f53-2a1c-4d6c-9b3e-1f2a3b4c5d6e',
    contactFlowId: '9e6b5064-3b2d-4e7d-8c4f-2a3b4c5d6e7f',
    sourceNumber: '+49301234567',
  },
  restoredTable: { name: 'firstline-test-restored-20261130103000', stream: '2026-11-30T10:31:00.000' },
  rehearsal: true,
}

const missing = await pythonMissing('lint-requirements.txt')
if (missing) console.warn(`skipped: the templates are not linted, ${missing}`)

describe.skipIf(missing !== null)('what CloudFormation gets', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'firstline-templates-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    ['as checked in', {}],
    ['with every setting', FULL],
  ])(
    '%s breaks none of its rules',
    async (name, changed) => {
      const outdir = join(folder, name.replaceAll(' ', '-'))
      const stages = { test: { ...context.stages.test, ...changed } }
      await run(process.execPath, ['infra/app.ts'], {
        cwd: ROOT,
        env: {
          PATH: process.env['PATH'],
          CDK_OUTDIR: outdir,
          CDK_CONTEXT_JSON: JSON.stringify({ ...cdk.context, stages, 'aws:cdk:bundling-stacks': [] }),
        },
      })
      const templates = STACKS.map((stack) => join(outdir, `${stack}.template.json`))
      const rules = ['--ignore-checks', ...IGNORED, '--regions', ...REGIONS, '--format', 'parseable']
      const found = await run(pythonCommand('cfn-lint'), [...rules, '--', ...templates]).then(
        ({ stdout }) => stdout,
        (error: { readonly stdout?: string }) => error.stdout ?? String(error),
      )
      expect(found).toBe('')
    },
    300_000,
  )
})
