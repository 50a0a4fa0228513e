import { pluralize } from '../../../text/pluralize.js';
import type { MyChange } from '../../my-change/my-change.js';
import { sayNoPlan } from '../../change-page/render-rest.js';
import type { TreeNode } from '../tree-node.js';

/** The change's planning doc, what is missing in it, and whose approval it waits for. */
export function buildPlanNode({ plan: { plan, candidates } }: MyChange): TreeNode {
  const id = 'plan';
  if (plan === undefined) {
    return {
      id,
      label: 'Plan',
      icon: 'circle-large-outline',
      description: candidates.length > 1 ? `${candidates.length} planning docs fit` : 'none yet',
      tooltip: sayNoPlan(candidates),
      command: { id: 'pmZone.newPlan', title: 'Start a planning doc' },
      children: candidates.map((path) => ({
        id: `plan ${path}`,
        label: path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1),
        tooltip: path,
        icon: 'notebook',
        open: { path },
        children: [],
      })),
    };
  }
  const { path, doc, gaps } = plan;
  const status = doc.status ?? 'no status';
  return {
    // Another id where something is missing, so that the node opens by itself.
    id: gaps.length === 0 ? id : 'plan-to-fill',
    label: 'Plan',
    icon: gaps.length === 0 && doc.status === 'Approved' ? 'pass' : 'circle-large-outline',
    description:
      gaps.length === 0 ? status : `${status}, ${pluralize(gaps.length, 'thing is missing', 'things are missing')}`,
    tooltip: `${doc.title ?? path}\n${waitsFor(doc.status, doc.engineeringDris, doc.productDris)}`,
    open: { path },
    expanded: gaps.length > 0,
    children: gaps.map(({ what, message, line }) => ({
      id: `gap ${what}`,
      label: what,
      tooltip: message,
      icon: 'circle-large-outline',
      open: { path, line },
      accessibleLabel: `${what}: ${message}`,
      children: [],
    })),
  };
}

function waitsFor(status: string | undefined, engineers: readonly string[], products: readonly string[]): string {
  if (status === 'Approved') return 'Approved.';
  const people = [...engineers, ...products];
  return people.length === 0
    ? 'Nobody is named to approve it.'
    : `It waits for the approval of ${people.join(' and ')}.`;
}
