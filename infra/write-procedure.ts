import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { deskStacks } from './desk-stacks.ts'
import { procedureDefinition } from './procedure-definition.ts'
import { withDrawing } from './procedure-drawing.ts'
import { stageSettings } from './stage-settings.ts'

/** Writes the state machine as the local desk runs it, and draws it: `npm run procedure`. */
const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const { context } = JSON.parse(read('cdk.json'))
const app = new App({ context: { ...context, ...JSON.parse(read('cdk.context.json')), 'aws:cdk:bundling-stacks': [] } })
const { desk } = deskStacks(app, stageSettings(app))
const definition = procedureDefinition(app.synth().getStackArtifact(desk.artifactId).template)
writeFileSync(join(root, 'local/major-incident.asl.json'), `${JSON.stringify(definition, null, 2)}\n`)
const page = 'docs/major-incident.md'
writeFileSync(join(root, page), withDrawing(read(page), definition))
