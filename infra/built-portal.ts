import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Stack, Stage } from 'aws-cdk-lib'
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'

const ROOT = join(import.meta.dirname, '..')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')

/** The portal's files, built here and now; not for stacks that CDK was not asked for. */
export const builtPortal = (scope: Construct): ISource => {
  if (!Stack.of(scope).bundlingRequired) return Source.data('index.html', 'not built')
  // Vite takes a relative folder for one below the portal's own, and the CDK's command names its output so.
  const folder = resolve(Stage.of(scope)?.outdir ?? 'cdk.out', 'bundles-portal')
  execFileSync(process.execPath, [VITE, 'build', 'portal', '--logLevel', 'warn', '--outDir', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return Source.asset(folder)
}
