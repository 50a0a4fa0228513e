import { join } from 'node:path';
import { carryThrough, type Carried } from './carry-through.js';
import { openCaseRepository } from './case-repository.js';
import { readCases, type Case } from './case.js';
import { findCopy } from './review-case.js';

/**
 * Prints of each good change of the corpus how it ends when its PM carries it through: ready, waits for whom, or not ready and why. Arguments: ids
 * of cases; without them all. Cases whose repository is not at hand are skipped and counted.
 */
function ready(ids: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const each of readCases(join('bench', 'quality', 'corpus'))) {
    if (each.kind !== 'good' || (ids.length > 0 && !ids.includes(each.id))) continue;
    const copy = findCopy(each.repository);
    const { end, left, before } = copy === undefined ? skipped : carry(copy, each);
    counts.set(end, (counts.get(end) ?? 0) + 1);
    const open = left.length > 0 ? left : before;
    process.stdout.write(`${end.padEnd(14)} ${each.id}\n${open.map((line) => `    ${line}\n`).join('')}`);
  }
  process.stdout.write(`\n${[...counts].map(([end, count]) => `${count} ${end}`).join(', ')}\n`);
}

const skipped = { end: 'skipped', left: [], before: [] } as const;

function carry(copy: string, each: Case): Carried | typeof skipped {
  const scratch = openCaseRepository(copy);
  try {
    return carryThrough(scratch, each);
  } finally {
    scratch.remove();
  }
}

ready(process.argv.slice(2));
