import { createHash } from 'node:crypto';
import type { DatedPaper, Paper } from './paper.js';

/** The paper with its day, and the hash of all else that it says: two papers that say the same have the same. */
export function datePaper({ title, facts, sections }: Paper, date: string): DatedPaper {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, facts, sections]))
    .digest('hex');
  return { title, facts, sections, date, hash };
}
