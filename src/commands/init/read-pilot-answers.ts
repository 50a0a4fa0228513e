import type { PilotAnswers } from '../../setup/pilot-answers.js';
import {
  AnswerError,
  readNames,
  readOffers,
  readPerson,
  readWorkspaces,
  type OfPerson,
} from '../../setup/read-person.js';
import { UsageError, textOption, textOptions, type ParsedArguments } from '../command.js';

/** What `pm-zone init` takes of a PM besides their name, by the option that says it; all but the first hold for each PM where given once. */
const ofPerson: readonly OfPerson[] = ['handle', 'folders', 'flags', 'reviewers', 'dri', 'product-dri'];

/** Reads the answers that stand on the command line; throws a `UsageError` where one cannot be read, or is of nobody. */
export function readPilotAnswers(typed: ParsedArguments): PilotAnswers {
  try {
    return readAnswers(typed);
  } catch (error) {
    throw error instanceof AnswerError ? new UsageError(error.message) : error;
  }
}

function readAnswers(typed: ParsedArguments): PilotAnswers {
  const pms = textOptions(typed, 'pm');
  const orphan = ofPerson.find((name) => pms.length === 0 && textOptions(typed, name).length > 0);
  if (orphan !== undefined)
    throw new UsageError(`--${orphan} is about a PM: say who with --pm "Name <address they commit with>".`);
  const people = pms.map((pm, at) => {
    const own = ofPerson.map((name) => [name, valueFor(typed, name, at, pms.length)] as const);
    return readPerson({ pm, ...Object.fromEntries(own) });
  });
  return {
    people,
    controls: readControls(textOption(typed, 'controls')),
    open: readOffers(textOption(typed, 'open')),
    workspaces: readWorkspaces(textOption(typed, 'workspaces')),
    engineers: readNames(textOption(typed, 'engineers'), 'engineers'),
    release: readRelease(textOption(typed, 'release')),
  };
}

function valueFor(typed: ParsedArguments, name: OfPerson, at: number, people: number): string | undefined {
  const values = textOptions(typed, name);
  if (values.length === people) return values[at];
  if (values.length === 0 || (values.length === 1 && name !== 'handle')) return values[0];
  const once = name === 'handle' ? '' : 'once for all, or ';
  throw new UsageError(
    `--${name} was given ${values.length} times for ${people} PMs: give it ${once}once for each, in their order.`,
  );
}

function readControls(text: string | undefined): PilotAnswers['controls'] {
  if (text === undefined || text === 'standard' || text === 'regulated') return text;
  throw new UsageError(`there are no controls called ${text}: --controls standard or --controls regulated.`);
}

function readRelease(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{40}$/u.test(text)) return text;
  throw new UsageError('--release takes the 40 characters of the release’s commit, since a tag can be moved.');
}
