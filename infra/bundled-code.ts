import { join } from 'node:path'
import { Stack, Stage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { buildSync } from 'esbuild'
import { bundleOptions } from './bundle.ts'

/** Bundled here and now, without Docker; not for stacks that CDK was not asked for. */
export const bundledCode = (scope: Construct, name: string): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromInline('// not bundled')
  const folder = join(Stage.of(scope)?.outdir ?? 'cdk.out', 'bundles', name)
  buildSync(bundleOptions(name, folder))
  return Code.fromAsset(folder)
}
