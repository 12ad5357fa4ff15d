import { render } from 'preact'
import { Portal } from './portal.tsx'

const root = document.getElementById('portal')
if (root) render(<Portal />, root)
