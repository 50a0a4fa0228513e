/** Whether a file can import anything: most do not, and need not be parsed for it. */
export function mayImport(text: string): boolean {
  return /(?<![\w.+-])@[^\s@|)]/u.test(text);
}
