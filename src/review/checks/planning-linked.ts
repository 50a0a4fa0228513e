import { isForAllFeatures, isTextFolder } from '../../planning/is-text.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import type { LinkedPlan, PlacedPlan } from '../../planning/linked-plan.js';
import { folderOf } from '../../text/path-names.js';
import { joinSome } from '../../text/join-words.js';
import type { Check, Report, ReviewContext } from '../check.js';
import { featureNames } from '../checklist/feature-names.js';

/** Every change is justified by a planning doc (seed 000, "Audit and Traceability"; design §5). */
export const planningLinked: Check = {
  id: 'planning-linked',
  section: 'Planning',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  async run(context) {
    const linked = await context.plan();
    if (linked.planOnly || context.change.files.length === 0) return 'not-applicable';
    return { reports: linked.plan === undefined ? [missing(linked, context)] : uncovered(linked.plan, context) };
  },
};

function missing({ candidates, unread }: LinkedPlan, { asking, change, policy }: ReviewContext): Report {
  const [near] = candidates;
  if (near !== undefined) {
    const several =
      candidates.length > 1
        ? `${joinSome(candidates, 5)} lie near it, and none is the clear one`
        : `${near} lies near it, but is not for it`;
    const message = `This change has no planning doc of its own: ${several}. Lay the plan in the feature's folder, name that folder and the flag of this change in its Feature folder and Flag lines, and set plans that are done to Shipped or Retired.`;
    return { path: near, line: 1, message };
  }
  const [unreadable] = unread;
  if (unreadable !== undefined) {
    const message = `This change has no planning doc that can be read: ${joinSome(unread, 5)} ${unread.length > 1 ? 'are' : 'is'} no plain text of at most a few pages. Save the plan as plain text (UTF-8) and shorten it.`;
    return { path: unreadable, message };
  }
  const isPlanningDoc = planningDocMatcher(policy);
  const brought = change.files.find(({ path, after }) => after !== undefined && isPlanningDoc(path));
  if (brought !== undefined) {
    const message = `${brought.path} comes with this change, but is for another: neither its Feature folder nor its Flag is of what changes. Name there the folder and the flag of this change, or give this change a plan of its own.`;
    return { path: brought.path, line: 1, message };
  }
  const [own = ''] = asking.rows.flatMap(({ featureFolders }) => featureFolders);
  const next = isRegulated(policy)
    ? 'Write one, send it by itself and have it approved, then send this change.'
    : 'Write one and commit it first; it is approved on the pull request, together with the change.';
  return {
    message: `No planning doc says why this change is made and when it is turned off again. ${next}`,
    command: `pm-zone plan "NAME" --folder ${/^[\w./-]+$/.test(own) ? own : 'FOLDER'}`,
  };
}

/** Files in the PM's feature folders that the plan is not for: another feature's, which needs a plan of its own. */
function uncovered({ path: planPath, doc }: PlacedPlan, { asking, change, policy }: ReviewContext): Report[] {
  const isPlanningDoc = planningDocMatcher(policy);
  const folder = doc.featureFolder ?? folderOf(planPath);
  // `app/controllers/handovers` and `app/views/handovers` are one feature; `src/app` and `src/components` name none that could be another's.
  const isPlanned = (each: string): boolean => featureNames(each).join('/') === featureNames(folder).join('/');
  const own = asking.rows
    .flatMap(({ featureFolders }) => featureFolders)
    .filter((each) => !isTextFolder(each) && !isPlanned(each));
  const files = change.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !isPlanningDoc(path) &&
        !path.startsWith(`${folder}/`) &&
        own.some((each) => path.startsWith(`${each}/`) && !isForAllFeatures(path, each)),
    );
  const [first] = files;
  if (first === undefined) return [];
  const message = `${joinSome(files, 1)} ${files.length === 1 ? 'is' : 'are'} not in ${folder}, the folder that ${planPath} is for. ${change.files.some(({ path }) => path === planPath) ? apart : ofAnEarlierChange}`;
  return [{ path: first, message }];
}

const apart = "Send it apart with a plan of its own, or have the plan's Feature folder line cover it.";
const ofAnEarlierChange =
  "Is that the plan of an earlier change? Then give this one its own, and set that one's Status to Shipped. Else have its Feature folder line cover this, too.";
