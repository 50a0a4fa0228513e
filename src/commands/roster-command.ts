import { describeComparison } from '../doctor/describe-comparison.js';
import { describePerson } from '../doctor/describe-person.js';
import { describeProblem } from '../doctor/describe-problem.js';
import { proposeRoster, type RosterProposal } from '../doctor/propose-roster.js';
import { listTracked } from '../git/list-tracked.js';
import { forEngineer } from '../policy/check-policy.js';
import { UsageError, writeAnswer, type Command, type ExitCode } from './command.js';
import { withPolicySession } from './with-policy-session.js';
import { readRosterRequest } from './roster/read-roster-request.js';
import { writeRoster } from './roster/write-roster.js';

/** Edits the list of PMs in place; shows what would become of it unless it is told to write. */
export const rosterCommand: Command = {
  name: 'roster',
  summary: 'add a PM to the list of PMs, end a pilot, or give a PM another surface (for engineers)',
  usage: 'add NAME --handle HANDLE … | revoke WHO | move WHO --folders DIRS … [--write]',
  formats: ['text', 'json'],
  options: {
    handle: { type: 'string' },
    email: { type: 'string' },
    folders: { type: 'string' },
    flags: { type: 'string' },
    reviewers: { type: 'string' },
    'engineering-dri': { type: 'string' },
    'product-dri': { type: 'string' },
    write: { type: 'boolean' },
  },
  help: [
    ['add NAME', 'a new row, for somebody who is on none'],
    ['revoke WHO', 'ends somebody’s pilot by their Status: the row stays, so that they are still judged'],
    ['move WHO', 'other folders, flags, reviewers or DRIs in somebody’s row; what is not named stays'],
    ['--handle, --email', 'with add: by which the host and git know them, several with commas'],
    ['--folders, --flags, --reviewers', 'what they have, several with commas; none takes all away'],
    ['--engineering-dri, --product-dri', 'who answers for them'],
    ['--write', 'writes it into the file on your disk; without it nothing is written'],
  ],
  positionals: 'many',
  run: (typed, world) => {
    const request = readRosterRequest(typed);
    return withPolicySession(typed, world, {}, async ({ repository, cache }): Promise<ExitCode> => {
      const today = world.now.toISOString().slice(0, 10);
      const tracked = await listTracked(repository);
      const proposal = await proposeRoster(request, { root: repository.root, cache, tracked, today });
      if ('refused' in proposal) throw new UsageError(proposal.refused);
      const written = typed.values['write'] === true;
      if (written) await writeRoster(repository.root, proposal);
      const { file, line, before, after, comparison, people, problems } = proposal;
      const rows = people.map(({ person, counts }) => ({ ...person, ...counts }));
      writeAnswer(
        typed,
        world,
        () => ({ file, line, before, after, ...comparison, rows, problems, written }),
        () => toLines(proposal, written),
      );
      return 0;
    });
  },
};

function toLines(proposal: RosterProposal, written: boolean): readonly string[] {
  const { file, line, before, after, comparison, people, problems } = proposal;
  const removed = before.filter((each) => !after.includes(each)).map((each) => `- ${each}`);
  const added = after.filter((each) => !before.includes(each)).map((each) => `+ ${each}`);
  return [
    `${file}, the table in line ${line}:`,
    ...removed,
    ...added,
    'What that opens and closes:',
    ...describeComparison(comparison),
    'What it comes to then:',
    ...people.map((each) => `  ${describePerson(each)}`),
    ...problems.map(forEngineer).map(describeProblem),
    written
      ? `Written into ${file}. It counts once it is merged: open a pull request with it.`
      : 'Nothing is written yet. Run it again with --write.',
  ];
}
