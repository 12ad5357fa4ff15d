/** Stands in a bundle for an optional package that nothing there needs. */
export {}
