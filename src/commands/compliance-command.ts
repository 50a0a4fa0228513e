import { writeCompliance } from '../papers/write-compliance.js';
import { UsageError, type Command, type ExitCode } from './command.js';
import { headHelp, htmlHelp, paperOptions } from './papers/paper-options.js';
import { readFacts } from './papers/read-facts.js';
import { checkForm, writePaper } from './papers/write-paper.js';
import { withPolicySession } from './with-policy-session.js';

/** The walkthrough that compliance is taken through before a pilot, from what is so at one commit. */
export const complianceCommand: Command = {
  name: 'compliance',
  summary: 'the compliance walkthrough: controls, CODEOWNERS, checklist, zone and trail, as they are at one commit',
  usage: '[--head REF] [--host] [--html]',
  formats: ['markdown', 'json'],
  options: { ...paperOptions, host: { type: 'boolean' } },
  help: [
    headHelp,
    [
      '--host',
      'asks GitHub or GitLab what it enforces on the base branch, with the token in GH_TOKEN or GITLAB_TOKEN; it only reads',
    ],
    htmlHelp,
  ],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      checkForm(typed);
      const { tip, facts } = await readFacts(session, typed, world);
      if (facts === undefined) {
        throw new UsageError(
          `${tip.ref} has no PM zone, so there is nothing to walk through. Name the branch that proposes one with --head, or write one: pm-zone init.`,
        );
      }
      writePaper(writeCompliance(facts), typed, world);
      return 0;
    }),
};
