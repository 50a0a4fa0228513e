import { filesWithStaged } from '../../change/change.js';
import type { Standing } from '../../policy/policy.js';
import { describeFlag } from '../../pull-request/describe-change.js';
import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import type { MyChange } from '../my-change/my-change.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { commandAddress } from '../pages/command-address.js';
import { renderLink, renderList, renderSection } from './html.js';

const most = 200;

/** The flags that the change switches, before and after, and those that its plan names as they are. */
export function renderFlags({ flags, plan }: Pick<ReviewedChange, 'flags' | 'plan'>): string {
  const changed = flags.differences.slice(0, most).map(({ key, before, after }) => {
    const [old, now] = [describeFlag(before), describeFlag(after)];
    const said =
      old === now
        ? `${escapeHtml(now)}, other settings differ`
        : `was <del>${escapeHtml(old)}</del>, is now <ins>${escapeHtml(now)}</ins>`;
    const place = after ?? before;
    const link =
      place === undefined
        ? ''
        : renderLink({
            id: `flag ${place.path} ${key}`,
            label: 'See the difference',
            spoken: `See the difference of ${key}`,
            address: commandAddress('pmZone.showDifference', [place.path, place.at.line]),
          });
    return `<code>${escapeHtml(key)}</code>: ${said}. ${link}`;
  });
  const known = new Set(flags.differences.map(({ key }) => key));
  const named = (plan.plan?.doc.flags ?? [])
    .filter((key) => !known.has(key))
    .map((key) => {
      const flag = flags.flags.get(key);
      return `<code>${escapeHtml(key)}</code>, the flag of your plan: ${flag === undefined ? 'in no flag file yet' : `${escapeHtml(describeFlag(flag))}, as before`}.`;
    });
  const shared = flags.sharedChanges.slice(0, most).map(({ message }) => escapeHtml(message));
  return renderSection('flags', 'The flags', renderList([...changed, ...named, ...shared]));
}

/** The planning doc: how it stands, what it lacks. */
export function renderPlan({ plan: { plan, candidates } }: Pick<MyChange, 'plan'>): string {
  if (plan === undefined) {
    return renderSection(
      'plan',
      'The plan',
      `<p>${sayNoPlan(candidates)}</p>${renderList(candidates.slice(0, most).map((path) => openLink(path, 1, path)))}`,
    );
  }
  const { path, doc, gaps } = plan;
  const people = [...doc.engineeringDris, ...doc.productDris];
  const who =
    doc.status === 'Approved' || people.length === 0 ? '' : ` ${escapeHtml(people.join(' and '))} approve it.`;
  const missing = gaps.map(({ what, message, line }) => `${openLink(path, line, what)}: ${escapeHtml(message)}`);
  return renderSection(
    'plan',
    'The plan',
    `<p>${openLink(path, 1, doc.title ?? path)}: ${escapeHtml(doc.status ?? 'no status yet')}.${who}</p>${missing.length === 0 ? '' : `<p>${pluralize(missing.length, 'thing is', 'things are')} missing in it:</p>`}${renderList(missing)}`,
  );
}

/** Why a change has no plan. */
export function sayNoPlan(candidates: readonly string[]): string {
  return candidates.length > 1
    ? 'More than one planning doc fits this change. Name the feature folder and the flag in the right one, and in it alone.'
    : 'No planning doc belongs to this change yet. It says in a few lines what the change is for.';
}

function openLink(path: string, line: number, label: string): string {
  return renderLink({
    id: `open ${path} ${line} ${label}`,
    label,
    address: commandAddress('pmZone.openAt', [path, line]),
  });
}

const standings: Readonly<Record<Standing, string>> = {
  locked: 'locked for you',
  pair: 'only together with an engineer',
  editable: 'yours to edit',
};

/** Every file of the change, each leading to its difference. */
export function renderFiles({ change, judgements, uncommitted }: MyChange): string {
  const all = filesWithStaged(change);
  const open = new Set(uncommitted);
  const items = all.slice(0, most).map((file) => {
    const { path, before, after } = file;
    const what = after === undefined ? 'removed' : before === undefined ? 'new' : 'changed';
    const standing = judgements.get(path)?.standing;
    const words = [
      what,
      open.has(path) ? 'not committed yet' : 'committed',
      ...(standing === undefined ? [] : [standings[standing]]),
    ];
    const see = renderLink({
      id: `file ${path}`,
      label: path,
      spoken: `${path}, see the difference`,
      address: commandAddress('pmZone.showDifference', [path]),
    });
    // There is nothing that a new file was before.
    const undo = before === undefined ? 'Take This File Out' : 'Put This File Back';
    const back = renderLink({
      id: `put back ${path}`,
      label: `${undo}…`,
      spoken: `${undo}, ${path}`,
      address: commandAddress('pmZone.putBack', [{ id: `file ${path}` }]),
    });
    return `${see}: ${words.join(', ')}. ${back}`;
  });
  const more = all.length > most ? [`… and ${all.length - most} more.`] : [];
  return renderSection('files', `The files (${all.length})`, renderList([...items, ...more]));
}
