import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { chooseOriginals } from '../../catalogs/choose-originals.js';
import { findBeyondScope } from '../../planning/find-beyond-scope.js';
import { findSection, type PlanSectionId } from '../../planning/plan-sections.js';
import type { ReviewItem } from '../../review/review.js';
import { joinSome } from '../../text/join-words.js';
import { pluralize } from '../../text/pluralize.js';
import { splitLines } from '../../text/editor-text.js';
import type { ChangedText, TextLanguage } from '../my-change/text-changes.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { listLanguages, nameLanguage } from './language-names.js';
import { untouchedWords } from './render-texts.js';
import { shorten, shortSentence } from './short-sentence.js';

/** What facts are taken from. */
export type FactsInput = Pick<ReviewedChange, 'change' | 'plan' | 'texts' | 'provenance' | 'platform'>;

const mostLines = 12;

/** What this change itself says of something that the PM is to confirm, in whole sentences; none where nothing is known of it. */
export function findFacts(
  { id, check, section }: Pick<ReviewItem, 'id' | 'check' | 'section'>,
  input: FactsInput,
  reader: string,
): readonly string[] {
  switch (check ?? id) {
    case 'copy-locales':
      return [...capped(input.texts, (text) => languageFact(text, reader)), ...leftFacts(input)];
    case 'planning-scope':
      return [...planFacts(input, 'scope'), ...beyondScopeFacts(input)];
    case 'test-plan':
      return planFacts(input, 'test-plan');
    case 'telemetry-planned':
      return [...fileFacts(input, 'events'), ...planFacts(input, 'metrics')];
    case 'prompt-contract':
      return planFacts(input, 'behavior-contract');
    case 'design-system':
      return fileFacts(input, 'components');
    case 'docs':
      return docsFacts(input);
    case 'ai-disclosed':
    case 'ai-understood':
      return aiFacts(input);
    default:
      // A team's own item on texts is about those that the change writes.
      return section === 'Copy'
        ? capped(
            writtenTexts(input.texts),
            ({ after, ...language }) => `${nameLanguage(language, reader)}: “${shorten(after, 200)}”`,
          )
        : [];
  }
}

function languageFact(text: ChangedText, reader: string): string {
  const { untouched, without, differences } = text;
  const said = [
    ...(untouched.length === 0 ? [] : [`${untouchedWords(text)}: ${listLanguages(untouched, reader)}`]),
    ...(without.length === 0
      ? []
      : [
          `${pluralize(without.length, 'language does', 'languages do')} not have it: ${listLanguages(without, reader)}`,
        ]),
  ];
  const name = shortSentence(text, 60);
  return said.length === 0
    ? `${name}: written in every language that there is (${listLanguages(differences, reader)}).`
    : `${name}: ${said.join('. ')}.`;
}

/** What the PM says where other languages are left behind. */
function leftFacts({ texts, platform }: FactsInput): readonly string[] {
  if (!texts.some(leavesLanguages)) return [];
  const who = platform === undefined ? '' : `, which are written on ${platform}`;
  return [`Your pull request lists these languages${who}. You confirm that the change may go out before they follow.`];
}

/** A translation alone, as a better word in German, leaves none behind. */
function leavesLanguages({ differences, untouched, without }: ChangedText): boolean {
  const left = [...untouched, ...without];
  const originals = chooseOriginals<TextLanguage>([...differences, ...left]);
  return left.length > 0 && (originals.length === 0 || differences.some((each) => originals.includes(each)));
}

function writtenTexts(texts: readonly ChangedText[]): readonly (TextLanguage & { readonly after: string })[] {
  return texts.flatMap(({ differences }) =>
    differences.flatMap(({ path, locale, after }) => (after === undefined ? [] : [{ path, locale, after }])),
  );
}

/** What the plan says there, line by line. */
function planFacts({ plan: { plan } }: FactsInput, id: PlanSectionId): readonly string[] {
  const body = plan === undefined ? undefined : findSection(plan.doc, id)?.body;
  const lines = splitLines(body ?? '').map((line) =>
    line
      .replace(/^[\s>]*(?:[-*+]|\d+[.)])\s+/, '')
      .replaceAll(/\*\*|`/g, '')
      .trim(),
  );
  return capped(
    lines.filter((line) => line !== ''),
    (line) => `Your plan says: ${line}`,
  );
}

/** Both lists are here, so that nobody confirms what they cannot see. */
function beyondScopeFacts({ plan: { plan }, change }: FactsInput): readonly string[] {
  if (plan === undefined) return [];
  const { paths, namesSome } = findBeyondScope(
    plan,
    change.files.map(({ path }) => path),
  );
  if (paths.length === 0) return [];
  return namesSome
    ? [`Your change also touches what the plan's Scope does not name: ${joinSome(paths, mostLines)}.`]
    : [`The plan's Scope names none of the files that you changed: ${joinSome(paths, mostLines)}.`];
}

function fileFacts({ change }: FactsInput, kind: FileKind): readonly string[] {
  const paths = change.files.filter(({ path }) => classifyFile(path) === kind).map(({ path }) => path);
  return paths.length === 0 ? [] : [`This concerns ${joinSome(paths, mostLines)}.`];
}

function docsFacts({ change }: FactsInput): readonly string[] {
  const paths = change.files.filter(({ path }) => classifyFile(path) === 'docs').map(({ path }) => path);
  return [
    paths.length === 0
      ? 'Your change touches no docs.'
      : `Your change touches these docs: ${joinSome(paths, mostLines)}.`,
  ];
}

function aiFacts({ provenance: { kind, evidence } }: FactsInput): readonly string[] {
  return kind === 'unknown'
    ? ['Nothing in your commits says that AI wrote any of it. That is no proof that none did: you know.']
    : capped(evidence, (each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}.`);
}

/** Only what is said is put into words: a change may write very many texts. */
function capped<T>(all: readonly T[], say: (each: T) => string): readonly string[] {
  const more = all.length - mostLines;
  return [...all.slice(0, mostLines).map(say), ...(more > 0 ? [`… and ${more} more.`] : [])];
}
