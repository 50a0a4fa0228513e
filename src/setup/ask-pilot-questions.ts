import { manySpaces, type PilotHints } from './find-hints.js';
import { controlsFor, type PilotAnswers, type PilotPerson } from './pilot-answers.js';
import {
  AnswerError,
  readFolders,
  readNames,
  readOffers,
  readPerson,
  readWorkspaces,
  type TypedPerson,
} from './read-person.js';
import { isOfferKind, offerKinds, type OfferKind } from './offer-kinds.js';
import { pluralize } from '../text/pluralize.js';
import type { Survey } from './survey-repository.js';

/** Nobody begins with more. */
const mostPeople = 8;

/** What may be chosen, by its name. */
export interface PilotChoice {
  readonly name: string;
  readonly what: string;
  readonly files: number;
  /** Where they lie. */
  readonly globs: readonly string[];
}

export interface AskPilot {
  /** `typed` is the answer to the same question that could not be read, so that it can be mended; else empty. */
  readonly ask: (question: string, typed: string) => Promise<string>;
  /** Any of these, by their names; where nothing can be ticked, names are asked for. */
  readonly choose?: (question: string, choices: readonly PilotChoice[]) => Promise<readonly string[]>;
  /** Says why an answer cannot be read. */
  readonly warn: (line: string) => void;
  /** What the repository shows, for these answers. */
  readonly hints: (answers: PilotAnswers) => PilotHints;
  readonly survey: Pick<Survey, 'offers' | 'regulatedBy'>;
}

/** Asks what was left open, one question after the other; an empty answer skips one, and one that cannot be read has it asked again. */
export async function askPilotQuestions(answers: PilotAnswers, talk: AskPilot): Promise<PilotAnswers> {
  if (answers.people.length > 0) return { ...answers, people: await askFolders(answers, talk) };
  const about = await askAbout(answers, talk);
  const people: PilotPerson[] = [];
  while (people.length < mostPeople) {
    const person = await askPerson(people.length === 0, about, talk);
    if (person === undefined) break;
    people.push(person);
  }
  const engineers =
    about.engineers.length > 0
      ? about.engineers
      : await until(
          talk,
          'Engineers who have to agree to what is closed, as handles or teams, others than who reviews the PMs',
          (text) => readNames(text, 'engineers'),
        );
  return { ...about, people, engineers: engineers ?? [] };
}

/** What the zone is about, where the repository leaves a choice. */
async function askAbout(answers: PilotAnswers, talk: AskPilot): Promise<PilotAnswers> {
  const spaces = talk.hints(answers).workspaces;
  const workspaces =
    answers.workspaces.length > 0 || spaces.length < manySpaces
      ? answers.workspaces
      : await until(
          talk,
          `Only some workspaces, like ${spaces.slice(0, 2).join(', ')}? ${spaces.length} have what could open`,
          readWorkspaces,
        );
  const kinds = [...new Set(talk.survey.offers.map(({ kind }) => kind))].filter((kind) => isOfferKind(kind));
  const open = answers.open.length > 0 || kinds.length === 0 ? answers.open : await askOffers(kinds, talk);
  const controls =
    answers.controls !== undefined || talk.survey.regulatedBy === undefined
      ? answers.controls
      : await until(talk, `Is the product regulated, as ${talk.survey.regulatedBy} looks? yes or no`, readYesNo);
  return { ...answers, workspaces: workspaces ?? [], open: open ?? [], controls };
}

/** What opens besides, with the files of each. */
async function askOffers(kinds: readonly OfferKind[], talk: AskPilot): Promise<readonly OfferKind[] | undefined> {
  const choices = kinds.map((kind): PilotChoice => {
    const own = talk.survey.offers.filter((offer) => offer.kind === kind);
    const files = new Set(own.flatMap(({ paths }) => paths)).size;
    return { name: kind, what: offerKinds[kind], files, globs: own.map(({ glob }) => glob) };
  });
  if (talk.choose !== undefined)
    return readOffers(
      (await talk.choose('What shall be open to PMs besides? Without a tick nothing of it.', choices)).join(','),
    );
  const listed = choices.map(({ name, what, files }) => `${name} (${what}: ${pluralize(files, 'file', 'files')})`);
  return until(talk, `Open besides, by its name: ${listed.join(', ')}`, (text) => readOffers(text, kinds));
}

/** Under regulated controls nothing is open outside of somebody's folders, so they are asked for where the command line names none. */
async function askFolders({ people, controls }: PilotAnswers, talk: AskPilot): Promise<readonly PilotPerson[]> {
  if (controlsFor(controls, talk.survey) !== 'regulated') return people;
  const asked: PilotPerson[] = [];
  for (const person of people) {
    const question = `Feature folders of ${person.name}, like src/home. ${shutWithout}`;
    const folders = person.folders.length > 0 ? person.folders : await until(talk, question, readFolders);
    asked.push({ ...person, folders: folders ?? [] });
  }
  return asked;
}

const shutWithout = 'Under regulated controls nothing is open outside of them';

function readYesNo(text: string): 'regulated' | 'standard' {
  if (/^y(?:es)?$/iu.test(text)) return 'regulated';
  if (/^no?$/iu.test(text)) return 'standard';
  throw new AnswerError(`"${text}" is neither yes nor no.`);
}

async function askPerson(isFirst: boolean, answers: PilotAnswers, talk: AskPilot): Promise<PilotPerson | undefined> {
  const which = isFirst ? 'Pilot PM' : 'Another pilot PM';
  const pm = await until(talk, `${which}, as Name <address they commit with> @handle`, (text) => {
    readPerson({ pm: text });
    return text;
  });
  if (pm === undefined) return undefined;
  let typed: TypedPerson = { pm };
  for (const [name, question] of questions) {
    const known = typed;
    const hints = talk.hints({ ...answers, people: [readPerson(known)] });
    const hint = name === 'flags' ? hints.flags : name === 'reviewers' || name === 'dri' ? hints.people : undefined;
    const isBound = controlsFor(answers.controls, talk.survey) === 'regulated';
    const more = name === 'folders' && isBound ? `. ${shutWithout}` : '';
    typed =
      (await until(talk, `${hint === undefined ? '' : `${hint}\n`}${question}${more}`, (text) => {
        readPerson({ ...known, [name]: text });
        return { ...known, [name]: text };
      })) ?? typed;
  }
  return readPerson(typed);
}

/** Asks until the answer can be read, or there is none: the next question is no answer to what was wrong with this one. */
async function until<T>({ ask, warn }: AskPilot, question: string, read: (text: string) => T): Promise<T | undefined> {
  for (let typed = ''; ;) {
    const text = await ask(question, typed);
    if (text === '') return undefined;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      warn(error.message);
      typed = text;
    }
  }
}

const questions = [
  ['folders', 'Their feature folders, like src/home'],
  ['flags', 'Their flags'],
  ['reviewers', 'Who reviews their work, like @org/growth'],
  ['dri', 'Their engineering DRI, like @erin'],
  ['product-dri', 'Their product DRI, like @paul'],
] as const;
