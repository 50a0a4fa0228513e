import type { Asking } from '../../policy/policy.js';
import type { PlacedPlan } from '../../planning/linked-plan.js';
import type { PlanStatus } from '../../planning/planning-doc.js';
import type { TreeNode } from './tree-node.js';

const order: readonly (PlanStatus | undefined)[] = ['In Review', 'Draft', undefined, 'Approved', 'Shipped', 'Retired'];

const icons: Readonly<Record<PlanStatus, string>> = {
  Draft: 'edit',
  'In Review': 'eye',
  Approved: 'pass',
  Shipped: 'rocket',
  Retired: 'archive',
};

/** The repository's planning docs: the PM's own first, then those that somebody waits for. `today` is `YYYY-MM-DD`. */
export function buildPlanListNodes(plans: readonly PlacedPlan[], asking: Asking, today: string): readonly TreeNode[] {
  return [...plans].sort((one, other) => rank(one, asking) - rank(other, asking)).map((plan) => planNode(plan, today));
}

function rank({ doc }: PlacedPlan, { rows }: Asking): number {
  const isOwn = rows.some(
    ({ featureFolders }) => doc.featureFolder !== undefined && featureFolders.includes(doc.featureFolder),
  );
  return order.indexOf(doc.status) + (isOwn ? 0 : order.length);
}

function planNode({ path, doc, gaps }: PlacedPlan, today: string): TreeNode {
  const title = doc.title ?? path;
  const status = doc.status ?? 'no status';
  const updated = doc.fields.find(({ label }) => label.toLowerCase() === 'last updated')?.value;
  const age = updated === undefined ? undefined : ageOf(updated, today);
  const owner = doc.productDris.join(', ');
  const flags = doc.flags.join(', ');
  const parts = [status, flags, age].filter((part) => part !== undefined && part !== '');
  return {
    id: `doc ${path}`,
    label: title,
    description: parts.join(' · '),
    tooltip: [
      title,
      path,
      `Status: ${status}`,
      `Owner: ${owner === '' ? 'nobody is named' : owner}`,
      `Flag: ${flags === '' ? 'none is named' : flags}`,
      ...(gaps.length === 0 ? [] : [`Missing: ${gaps.map(({ what }) => what).join(', ')}`]),
    ].join('\n'),
    icon: doc.status === undefined ? 'question' : icons[doc.status],
    open: { path },
    accessibleLabel: `${title}, ${parts.join(', ')}`,
    context: 'plan',
    children: [],
  };
}

const day = 86_400_000;

/** “3 days ago”; `undefined` where the date cannot be read or lies in the future. */
function ageOf(date: string, today: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const days = Math.round((Date.parse(today) - Date.parse(date)) / day);
  if (!(days >= 0)) return undefined;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 60) return `${days} days ago`;
  return days < 730 ? `${Math.round(days / 30.44)} months ago` : `${Math.round(days / 365.25)} years ago`;
}
