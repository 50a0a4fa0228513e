/** Lets other calls go on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
