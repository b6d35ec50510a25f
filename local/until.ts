/** Asks until `ask` says yes. Gives false when `timeoutMs` has passed or `gaveUp` says that there is no hope. */
export async function until(
  ask: () => Promise<boolean>,
  options: { readonly timeoutMs: number; readonly everyMs?: number; readonly gaveUp?: () => boolean },
): Promise<boolean> {
  const { timeoutMs, everyMs = 50, gaveUp = () => false } = options;
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    if (gaveUp()) return false;
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return false;
}
