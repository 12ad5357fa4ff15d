import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')

/** Lambda hands its credentials over in the environment; these other ways to get some are a third of a small bundle. */
const UNUSED_CREDENTIALS = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
]

/** How `functions/<name>.lambda.ts` becomes the file that Lambda runs, beside it those it loads only when they are needed. */
export const bundleOptions = (name: string, folder: string): BuildOptions => ({
  absWorkingDir: ROOT,
  entryPoints: [`functions/${name}.lambda.ts`],
  outdir: folder,
  entryNames: 'index',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  bundle: true,
  minify: true,
  // Else every Chinese character of the notices takes six bytes.
  charset: 'utf8',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Most packages' modules are a third smaller than their CommonJS, which esbuild would prefer for this platform.
  mainFields: ['module', 'main'],
  // CommonJS packages inside an ES module still call `require` for what Node brings along.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  external: UNUSED_CREDENTIALS,
  // postcss does without, and says so in its own package.json.
  alias: { 'source-map-js': './infra/no-module.ts' },
  logLevel: 'error',
})
