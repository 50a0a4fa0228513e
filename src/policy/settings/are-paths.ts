/**
 * Whether what stands behind "Engineers:", as plain words, are the paths that are theirs, so that the words name nobody: "`src/**`", or, where nothing stands
 * there, the first item of a list of them `below`.
 */
export function arePaths(value: string, below: string): boolean {
  const text = value === '' ? below.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u, '') : value;
  return !text.includes('@') && /^`[^`\s]*[/.*][^`\s]*`/u.test(text.trimStart());
}
