import type { PolicyFile, PolicyProblem } from '../policy.js';
import { readChecklist } from '../read-checklist.js';

/** A skill file without items, or without any of those that a section of the built-in one names: a part of the review that nobody sees is gone. */
export function findLostSections(file: PolicyFile): readonly PolicyProblem[] {
  const { items } = readChecklist(file);
  const named = new Set(items.map(({ check }) => check));
  const problem = (message: string): PolicyProblem => ({ severity: 'warning', file: file.path, line: 1, message });
  if (items.length === 0)
    return [
      problem(
        'This checklist has no item, so a change is reviewed only for what no checklist can leave out. Ask an engineer to take the file out, and the built-in one counts, or to write items like `- [ ] No key is in the change <!-- check: secrets -->`.',
      ),
    ];
  const lost = [...sections()].filter(([, checks]) => !checks.some((check) => named.has(check)));
  if (lost.length === 0) return [];
  const list = lost.map(([section, checks]) => `“${section}” (${checks.join(', ')})`).join(', ');
  return [
    problem(
      `This checklist has no item of ${list}, so a change is reviewed for it only where no checklist can leave it out. If that is not meant, ask an engineer to put items back that name these checks.`,
    ),
  ];
}

/** The checks of each section of the built-in checklist. */
function sections(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { section, check } of readChecklist(undefined).items)
    if (check !== undefined) found.set(section, [...(found.get(section) ?? []), check]);
  return found;
}
