import { escapeExpression } from '../../text/escape-expression.js';
import type { Report, ReviewContext } from '../check.js';
import { isLater } from '../engine/is-later.js';

/** A site that a text of the change names and that it did not name before. */
export interface BroughtHost {
  readonly host: string;
  readonly path: string;
  readonly line: number;
  readonly isBare?: true;
}

/** More sites are not looked for in the repository. */
const mostHosts = 10;

/**
 * Sites that nothing in the repository names so far: whether a text should lead there only a person can say. Before a commit, which waits for no search
 * of all files, each site that is new in its file is one.
 */
export async function reportNewHosts(
  hosts: readonly BroughtHost[],
  { snapshot, moment }: Pick<ReviewContext, 'snapshot' | 'moment'>,
  who: string,
): Promise<readonly Report[]> {
  // A link weighs more than a name.
  const byHost = new Map(
    hosts
      .toSorted((one, other) => Number(other.isBare ?? false) - Number(one.isBare ?? false))
      .map((each) => [each.host, each]),
  );
  const isSearched = !isLater('push', moment);
  const unknown = await Promise.all(
    [...byHost.values()].map(async (each, index) =>
      isSearched && index < mostHosts && (await isNamed(each, snapshot)) ? [] : [each],
    ),
  );
  return unknown.flat().map(({ host, path, line }) => ({
    message: isSearched ? describeNew(host, who) : describeUnsearched(host, who),
    severity: 'note',
    path,
    line,
    undecided: true,
  }));
}

/** A longer name that ends so is another site; and what programs call `user.id` or `install.sh` leads nowhere. */
async function isNamed({ host, isBare }: BroughtHost, snapshot: ReviewContext['snapshot']): Promise<boolean> {
  const before = isBare === true || host.includes('/') ? '(^|[^A-Za-z0-9_.-])' : '([\\/@:]|(^|[^A-Za-z0-9_.-])www\\.)';
  const found = await snapshot.search([
    `${before}(www\\.)?${escapeExpression(host)}([^A-Za-z0-9_.-]|\\.?$|\\.[^A-Za-z0-9_-])`,
  ]);
  return found !== undefined && found.length > 0;
}

function describeNew(host: string, who: string): string {
  return `This leads to ${host}, which nothing in this repository leads to so far. Look whether the address is right; that it is, ${who} confirms in the pull request.`;
}

function describeUnsearched(host: string, who: string): string {
  return `This leads to ${host}, which this file did not name before. Look whether the address is right. If nothing else in this repository leads there, ${who} confirms it in the pull request.`;
}
