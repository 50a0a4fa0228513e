import { parseBaseBranch } from '../git/base-branch.js';
import type { Tip } from '../git/find-base.js';
import { listCommitted } from '../git/list-tracked.js';
import type { PolicySession } from '../policy/policy-session.js';
import { commitRevision } from '../policy/revision.js';
import { describeLeft, describeProposal } from '../setup/describe-proposal.js';
import { findQuestions, type PilotQuestion } from '../setup/find-questions.js';
import type { ProposedFile } from '../setup/proposed-file.js';
import { proposePilot, type NoProposal, type PilotProposal } from '../setup/propose-pilot.js';
import { renderDiff } from '../setup/render-diff.js';
import { commitToNewBranch } from '../work/commit-to-new-branch.js';
import { openWork } from '../work/work.js';
import { printable } from '../text/printable.js';
import { askPilotQuestions } from './init/ask-pilot-questions.js';
import { UsageError, textOption, writeAnswer, type Command, type ExitCode } from './command.js';
import { describeProblem } from './policy/describe-problem.js';
import { findPageHost } from './host/find-page-host.js';
import { readPilotAnswers } from './init/read-pilot-answers.js';
import { requireHead, withPolicySession } from './with-policy-session.js';

const usualBranch = 'pm-zone/pilot';

const many = { type: 'string', multiple: true } as const;

/** Proposes a pilot's first policy for a repository that has none, shows it as a diff, and puts it on a new branch when told to. */
export const initCommand: Command = {
  name: 'init',
  summary: 'set a pilot up: propose a PM zone for this repository, and put it on a new branch with --write',
  usage: '[--write] [--pm "NAME <ADDRESS>" --handle @NAME …]',
  formats: ['text', 'json'],
  options: {
    write: { type: 'boolean' },
    branch: { type: 'string' },
    base: { type: 'string' },
    'zone-only': { type: 'boolean' },
    controls: { type: 'string' },
    pm: many,
    handle: many,
    folders: many,
    flags: many,
    reviewers: many,
    dri: many,
    'product-dri': many,
    engineers: { type: 'string' },
    release: { type: 'string' },
  },
  help: [
    ['--write', 'commit what is shown to a new branch; nothing that is checked out changes'],
    ['--branch NAME', `the new branch (${usualBranch})`],
    ['--base REF', 'the commit to begin at; the branch that everybody works from where it is left out'],
    ['--zone-only', 'the PM zone alone, without checklist, pull-request template and CODEOWNERS'],
    ['--controls C', 'standard or regulated; what the repository looks like where it is left out'],
    ['--pm "NAME <ADDRESS>"', 'a pilot PM with the address they commit with; may be given again'],
    ['--handle @NAME', 'their handle on GitHub or GitLab'],
    ['--folders DIR,…', 'their feature folders'],
    ['--flags KEY,…', 'the flags that are theirs'],
    ['--reviewers @WHO,…', 'who reviews their work: people or teams'],
    ['--dri @WHO,…', 'their engineering DRI'],
    ['--product-dri @WHO,…', 'their product DRI'],
    ['--engineers @WHO,…', 'who is known not to be a PM, and owns what is closed where CODEOWNERS does not say'],
    ['--release COMMIT', 'the release of PM Zone that the gate runs; without it no workflow is written'],
  ],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const { repository, cache } = session;
      const given = readPilotAnswers(typed);
      const isText = typed.values['format'] !== 'json';
      const name = textOption(typed, 'base');
      const base =
        name === undefined ? (session.base ?? (await requireHead(session, 'HEAD'))) : await requireHead(session, name);
      const written = findUncommitted(session);
      if (written !== undefined) {
        writeAnswer(typed, world, { state: 'there', sentence: written }, () => [written]);
        return 0;
      }
      const { ask, warn } = world;
      const answers = isText && ask !== undefined ? await askPilotQuestions(given, { ask, warn }) : given;
      world.progress?.('Reading the repository');
      const proposal = await proposePilot({
        repository,
        cache,
        base,
        baseBranch: branchOf(session, base),
        tracked: await listCommitted(repository, base.commit),
        host: findPageHost(repository, world.environment)?.kind,
        answers,
        isZoneOnly: typed.values['zone-only'] === true,
        today: world.now.toISOString().slice(0, 10),
      });
      if ('reason' in proposal) return sayNone(proposal);
      const questions = findQuestions(proposal, answers);
      const branch = textOption(typed, 'branch') ?? usualBranch;
      const shown = [`Read: ${base.ref} at ${base.commit.slice(0, 12)}`, ...describeAll(proposal, questions)];
      const isThere = await isOnBranch(session, branch, proposal.files);
      let isWanted = typed.values['write'] === true;
      if (isText && ask !== undefined && !isWanted && !isThere) {
        world.write(`${shown.map(printable).join('\n')}\n`);
        shown.length = 0;
        isWanted = /^y(?:es)?$/iu.test(await ask(`Commit this to the new branch ${branch}? (y, or Enter for no): `));
      }
      const commit = isWanted && !isThere ? await write(session, base, branch, proposal.files) : undefined;
      const last = describeEnd(branch, isThere, commit);
      const json = { state: isThere ? 'there' : commit === undefined ? 'proposed' : 'written', branch, commit };
      writeAnswer(typed, world, { base, ...json, ...toJson(proposal, questions) }, () => [...shown, ...last]);
      return proposal.examination.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;

      function sayNone({ reason, sentence, left }: NoProposal): ExitCode {
        if (reason === 'trouble') throw new UsageError(sentence);
        writeAnswer(typed, world, { base, state: reason, sentence, left }, () => [sentence, ...describeLeft(left)]);
        return reason === 'there' ? 0 : 1;
      }
    }),
};

/** A zone that lies on the disk and is on no base yet: somebody has begun. */
function findUncommitted({ policy }: PolicySession): string | undefined {
  const zone = policy.preview ? policy.tips[0].zone : undefined;
  return (
    zone &&
    `${zone.file}:${Math.max(1, zone.line)} of the working copy has a PM zone, which counts once it is merged. pm-zone doctor --worktree says what it comes to.`
  );
}

/** What the host calls the branch that everybody works from, where the pilot begins at it. */
function branchOf({ repository, base }: PolicySession, start: Tip): string | undefined {
  if (base?.ref !== start.ref) return undefined;
  const { branch } = parseBaseBranch(repository, base.ref);
  return branch === 'HEAD' ? undefined : branch;
}

async function isOnBranch(
  { repository }: PolicySession,
  branch: string,
  files: readonly ProposedFile[],
): Promise<boolean> {
  const { findCommit } = await import('../git/find-base.js');
  const tip = await findCommit(repository, `refs/heads/${branch}`);
  if (tip === undefined) return false;
  const found = await commitRevision(repository.objects, tip).readPlain(files.map(({ path }) => path));
  return files.every(({ path, after }) => {
    const content = found.get(path)?.content;
    return content !== undefined && Buffer.from(after).equals(content);
  });
}

async function write(
  { repository }: PolicySession,
  base: Tip,
  branch: string,
  files: readonly ProposedFile[],
): Promise<string> {
  const outcome = await commitToNewBranch(openWork(repository), {
    branch,
    on: base.commit,
    files: new Map(files.map(({ path, after }) => [path, after])),
    message: 'Say what product managers may change\n\nA first PM zone, as pm-zone init proposes it.\n',
  });
  if (!outcome.done) throw new UsageError(outcome.sentence);
  return outcome.commit;
}

function describeAll(proposal: PilotProposal, questions: readonly PilotQuestion[]): string[] {
  const problems = proposal.examination.problems.filter(({ severity }) => severity !== 'info');
  return [
    ...describeProposal(proposal, questions),
    problems.length === 0 ? 'pm-zone doctor would warn of nothing.' : 'What pm-zone doctor would warn of:',
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    '',
    ...proposal.files.flatMap(renderDiff),
    '',
  ];
}

function describeEnd(branch: string, isThere: boolean, commit: string | undefined): readonly string[] {
  if (isThere) return [`All of this is on the branch ${branch} already.`];
  if (commit === undefined) return [`Nothing was written. Add --write to have it on the new branch ${branch}.`];
  return [
    `Committed to the new branch ${branch} (${commit.slice(0, 12)}). What is checked out stays as it is.`,
    `Next: git push -u origin ${branch}, and open a pull request. pm-zone doctor --head ${branch} says what it comes to.`,
  ];
}

function toJson(
  { controls, opened, closed, left, files, backing, examination }: PilotProposal,
  questions: readonly PilotQuestion[],
): object {
  return {
    controls,
    opens: opened,
    closes: closed,
    left,
    questions,
    codeowners: backing,
    problems: examination.problems,
    files: files.map(({ path, before, after }) => ({
      path,
      action: before === undefined ? 'create' : 'append',
      text: after,
    })),
  };
}
