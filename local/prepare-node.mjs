// Loaded before the desk; plain JavaScript, because a Node that is too old cannot even read the desk's own files.
import module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
const runsTypeScript = major >= 24 || (major === 22 && minor >= 18)
if (!runsTypeScript) {
  console.error(
    `Firstline needs Node 24, this is ${process.version}: run "npm ci", which brings it along on Linux and Windows, or install it from https://nodejs.org.`,
  )
  process.exit(1)
}

// halves the time from the second start on
module.enableCompileCache()
