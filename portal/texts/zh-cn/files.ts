import type { Texts } from '../texts.ts'

export const files: Texts['files'] = {
  label: '文件',
  choose: '添加文件',
  hint: '图片、PDF、Office和文本文件，每个不超过25 MB。也可以拖放到此处，或直接粘贴图片。',
  there: '已添加',
  sending: (name) => `正在上传${name}`,
  arrived: (name) => `${name}已添加。`,
  failed: '上传失败。',
  failedOf: (name) => `${name}上传失败。`,
  again: '重试',
  againFor: (name) => `重试：${name}`,
  stop: (name) => `停止上传${name}`,
  remove: (name) => `移除${name}`,
  faults: {
    'wrong-type': '不接受此类文件，可改用截图或PDF。',
    'too-large': '文件过大：最多25 MB。',
    empty: '文件是空的。',
    'too-many': '文件过多：最多十个，其余请另发一条消息。',
  },
  notAllThere: '未发送：有文件上传失败，请重试或移除该文件。',
}
