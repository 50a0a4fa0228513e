import type { TrackedPaths } from '../git/list-tracked.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import type { Revision } from '../policy/revision.js';
import { pluralize } from '../text/pluralize.js';
import { readDivision, type Division } from './agreement/read-division.js';
import { findOpenKinds, type AgreedKind } from './open-kinds.js';
import type { ZoneSummary } from './summarize-zone.js';

/** Where the working agreement of a repository is kept, so that it can be read back. */
export const agreementPlace = 'docs/working-agreement.md';

/**
 * Where the working agreement's table of who owns what gives PMs a kind of files of which the zone opens none, or does not give them one of which it
 * does: a warning at the row. A table in other words is no fault; a note says that it is not read. Nothing is said where the zone opens nothing at
 * all, which is said elsewhere.
 */
export async function findAgreementGaps(
  policy: Policy,
  summary: ZoneSummary,
  { paths }: TrackedPaths,
  revision: Revision,
): Promise<readonly PolicyProblem[]> {
  if (!paths.includes(agreementPlace)) return [];
  const open = findOpenKinds(policy, summary);
  if (open.size === 0) return [];
  const content = (await revision.readPlain([agreementPlace])).get(agreementPlace)?.content;
  const division: Division =
    content === undefined
      ? { line: 1, unread: 'the file cannot be read' }
      : readDivision(new TextDecoder('utf-8').decode(content));
  const problem = (severity: PolicyProblem['severity'], line: number, message: string): PolicyProblem => ({
    severity,
    file: agreementPlace,
    line,
    message,
  });
  if ('unread' in division)
    return [
      problem(
        'info',
        division.line,
        `Whether this agreement and the policy say the same is not read: ${division.unread}. pm-zone agreement writes a row like “In production: copy, flags”, which can be compared.`,
      ),
    ];
  const { given, line } = division;
  const ofPms = given.get('pm') ?? new Map<AgreedKind, number>();
  const empty = [...ofPms].flatMap(([kind, at]) =>
    open.has(kind)
      ? []
      : problem(
          'warning',
          at,
          `The agreement gives PMs ${kind} in production, and the policy opens no such file to any of them. Open them in the zone, or take ${kind} from this row.`,
        ),
  );
  const unnamed = [...open].flatMap(([kind, files]) => {
    const elsewhere = given.get('engineering')?.get(kind) ?? given.get('shared')?.get(kind);
    if (ofPms.has(kind) && elsewhere === undefined) return [];
    const says = elsewhere === undefined ? `does not give PMs ${kind}` : `gives ${kind} not to PMs alone`;
    const what = `${pluralize(files.length, 'such file', 'such files')} to PMs, the first ${String(files[0])}`;
    return problem(
      'warning',
      elsewhere ?? [...ofPms.values()][0] ?? line,
      `The agreement ${says} in production, and the policy opens ${what}. Name ${kind} in the PMs’ column alone, or close them in the zone.`,
    );
  });
  return [...empty, ...unnamed];
}
