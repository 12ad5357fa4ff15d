import { attachFiles } from './attach-files.ts'
import { tellOwnTimes } from './own-times.ts'

tellOwnTimes(document)
const field = document.querySelector<HTMLElement>('.attach')
if (field) attachFiles(field)
