/** What is used of the package, which brings no types. */
declare module 'asl-validator' {
  const validate: (
    definition: object,
    options: { readonly checkPaths: boolean; readonly checkArn: boolean },
  ) => { readonly isValid: boolean; readonly errorsText: (separator: string) => string }
  // biome-ignore lint/style/noDefaultExport: as the package does
  export default validate
}
