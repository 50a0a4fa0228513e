import { joinWords } from '../../text/join-words.js';
import type { PolicyProblem, Reason, Zone, ZoneRule } from '../policy.js';
import { asksForEngineer } from '../grammar/refusals/forbidding-words.js';
import { findWordAgainstRemark } from '../grammar/remarks/word-against-remark.js';
import { toExcerpt } from '../grammar/tokenize.js';

/**
 * What the engineering DRI is asked about since it is written in words that no rule expresses: one problem for the sentences of each file and one
 * for what stands beside paths, with the words, their lines, and what to write where nothing is demanded.
 */
export function findAskedWords({ file: own, prose, rules, problems }: Zone): readonly PolicyProblem[] {
  const beside = rules.filter(({ effect }) => effect === 'allow').flatMap((rule) => besidePath(rule, own));
  // What names a path, or is marked as a remark and is none, has a problem of its own.
  const unsaid = prose.filter(
    ({ text }) => !problems.some(({ message }) => message.startsWith(`“${toExcerpt(text)}”`)),
  );
  const sentences = unsaid.map((reason): Reason => ({ ...reason, text: `"${toExcerpt(reason.text)}"` }));
  return [
    ...problemsOf(sentences, (words) => {
      const asked = `The engineering DRI is asked on every change whether it heeds ${words}, since such words may demand something.`;
      return `${asked} Leave what does. Ask an engineer to put what demands nothing into a paragraph of its own that begins with "Remark (@handle):", with their own handle, or to move it out of the PM zone.${readyLine(unsaid)}${pairFirst(prose)}${rewordFirst(prose)}`;
    }),
    ...problemsOf(beside, (words) => {
      const asked = `The engineering DRI is asked on every change of the files beside it whether this holds, since no check can tell: ${words}.`;
      return `${asked} Leave what is a condition. Ask an engineer to take out what only describes the files.`;
    }),
  ];
}

/**
 * The remark that those of the sentences come to which only seem to say whom to ask, or what the lists are there for. Of any other an engineer has to think
 * first whether it demands anything, and nothing is put into their mouth.
 */
function readyLine(sentences: readonly Reason[]): string {
  const held = sentences.filter(
    ({ text }) =>
      ofPeople.test(text) &&
      text.length <= longestHeld &&
      !ofChange.test(text) &&
      findWordAgainstRemark(text) === undefined,
  );
  const words = held.slice(0, quotedMost).map(({ text }) => (/[.!?]$/u.test(text) ? text : `${text}.`));
  return words.length === 0 ? '' : ` If that demands nothing, it is “Remark (@handle): ${words.join(' ')}”`;
}

const longestHeld = 200;

/** A handle, a channel or an address, or a label of the section itself. */
const ofPeople =
  /(?<![\p{L}\p{N}])[@#][\w-]|[\w-]@[\w-]|^(?:the |our )?(?:goal|aim|purpose|owners? of (?:this|the) (?:list|lists|section|zone|page|policy)):/iu;

/** What may be about a change, or about the time of one. */
const ofChange =
  /`|(?<!\p{L})(?:PMs?|product managers?|engineers?|developers?|you|they|no|not|never|none|nothing|only|first|without|while|when\w*|if|may|can|will|open\p{L}*|chang\p{L}*|edit\p{L}*|touch\p{L}*|plan\p{L}*|from|till|later|soon|again|yet)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** How to write what needs an engineer so that nobody has to be asked about it. */
function pairFirst(sentences: readonly Reason[]): string {
  return sentences.some(({ text }) => asksForEngineer(text))
    ? ' What needs an engineer is read in a list under “Together with an engineer:”, and all the rest in the line “Everything else: with an engineer.”.'
    : '';
}

/** The words of these sentences that a remark cannot hold, whoever marks it. */
function rewordFirst(sentences: readonly Reason[]): string {
  const words = [...new Set(sentences.flatMap(({ text }) => findWordAgainstRemark(text)?.word ?? []))];
  if (words.length === 0) return '';
  const shown = joinWords(words.slice(0, quotedMost).map((word) => `“${toExcerpt(word)}”`));
  return ` A remark cannot hold words that may demand something or keep somebody out, here ${shown}${words.length > quotedMost ? ' and others' : ''}: say that in other words there.`;
}

/** The conditions of a rule that no check decides, quoted as they are written: one that was read as "texts only" may be called "texts". */
function besidePath({ conditions, text: item, file, line }: ZoneRule, own: string): readonly Reason[] {
  const written = item.toLowerCase();
  return conditions
    .filter(({ kind }) => kind === 'free-text')
    .map((condition) => {
      const { text } = condition;
      const words = written.includes(text.toLowerCase()) ? text : text.replace(/ only$/u, '');
      const isOver = !written.includes(words.toLowerCase());
      const quoted = `${words === text ? '' : 'only '}"${toExcerpt(words)}"${isOver ? ' over it' : ''}`;
      return { file: file ?? own, line, text: quoted };
    });
}

/** For each file one problem, at the first of its lines. */
function problemsOf(reasons: readonly Reason[], describe: (words: string) => string): readonly PolicyProblem[] {
  const byFile = new Map<string, Reason[]>();
  for (const reason of reasons) byFile.set(reason.file, [...(byFile.get(reason.file) ?? []), reason]);
  return [...byFile].map(([file, all]) => {
    const sorted = all.toSorted((one, other) => one.line - other.line);
    const [{ line }] = sorted as [Reason];
    return { severity: 'info', file, line, message: describe(listOf(sorted, line)) };
  });
}

/** The first few words with their lines, where those are not `from`, and the lines of all others. */
function listOf(reasons: readonly Reason[], from: number): string {
  const lineOf = new Map<string, number>();
  for (const { text, line } of reasons) if (!lineOf.has(text)) lineOf.set(text, line);
  const all = [...lineOf];
  const quoted = all.slice(0, quotedMost).map(([text, line]) => (line === from ? text : `${text} (line ${line})`));
  const lines = [...new Set(all.slice(quotedMost).map(([, line]) => line))];
  const more = lines.length === 0 ? [] : [`what stands on line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`];
  return joinWords([...quoted, ...more]);
}

const quotedMost = 5;
