import type { Check } from '../review/check.js';
import { printable } from '../review/format/printable.js';
import { listRewrites, type Rewrite } from '../review/rewrite-list.js';
import { reviewZone } from '../review/review-zone.js';
import type { Finding, Review } from '../review/review.js';
import type { OpenZone } from '../policy/open-zone.js';
import type { RefusedPoint } from '../repository/refused-file.js';
import { withGuardedCommit, type HookRequest } from './open-guarded.js';
import { pathsToPair } from './paths-to-pair.js';

/** What a hook of the guard says. `lines` are for people; of a refusal the first is the whole message. */
export interface HookAnswer {
  readonly refused: boolean;
  readonly lines: readonly string[];
  /** Something staged needs an engineer, whom the message has to name. */
  readonly pairs: boolean;
  /** What it is refused for, for the editor; none where it is not. */
  readonly points: readonly RefusedPoint[];
}

/** The answer for those whom nothing holds up. */
export const goOn: HookAnswer = { refused: false, lines: [], pairs: false, points: [] };

/** Before the base branch has a policy these hold nobody up: without that, the policy itself could never be committed. */
const zoneChecks: readonly string[] = ['zone', 'codeowners'];
/** Of so many paths git is asked whether they were changed since they were staged. */
const mostPaths = 200;

/** The review of what is about to be committed, as `review --staged` makes it (design §6, "Moments"). Rejects with a `GitTrouble`. */
export async function judgeCommit(request: HookRequest, decides?: readonly Check[]): Promise<HookAnswer> {
  return withGuardedCommit(request, goOn, async (commit) => {
    const review = await reviewZone(commit.zone, commit.context, decides);
    const [crash] = review.crashes;
    if (crash !== undefined) {
      const message = `The check ${crash.check} failed, so nobody can say whether this commit is safe. Show this to an engineer, or leave out the file that you changed last: ${crash.message}`;
      const line = `Not committed: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
      return { ...goOn, refused: true, lines: [printable(line)], points: [{ message }] };
    }
    const stopping = review.findings.filter((finding) => stops(review, finding));
    if (stopping.length > 0) return refusal(commit.zone, { ...review, findings: stopping });
    const open = review.findings.filter((finding) => finding.severity !== 'note').length;
    return {
      ...goOn,
      lines: open === 0 ? [] : [goesOn(open)],
      pairs: (await pathsToPair(commit)).length > 0,
    };
  });
}

/** Whether a finding holds a commit up. */
export function stops({ policy }: Review, { severity, check }: Finding): boolean {
  return severity === 'blocker' && !(policy.preview && zoneChecks.includes(check));
}

async function refusal(zone: OpenZone, stopped: Review): Promise<HookAnswer> {
  const rewrites = listRewrites({ ...stopped, items: [] });
  const [first, ...rest] = rewrites as [Rewrite, ...Rewrite[]];
  const mended = await changedSince(
    zone,
    stopped.findings.flatMap((finding) => finding.path ?? []),
  );
  const lines = [
    [
      mended.length === 0 ? `Not committed: ${inOneLine(first)}` : `${notIncluded(mended)} ${inOneLine(first)}`,
      ...(rest.length === 0
        ? []
        : [`There ${rest.length === 1 ? 'is 1 more point' : `are ${rest.length} more points`}.`]),
    ].join(' '),
    '',
    ...rewrites.flatMap(({ place, message }, index) => [`${index + 1}. ✗ ${place}`, `   ${message}`]),
    '',
    'The whole review: pm-zone review --staged',
  ];
  const points = stopped.findings.map(({ message, path, line, column }) => ({ message, path, line, column }));
  return { refused: true, lines: lines.map(printable), pairs: false, points };
}

/** Many a message does not name its file, and an editor's dialog shows nothing else. */
export function inOneLine({ place, message }: Rewrite): string {
  return message.includes(place.replace(/(?::\d+)+$/, '')) ? message : `${place}: ${message}`;
}

/** What a refused commit was mended by lies in the working tree and has to be staged first: that comes before what she knows already. */
function notIncluded(mended: readonly string[]): string {
  const [first = '', ...rest] = mended;
  const what = rest.length === 0 ? `your last edit of ${first}` : `your last edits of ${first} and ${rest.length} more`;
  return `Not committed: ${what} ${rest.length === 0 ? 'is' : 'are'} not included yet. Choose the + beside ${rest.length === 0 ? 'it' : 'them'} (or run git add), then commit again. What is included is as it was:`;
}

/** Those of the paths that are not on the disk as they are staged. */
async function changedSince({ repository }: OpenZone, paths: readonly string[]): Promise<readonly string[]> {
  const asked = [...new Set(paths)].slice(0, mostPaths);
  if (asked.length === 0) return [];
  const output = await repository.git.run([
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    '--',
    ...asked,
  ]);
  return output.toString('utf8').split('\0').slice(0, -1);
}

function goesOn(open: number): string {
  return `PM Zone: ${open === 1 ? '1 point is' : `${open} points are`} to be mended before the pull request. See ${open === 1 ? 'it' : 'them'} with pm-zone review.`;
}
