import { App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { deskStacks } from './desk-stacks.ts'
import { SettingsError, stageSettings } from './stage-settings.ts'

try {
  const app = new App({ autoSynth: false })
  const settings = stageSettings(app)
  deskStacks(app, settings)
  Tags.of(app).add('application', 'firstline')
  Tags.of(app).add('stage', settings.stage)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
