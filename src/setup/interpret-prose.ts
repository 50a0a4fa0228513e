import type { PolicyProblem, Reason, Zone } from '../policy/policy.js';
import { pluralize } from '../text/pluralize.js';
import type { Survey, SurfaceKind } from './survey-repository.js';

/** Whether a zone has words that name no path where paths should stand, so that a survey could say what they mean. */
export function isInProse(zone: Zone): boolean {
  return opening(zone).length + closing(zone).length > 0;
}

/**
 * What the sentences of a zone that name no path most likely mean in this repository: for each the items to write beside it. It only says so,
 * and opens nothing. Where the zone has globs that open, or that close, its sentences of that side are about these.
 */
export function interpretProse(zone: Zone, survey: Survey): readonly PolicyProblem[] {
  const messages = [
    ...opening(zone).map((sentence) => [sentence, describeOpening(sentence, survey)] as const),
    ...closing(zone).map((sentence) => [sentence, describeClosing(sentence, survey)] as const),
  ];
  return messages.flatMap(([{ file, line }, message]): readonly PolicyProblem[] =>
    message === undefined ? [] : [{ severity: 'info', file, line, message }],
  );
}

function opening({ rules, pathless = [] }: Zone): readonly Reason[] {
  return rules.some(({ effect }) => effect === 'allow') ? [] : pathless;
}

function closing({ rules, prose, pathless = [] }: Zone): readonly Reason[] {
  const wishes = new Set(pathless.map(({ line }) => line));
  return rules.some(({ effect }) => effect === 'forbid')
    ? []
    : prose.filter(
        ({ line, text }) => !wishes.has(line) && !text.includes('`') && matters.some(([words]) => words.test(text)),
      );
}

/** Which kind of files a sentence is about, by its words, and what is written behind the globs; the first that fits counts. */
const kinds: readonly (readonly [words: RegExp, kind: SurfaceKind | undefined, tail: string])[] = [
  [/\bflags?\b/iu, 'flags', ' for flags they own'],
  [/\bprompts?\b/iu, 'prompts', ''],
  [/\b(?:copy|microcopy|strings|texts?|wording|translations?)\b/iu, 'copy', ''],
  [/\b(?:documentation|docs)\b/iu, 'docs', ''],
  [/\b(?:analytics|telemetry|events?)\b/iu, 'events', ' (new events only, additions only)'],
  [/\bconfig(?:uration)?\b/iu, undefined, ' (additions only)'],
  [/\b(?:front[ -]end|components?|design system)\b/iu, 'components', ' (using the design system)'],
];

function describeOpening({ text }: Reason, { surfaces, offers }: Survey): string | undefined {
  const found = kinds.find(([words]) => words.test(text));
  if (found === undefined) return undefined;
  const [, kind, own] = found;
  const tail = `${own}${/\bfeatures? they own\b/iu.test(text) ? ' for features they own' : ''}${/\bprotected[ -]data\b/iu.test(text) ? ' (no protected data)' : ''}`;
  const items = [...surfaces, ...offers]
    .filter((surface) => surface.kind === kind)
    .map((surface) => describeItem(surface, tail));
  const begin = `${excerpt(text)} names no path, so it opens nothing.`;
  return items.length === 0
    ? `${begin} No file here is plainly that: name those that are in an item, like - \`path/to/file\`${tail}.`
    : `${begin} Here it most likely means ${items.join(', ')}. Write that as items under “PMs can touch:”.`;
}

/** What is kept with engineering, by its words, and the matter of the folders that are about it. */
const matters: readonly (readonly [words: RegExp, matter: RegExp])[] = [
  [/\b(?:authenticat\w*|authori[sz]at\w*|sessions?|security|encryption|credentials|secrets)\b/iu, /^signing in/u],
  [/\b(?:payments?|billing|checkout)\b/iu, /^money/u],
  [/\b(?:protected[ -]data|personal data|phi|pii)\b/iu, /^protected data/u],
  [/\b(?:data models?|migrations?|schemas?|databases?)\b/iu, /^data and/u],
  [/\b(?:build|deploy\w*|infrastructure)\b/iu, /^builds/u],
  [/\b(?:audit|compliance)\b/iu, /^audit/u],
];

function describeClosing({ text }: Reason, { closed }: Survey): string | undefined {
  const named = matters.filter(([words]) => words.test(text));
  const items = closed
    .filter(({ matter }) => named.some(([, form]) => form.test(matter)))
    .map((each) => describeItem(each, ''));
  return items.length === 0
    ? undefined
    : `${excerpt(text)} names no path, so nothing enforces it. Here it means at least ${items.join(', ')}. Write that as items under “PMs cannot touch:”, with a glob for whatever else it names.`;
}

function describeItem(
  { glob, paths }: { readonly glob: string; readonly paths: readonly string[] },
  tail: string,
): string {
  return `- \`${glob}\`${tail} (${pluralize(paths.length, 'file', 'files')})`;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line}”`;
}
