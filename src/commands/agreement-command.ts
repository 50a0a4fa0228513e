import { writeAgreement } from '../papers/write-agreement.js';
import { type Command, type ExitCode } from './command.js';
import { headHelp, htmlHelp, paperOptions } from './papers/paper-options.js';
import { readFacts } from './papers/read-facts.js';
import { checkForm, writePaper } from './papers/write-paper.js';
import { withPolicySession } from './with-policy-session.js';

/** Who builds what, how a change is handed over and reviewed, and what stays whose work. */
export const agreementCommand: Command = {
  name: 'agreement',
  summary:
    'the working agreement of PMs and engineering, filled from the repository; what is to be filled in is marked',
  usage: '[--head REF] [--html]',
  formats: ['markdown', 'json'],
  options: paperOptions,
  help: [headHelp, htmlHelp],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      checkForm(typed);
      const { name, facts } = await readFacts(session, typed, world);
      writePaper(writeAgreement({ name, facts }), typed, world);
      return 0;
    }),
};
