/** The bare operation that starting an item is measured against. */
export async function emptyWorkflow(): Promise<void> {}
