import { writePitch } from '../papers/write-pitch.js';
import { UsageError, type Command, type ExitCode } from './command.js';
import { headHelp, htmlHelp, paperOptions } from './papers/paper-options.js';
import { readFacts } from './papers/read-facts.js';
import { checkForm, writePaper } from './papers/write-paper.js';
import { withPolicySession } from './with-policy-session.js';

/** The proposal of a pilot, as the two seeds have it: standard, or for a regulated environment. */
export const pitchCommand: Command = {
  name: 'pitch',
  summary:
    'the proposal of a pilot to those who decide on it, filled from the repository; what is to be filled in is marked',
  usage: '[--standard | --regulated] [--head REF] [--html]',
  formats: ['markdown', 'json'],
  options: { ...paperOptions, standard: { type: 'boolean' }, regulated: { type: 'boolean' } },
  help: [
    ['--standard', 'for a product without a regulated regime; the policy says which where neither is given'],
    ['--regulated', 'with the control framework first, for compliance and security'],
    headHelp,
    htmlHelp,
  ],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      checkForm(typed);
      const { standard, regulated } = typed.values;
      if (standard === true && regulated === true)
        throw new UsageError('--standard and --regulated are two proposals: give one of them.');
      const { name, facts } = await readFacts(session, typed, world);
      const isRegulated =
        regulated === true || (standard !== true && facts?.tip.zone.settings.controls === 'regulated');
      writePaper(writePitch({ name, facts, isRegulated }), typed, world);
      return 0;
    }),
};
