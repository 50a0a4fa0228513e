import type { PolicyFile } from '../../policy/policy.js';

/** What a checklist says outside of its items, each line once: who works by it reads that as well. */
export function wordsBeside({ text }: PolicyFile): readonly string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !/^[-*+] \[/u.test(line)))];
}
