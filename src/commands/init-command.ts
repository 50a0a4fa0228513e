import type { Tip } from '../git/find-base.js';
import { listCommitted } from '../git/list-tracked.js';
import type { PolicySession } from '../policy/policy-session.js';
import { askPilotQuestions } from '../setup/ask-pilot-questions.js';
import { describeLeft, describeOffers } from '../setup/describe-proposal.js';
import { describeDiff, describeSetup } from '../setup/describe-setup.js';
import { findHints } from '../setup/find-hints.js';
import { offerKinds } from '../setup/offer-kinds.js';
import { findQuestions, type PilotQuestion } from '../setup/find-questions.js';
import type { ProposedFile } from '../setup/proposed-file.js';
import { lookAgain, lookAround } from '../setup/look-around.js';
import type { NoProposal } from '../setup/no-proposal.js';
import { whatGoesOn } from '../setup/what-goes-on.js';
import type { PilotRequest } from '../setup/pilot-request.js';
import { proposePilot, type PilotProposal } from '../setup/propose-pilot.js';
import { findUncommittedZone, isOnBranch, pilotBranch } from '../setup/pilot-branch.js';
import { readPilotBranches } from '../setup/pilot-branches.js';
import { commitToNewBranch } from '../work/commit-to-new-branch.js';
import { openWork } from '../work/work.js';
import { printable } from '../text/printable.js';
import { wrapLine } from './init/wrap-line.js';
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
    open: { type: 'string' },
    workspaces: { type: 'string' },
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
    ['--open KIND,…', `what opens besides, under a condition: ${Object.keys(offerKinds).join(', ')}`],
    ['--workspaces DIR,…', 'the parts of a monorepo that the pilot is about; all of them where it is left out'],
    ['--pm "NAME <ADDRESS>"', 'a pilot PM with the address they commit with; may be given again'],
    ['--handle @NAME', 'their handle on GitHub or GitLab'],
    ['--folders DIR,…', 'their feature folders'],
    ['--flags KEY,…', 'the flags that are theirs'],
    ['--reviewers @WHO,…', 'people or teams beside them: what CODEOWNERS gives these is open in their folders'],
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
          () => [written, ...whatGoesOn(given)],
        );
        return 0;
      }
      const read = `Read: ${base.ref} at ${base.commit.slice(0, 12)}`;
      const { ask, warn } = world;
      const request: PilotRequest = {
        repository,
        cache,
        base,
        branches: await readPilotBranches(session, base),
        tracked: await listCommitted(repository, base.commit),
        host: findPageHost(repository, world.environment)?.kind,
        answers: given,
        isZoneOnly: typed.values['zone-only'] === true,
        today: world.now.toISOString().slice(0, 10),
      };
      world.progress?.('Reading the repository');
      const around = await lookAround(request);
      if ('reason' in around) return sayNone(around);
      const answers =
        isText && ask !== undefined
          ? await askPilotQuestions(given, {
              ask: (question) => ask(`${fit(question.split('\n')).join('\n')} (Enter skips): `),
              warn: (line) => warn(`pm-zone: ${line}`),
              hints: (known) => findHints(around, known),
              survey: around.survey,
            })
          : given;
      const isAsBefore = answers.workspaces === given.workspaces && answers.controls === given.controls;
      const seen = isAsBefore ? around : await lookAgain(around, answers);
      const proposal = await proposePilot({ ...request, answers }, seen);
      if ('reason' in proposal) return sayNone(proposal);
      const questions = findQuestions(proposal, answers);
      const branch = textOption(typed, 'branch') ?? pilotBranch.name;
      const said = fit([read, ...describeSetup(proposal, questions)]);
      // At a terminal what is decided stands last, where it is still to be seen.
      const shown =
        world.columns === undefined
          ? [...said, '', ...describeDiff(proposal), '']
          : [...describeDiff(proposal), '', ...said, ''];
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
        () => [...shown, ...fit(last)],
      );
      return proposal.examination.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;

      function fit(lines: readonly string[]): readonly string[] {
        const { columns } = world;
        return columns === undefined ? lines : lines.flatMap((line) => fitLine(line, columns));
      }

      function sayNone({ reason, sentence, left, offers }: NoProposal): ExitCode {
        if (reason === 'trouble') throw new UsageError(sentence);
        const where = reason === 'nothing' ? [`${read}. Another branch is read with --base.`] : whatGoesOn(given);
        writeAnswer(
          typed,
          world,
          () => ({ base, state: reason, sentence, left, offers }),
          () => fit([sentence, ...where, ...describeOffers(offers), ...describeLeft(left)]),
        );
        return reason === 'there' ? 0 : 1;
      }
    }),
};

/** What is copied from the screen stays on one line. */
function fitLine(line: string, columns: number): readonly string[] {
  return /^ {6}[-/*]/u.test(line) ? [line] : wrapLine(line, columns);
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
  { controls, opened, closed, left, offered, absent, workspaces, asked, files, backing, examination }: PilotProposal,
  questions: readonly PilotQuestion[],
): object {
  return {
    controls,
    opens: opened,
    closes: closed,
    offers: offered,
    absent,
    left,
    workspaces,
    flags: asked,
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
