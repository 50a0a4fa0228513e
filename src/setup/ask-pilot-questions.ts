import type { PilotAnswers, PilotPerson } from './pilot-answers.js';
import { AnswerError, readNames, readPerson, type TypedPerson } from './read-person.js';

/** Nobody begins with more. */
const mostPeople = 8;

/** How often one question is asked before it counts as skipped. */
const mostTries = 3;

/** Asks what was left open, one question after the other; an empty answer skips one. `warn` says why an answer cannot be read. */
export async function askPilotQuestions(
  answers: PilotAnswers,
  { ask, warn }: { readonly ask: (question: string) => Promise<string>; readonly warn: (line: string) => void },
): Promise<PilotAnswers> {
  if (answers.people.length > 0) return answers;
  const until = async <T>(question: string, read: (text: string) => T): Promise<T | undefined> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const text = await ask(question);
      if (text === '') return undefined;
      try {
        return read(text);
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error;
        warn(error.message);
      }
    }
    return undefined;
  };
  const people: PilotPerson[] = [];
  while (people.length < mostPeople) {
    const which = people.length === 0 ? 'Pilot PM' : 'Another pilot PM';
    const pm = await until(`${which}, as Name <address they commit with> @handle`, (text) => {
      readPerson({ pm: text });
      return text;
    });
    if (pm === undefined) break;
    let typed: TypedPerson = { pm };
    for (const [name, question] of questions) {
      const known = typed;
      typed =
        (await until(question, (text) => {
          readPerson({ ...known, [name]: text });
          return { ...known, [name]: text };
        })) ?? typed;
    }
    people.push(readPerson(typed));
  }
  const engineers =
    answers.engineers.length > 0
      ? answers.engineers
      : await until('Engineers, as handles or teams', (text) => readNames(text, 'engineers'));
  return { ...answers, people, engineers: engineers ?? [] };
}

const questions = [
  ['folders', 'Their feature folders, like src/home'],
  ['flags', 'Their flags'],
  ['reviewers', 'Who reviews their work, like @org/growth'],
  ['dri', 'Their engineering DRI, like @erin'],
  ['product-dri', 'Their product DRI, like @paul'],
] as const;
