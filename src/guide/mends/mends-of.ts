import { mendCatalog } from './catalog-mends.js';
import { mendFlags } from './flag-mends.js';
import { addToLanguages } from './locale-mends.js';
import type { Mend, MendInput } from './mend.js';
import { putFileBack, putLinesBack, putOldLinesBack } from './put-back.js';

/** The ways to make a finding go away that need no thought of hers, the likeliest first; none for what only a person can decide. */
export async function mendsOf(input: MendInput): Promise<readonly Mend[]> {
  const { finding, reviewed } = input;
  const file = reviewed.change.files.find(({ path }) => path === finding.path);
  const isGone = file !== undefined && file.after === undefined;
  switch (finding.check) {
    case 'zone':
    case 'codeowners':
      return outsideZone(input);
    case 'planning-linked':
      return finding.path === undefined ? [startPlan] : [];
    case 'planning-first':
    case 'planning-complete':
    case 'planning-scope':
    case 'sign-off':
    case 'flag-gated':
    case 'one-feature':
    case 'size':
      return [];
    case 'flag-safe':
    case 'flag-owned':
      return isGone ? putFileBack(file, reviewed.change, true) : mendFlags(input);
    case 'copy-catalog':
      return isGone ? putFileBack(file, reviewed.change, true) : mendCatalog(input);
    case 'copy-locales':
      return finding.path === undefined ? [] : addToLanguages(finding.path, input);
    case 'events-additions-only':
    case 'config-additions-only': {
      if (isGone) return putFileBack(file, reviewed.change, true);
      const near = await putLinesBack(input, true);
      return [...near, ...(await putOldLinesBack(input, near.length === 0))];
    }
    default:
      return isGone
        ? putFileBack(file, reviewed.change, true)
        : finding.severity === 'note'
          ? []
          : putLinesBack(input, false);
  }
}

const startPlan: Mend = {
  title: 'Start a planning doc…',
  steps: [],
  isPreferred: true,
  command: { id: 'pmZone.newPlan' },
};

/** What is locked goes back; for what needs an engineer, asking one comes first. */
function outsideZone({ finding: { path, severity }, reviewed: { change, judgements } }: MendInput): readonly Mend[] {
  const file = change.files.find((each) => each.path === path);
  if (path === undefined || file === undefined || severity === 'note') return [];
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
