import type { Tip } from '../git/find-base.js';
import { listCommitted } from '../git/list-tracked.js';
import type { PolicySession } from '../policy/policy-session.js';
import { askPilotQuestions } from '../setup/ask-pilot-questions.js';
import { describeLeft } from '../setup/describe-proposal.js';
import { describeSetup } from '../setup/describe-setup.js';
import { findQuestions, type PilotQuestion } from '../setup/find-questions.js';
import type { ProposedFile } from '../setup/proposed-file.js';
import { proposePilot, type NoProposal, type PilotProposal } from '../setup/propose-pilot.js';
import { findUncommittedZone, isOnBranch, nameBaseBranch, pilotBranch } from '../setup/pilot-branch.js';
import { commitToNewBranch } from '../work/commit-to-new-branch.js';
import { openWork } from '../work/work.js';
import { printable } from '../text/printable.js';
import { UsageError, textOption, writeAnswer, type Command, type ExitCode } from './command.js';
import { findPageHost } from './host/find-page-host.js';
import { readPilotAnswers } from './init/read-pilot-answers.js';
import { requireHead, withPolicySession } from './with-policy-session.js';

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
    ['--branch NAME', `the new branch (${pilotBranch.name})`],
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
      const written = findUncommittedZone(session);
      if (written !== undefined) {
        writeAnswer(
          typed,
          world,
          () => ({ state: 'there', sentence: written }),
          () => [written],
        );
        return 0;
      }
      const { ask, warn } = world;
      const answers =
        isText && ask !== undefined
          ? await askPilotQuestions(given, {
              ask: (question) => ask(`${question} (Enter skips): `),
              warn: (line) => warn(`pm-zone: ${line}`),
            })
          : given;
      world.progress?.('Reading the repository');
      const proposal = await proposePilot({
        repository,
        cache,
        base,
        baseBranch: nameBaseBranch(session, base),
        tracked: await listCommitted(repository, base.commit),
        host: findPageHost(repository, world.environment)?.kind,
        answers,
        isZoneOnly: typed.values['zone-only'] === true,
        today: world.now.toISOString().slice(0, 10),
      });
      if ('reason' in proposal) return sayNone(proposal);
      const questions = findQuestions(proposal, answers);
      const branch = textOption(typed, 'branch') ?? pilotBranch.name;
      const shown = [`Read: ${base.ref} at ${base.commit.slice(0, 12)}`, ...describeSetup(proposal, questions)];
      const isThere = await isOnBranch(repository, branch, proposal.files);
      let isWanted = typed.values['write'] === true;
      if (isText && ask !== undefined && !isWanted && !isThere) {
        world.write(`${shown.map(printable).join('\n')}\n`);
        shown.length = 0;
        isWanted = /^y(?:es)?$/iu.test(await ask(`Commit this to the new branch ${branch}? (y, or Enter for no): `));
      }
      const commit = isWanted && !isThere ? await write(session, base, branch, proposal.files) : undefined;
      const last = describeEnd(branch, isThere, commit);
      const json = { state: isThere ? 'there' : commit === undefined ? 'proposed' : 'written', branch, commit };
      writeAnswer(
        typed,
        world,
        () => ({ base, ...json, ...toJson(proposal, questions) }),
        () => [...shown, ...last],
      );
      return proposal.examination.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;

      function sayNone({ reason, sentence, left }: NoProposal): ExitCode {
        if (reason === 'trouble') throw new UsageError(sentence);
        writeAnswer(
          typed,
          world,
          () => ({ base, state: reason, sentence, left }),
          () => [sentence, ...describeLeft(left)],
        );
        return reason === 'there' ? 0 : 1;
      }
    }),
};

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
    message: pilotBranch.message,
  });
  if (!outcome.done) throw new UsageError(outcome.sentence);
  return outcome.commit;
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
      action: before === undefined ? 'create' : after.startsWith(before) ? 'append' : 'replace',
      text: after,
    })),
  };
}
