import { resolve } from 'node:path';
import { listCommitted, listOnDisk, listTracked, type TrackedPaths } from '../../git/list-tracked.js';
import { readBoundedFile } from '../../git/read-bounded-file.js';
import type { Policy, PolicyTip } from '../../policy/policy.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { readTip, zoneFiles, type ZoneFile } from '../../policy/read-tip.js';
import { commitRevision, revisionWith, workingCopy, type Revision } from '../../policy/revision.js';
import { UsageError, textOption, type CommandHost, type ParsedArguments } from '../command.js';
import { requireHead, requirePolicy } from '../with-policy-session.js';

/** A policy to judge, with the files that it is judged over. */
export interface JudgedPolicy {
  readonly policy: Policy;
  readonly tracked: TrackedPaths;
  /** Where its files lie. */
  readonly revision: Revision;
  /** Which policy it is, for people: what counts now, or what would. */
  readonly title: string;
  /** What stands in for `CLAUDE.md`, as it was typed. */
  readonly standIn: string | undefined;
}

/** 4 MB, above every limit of a policy file. */
const largestFile = 4 * 2 ** 20;

/** The policy that counts, or the one that `--worktree`, `--head` or a file names, which would count once it is on the base branch. */
export async function readJudgedPolicy(
  session: PolicySession,
  typed: ParsedArguments,
  world: CommandHost,
): Promise<JudgedPolicy> {
  const [file] = typed.positionals;
  const head = textOption(typed, 'head');
  const isWorktree = typed.values['worktree'] === true;
  if ([file !== undefined, head !== undefined, isWorktree].filter(Boolean).length > 1)
    throw new UsageError('a file, --worktree and --head are three different policies: give one of them.');
  if (head !== undefined) return readHead(session, head);
  const { repository } = session;
  const tracked = await listTracked(repository);
  const disk = workingCopy(repository.root);
  if (file !== undefined) {
    const path = resolve(world.cwd, textOption(typed, 'cwd') ?? '.', file);
    const own = zoneFiles.find((each) => resolve(repository.root, each) === path);
    const policy = await readFile(session, file, path, own ?? zoneFiles[0]);
    const title =
      own === undefined
        ? `${file} as if it stood at the root as CLAUDE.md, beside the other files of the working copy`
        : `${own} of the working copy, as if no other file had a PM zone`;
    if (own !== undefined) return { policy, tracked, revision: disk, title, standIn: undefined };
    const elsewhere = tracked.paths.filter((each) => resolve(repository.root, each) !== path);
    return { policy, tracked: { ...tracked, paths: elsewhere }, revision: disk, title, standIn: file };
  }
  if (isWorktree) {
    const policy = only(await readTip(disk, session.cache));
    requireZone(policy, 'the working copy');
    const title = `${describePolicy(policy)}, as it lies on the disk`;
    return { policy, tracked: await listOnDisk(repository), revision: disk, title, standIn: undefined };
  }
  await requirePolicy(session);
  const { policy, base } = session;
  const title = policy.preview
    ? `${describePolicy(policy)}, which counts for nothing before it is merged`
    : describePolicy(policy);
  const revision = base === undefined || policy.preview ? disk : commitRevision(repository.objects, base);
  return { policy, tracked, revision, title, standIn: undefined };
}

async function readHead(session: PolicySession, name: string): Promise<JudgedPolicy> {
  const { repository } = session;
  const head = await requireHead(session, name);
  const policy = await readPolicyOf(session, name);
  requireZone(policy, head.ref);
  const tracked = await listCommitted(repository, head.commit);
  const revision = commitRevision(repository.objects, head);
  return { policy, tracked, revision, title: describePolicy(policy), standIn: undefined };
}

/** The policy of one commit, which may have none. */
export async function readPolicyOf(session: PolicySession, name: string): Promise<Policy> {
  const { repository, cache } = session;
  return only(await readTip(commitRevision(repository.objects, await requireHead(session, name)), cache));
}

/** A file as if it stood at a place of the policy, and no other had a zone: they are there to be imported. */
async function readFile(
  { repository, cache }: PolicySession,
  file: string,
  path: string,
  place: ZoneFile,
): Promise<Policy> {
  const content = await readBoundedFile(path, largestFile);
  if (content === undefined)
    throw new UsageError(`${file} cannot be read: name a text file of at most 4 MB that has a “PM zone” section.`);
  const tip = await readTip(revisionWith(workingCopy(repository.root), new Map([[place, content]])), cache, [place]);
  const policy = only({ ...tip, ref: file });
  requireZone(policy, file);
  return policy;
}

/** What is not on the base branch opens nothing yet. */
function only(tip: PolicyTip): Policy {
  return { tips: [tip], preview: true };
}

function requireZone({ tips: [{ zone }] }: Policy, name: string): void {
  if (zone !== undefined) return;
  throw new UsageError(
    `${name} has no PM zone, so there is nothing to judge. A policy stands in a section with the heading “PM zone”.`,
  );
}

/** Which files of which commits a policy is. */
export function describePolicy({ tips }: Policy): string {
  return tips
    .map(({ ref, commit, zone }) => {
      const place = commit === undefined ? ref : `${ref} at ${commit.slice(0, 12)}`;
      return `${zone?.file ?? 'no PM zone'} of ${place}`;
    })
    .join(', and ');
}
