import { escapeExpression } from '../../text/escape-expression.js';
import type { Report, ReviewContext } from '../check.js';

/** A site that a text of the change names and that it did not name before. */
export interface BroughtHost {
  readonly host: string;
  readonly path: string;
  readonly line: number;
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
  const byHost = new Map(hosts.map((each) => [each.host, each]));
  const isSearched = moment === 'push' || moment === 'pull-request';
  const unknown = await Promise.all(
    [...byHost.values()].map(async (each, index) =>
      isSearched && index < mostHosts && (await isNamed(each.host, snapshot)) ? [] : [each],
    ),
  );
  return unknown.flat().map(({ host, path, line }) => ({
    message: `This leads to ${host}, which nothing in this repository leads to so far. Look whether the address is right; that it is, ${who} confirms in the pull request.`,
    severity: 'note',
    path,
    line,
    undecided: true,
  }));
}

/** A longer name that ends so is another site. */
async function isNamed(host: string, snapshot: ReviewContext['snapshot']): Promise<boolean> {
  const found = await snapshot.search([
    `(^|[^A-Za-z0-9_.-])(www\\.)?${escapeExpression(host)}([^A-Za-z0-9_.-]|\\.?$|\\.[^A-Za-z0-9_-])`,
  ]);
  return found !== undefined && found.length > 0;
}
