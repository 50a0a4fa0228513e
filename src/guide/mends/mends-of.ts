import type { ChangedFile } from '../../change/change.js';
import { mendCatalog } from './catalog-mends.js';
import { mendFlags } from './flag-mends.js';
import type { Mend, MendInput } from './mend.js';
import { putFileBack, putLinesBack, putOldLinesBack } from './put-back.js';

/** The ways to make a finding go away that need no thought of hers, the likeliest first; none for what only a person can decide. */
export async function mendsOf(input: MendInput): Promise<readonly Mend[]> {
  const { finding, reviewed, textOf } = input;
  const { check, path, severity } = finding;
  if (path === undefined) return check === 'planning-linked' ? [startPlan] : [];
  if (forPersons.has(check)) return [];
  const file = reviewed.change.files.find((each) => each.path === path);
  if (check === 'zone' || check === 'codeowners') return outsideZone(file, input);
  if (file !== undefined && file.after === undefined) return putFileBack(file, reviewed.change, true);
  const now = await textOf(path);
  if (now === undefined) return [];
  const placed = { ...input, path, now };
  switch (check) {
    case 'flag-safe':
    case 'flag-owned':
      return mendFlags(placed);
    case 'copy-catalog':
      return mendCatalog(placed);
    case 'events-additions-only': {
      const near = putLinesBack(placed, true);
      return [...near, ...putOldLinesBack(placed, near.length === 0)];
    }
    default:
      return severity === 'note' ? [] : putLinesBack(placed, false);
  }
}

/** Checks of what only a person can decide. */
const forPersons: ReadonlySet<string> = new Set([
  'planning-linked',
  'planning-first',
  'planning-complete',
  'flag-gated',
  'one-feature',
  'size',
]);

const startPlan: Mend = {
  title: 'Start a planning doc…',
  steps: [],
  isPreferred: true,
  command: { id: 'pmZone.newPlan' },
};

/** What is locked goes back; for what needs an engineer, asking one comes first. */
function outsideZone(
  file: ChangedFile | undefined,
  { finding: { severity }, reviewed: { change, judgements } }: MendInput,
): readonly Mend[] {
  if (file === undefined || severity === 'note') return [];
  const { path } = file;
  const isLocked = judgements.get(path)?.standing === 'locked';
  const ask: Mend = {
    title: 'Request to pair with an engineer…',
    steps: [],
    isPreferred: !isLocked,
    command: { id: 'pmZone.requestToPair', path },
  };
  const back = putFileBack(file, change, isLocked);
  return isLocked ? [...back, ask] : [ask, ...back];
}
