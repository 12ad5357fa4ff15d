/** As long as a browser may take to begin with it. */
const READABLE_MS = 60_000

/** Hands content to the browser to save; a link of the API would lack the sign-in. */
export const saveFile = (content: Blob, filename: string): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = filename
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), READABLE_MS)
}
