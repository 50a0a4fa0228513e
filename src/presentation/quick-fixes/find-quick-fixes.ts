import type { ChangedFile } from '../../change/change.js';
import { fixCatalog } from './catalogs/fix-catalog.js';
import { fixFlags } from './flags/fix-flags.js';
import { canonicalLabel } from '../../planning/plan-labels.js';
import { createEditFix, type QuickFix, type QuickFixInput } from './quick-fix.js';
import { setInReview } from '../plan/plan-to-send.js';
import { layOutAsBefore } from './lines/lay-out-as-before.js';
import { revertFile, revertLines, revertChangedLines } from './lines/revert-lines.js';

/** The quick fixes for a finding that need no thought, the likeliest first; none where only a person can decide. */
export async function findQuickFixes(input: QuickFixInput): Promise<readonly QuickFix[]> {
  const { finding, reviewed, readText } = input;
  const { check, path, line, severity, staged } = finding;
  // A fix edits what is on the disk: neither what is staged otherwise, nor an earlier commit.
  if (staged === true || (check === 'secrets' && line === undefined)) return [];
  if (path === undefined) return check === 'planning-linked' ? [startPlan] : [];
  if (check === 'planning-linked') return isOfEarlier(reviewed) ? [{ ...startPlan, isPreferred: false }] : [];
  if (check === 'planning-first') return severity === 'note' ? [] : planFirst(input);
  if (check === 'planning-complete') return sendPlan(path, input);
  if (forPersons.has(check)) return [];
  const file = reviewed.change.files.find((each) => each.path === path);
  if (check === 'zone' || check === 'codeowners') return outsideZone(file, input);
  if (file !== undefined && file.after === undefined) return revertFile(file, reviewed.change, true);
  const currentText = await readText(path);
  if (currentText === undefined) return [];
  const placed = { ...input, path, currentText };
  switch (check) {
    case 'flag-safe':
    case 'flag-owned':
      return fixFlags(placed);
    case 'copy-catalog':
      return fixCatalog(placed);
    case 'size':
      return layOutAsBefore(placed);
    case 'events-additions-only': {
      const near = revertLines(placed, true);
      return [...near, ...revertChangedLines(placed, near.length === 0)];
    }
    default:
      return severity === 'note' ? [] : revertLines(placed, false);
  }
}

/** Checks of what only a person can decide. */
const forPersons: ReadonlySet<string> = new Set(['flag-gated', 'one-feature']);

const startPlan: QuickFix = {
  title: 'Start a planning doc…',
  steps: [],
  isPreferred: true,
  command: { id: 'pmZone.newPlan' },
};

/** Was the plan there before the change? It may be an earlier one's, and this one lack its own. */
function isOfEarlier({ plan: { plan }, change }: QuickFixInput['reviewed']): boolean {
  return plan !== undefined && change.files.every(({ path }) => path !== plan.path);
}

/** Code came first: the plan is committed, then the change rebuilt on it. Where the plan has to be approved before, that comes first. */
function planFirst({ finding: { severity }, reviewed: { plan } }: QuickFixInput): readonly QuickFix[] {
  if (severity === 'blocker') return [];
  const [title, id] =
    plan.completeIn === undefined
      ? ['Commit the plan…', 'pmZone.commit']
      : ['Rebuild my change on the plan', 'pmZone.rebuildOnPlan'];
  return [{ title, steps: [], isPreferred: true, command: { id } }];
}

/** A plan that lacks nothing else is ready to be approved; what else is said of it, as of its Level, is mended by no Status. */
async function sendPlan(
  path: string,
  { finding, reviewed: { plan }, readText }: QuickFixInput,
): Promise<readonly QuickFix[]> {
  const status = plan.plan?.doc.fields.find(({ label }) => canonicalLabel(label) === 'status');
  if (status !== undefined && status.line !== finding.line) return [];
  const text = plan.plan?.gaps.length === 0 ? await readText(path) : undefined;
  const edits = text === undefined ? undefined : await setInReview(text);
  if (edits === undefined) return [];
  return [createEditFix('Set the Status to In Review: the plan is ready to be approved', path, edits, true)];
}

/** What is locked goes back; for what needs an engineer, asking one comes first. */
function outsideZone(
  file: ChangedFile | undefined,
  { finding: { severity }, reviewed: { change, judgements } }: QuickFixInput,
): readonly QuickFix[] {
  if (file === undefined || severity === 'note') return [];
  const { path } = file;
  const isLocked = judgements.get(path)?.standing === 'locked';
  const ask: QuickFix = {
    title: 'Request to pair with an engineer…',
    steps: [],
    isPreferred: !isLocked,
    command: { id: 'pmZone.requestToPair', path },
  };
  const back = revertFile(file, change, isLocked);
  return isLocked ? [...back, ask] : [ask, ...back];
}
