import { isOrder, isPlainWord, isTie } from './plain-words.js';
import { normalizeWords } from './tokenize.js';

/** What a plain description says of a glob: nothing that the glob does not say itself, or what it narrows it to. */
export type Description = 'fits' | 'narrows';

/**
 * Whether words only describe what a glob holds: "user-facing strings", "Feature flags". They fit where the glob is of texts or
 * data, or names the kind; elsewhere they narrow it (`src/**` (user-facing copy) is "copy only"). `undefined` for any other words.
 */
export function describe(text: string, glob: string): Description | undefined {
  if (/[\p{S}]/u.test(text.replace(/[✅✔☑✓🟢👍&+`']/gu, ''))) return undefined;
  const words = wordsOf(normalizeWords(text).replace(passive, ' '));
  const names = wordsOf(glob);
  const named = new Set(names);
  if (words.every((word) => named.has(word))) return 'fits';
  if (!words.every((word) => named.has(word) || kindOf.has(word) || isPlainWord(word))) return undefined;
  if (isOrder(normalizeWords(text))) return undefined;
  const kinds = words.flatMap((word) => kindOf.get(word) ?? []);
  const isNamed =
    words.some((word) => named.has(word) && !isTie(word)) ||
    names.some((name) => kindOf.get(name)?.some((kind) => kind <= lastKindOfTexts || kinds.includes(kind)));
  return isNamed || dataFile.test(glob) || words.every(isTie) ? 'fits' : 'narrows';
}

/** "Read by customers", "shipped with the app": to whom a text comes is said of it, where a bare "by" or "with" restricts who changes it. */
const passive =
  /(?:such as|for example|e\.g\.,?|like) ["'“][^"'”]{1,40}["'”]?|(?<![\p{L}\p{N}.])(?:www\.)?[\p{L}\p{N}-]+\.(?:org|com|net|io|dev)(?![\p{L}\p{N}./])|(?<=(?:tips?|words?|quotes?|deals?|jokes?|facts?|questions?|songs?|photos?|pictures?|recipes?) )of the (?:day|week|month)(?![\p{L}])|(?<![\p{L}])of the product team(?![\p{L}])|(?<![\p{L}])(?:read|seen|shown|sent|used|displayed|rendered|printed|served|heard|loaded|spoken) by |(?<![\p{L}])(?:shipped|bundled|delivered|installed) (?:with|in|to) /gu;

/** Whether words are a kind of file or name a place, as the label of items or the heading over them. */
export function isLabel(text: string, globs: readonly string[]): boolean {
  return globs.length > 0 && globs.every((glob) => describe(text, glob) !== undefined);
}

/** Whether a word in lower case names a kind of file. */
export function isKindWord(word: string): boolean {
  return kindOf.has(word);
}

/** Whether words are wholly a known kind of file that suits all globs, whatever the globs are called. */
export function isKind(text: string, globs: readonly string[]): boolean {
  const words = wordsOf(text);
  const isOfKinds = words.some(isKindWord) && words.every((word) => isKindWord(word) || isTie(word));
  return isOfKinds && isLabel(text, globs);
}

/** Files of texts or data: whoever names a kind of text for them narrows nothing. */
const dataFile =
  /\.\{?(?:json5?|jsonc|ya?ml|mdx?|markdown|po|pot|strings|stringsdict|xliff|xlf|ftl|properties|arb|txt|csv|resx|toml|adoc|rst|mjml|hbs|liquid)(?:[,}]|$)/iu;

/** Words by the kind of file that they are about; a glob that has one of them in a name is of that kind. */
const kinds: readonly string[] = [
  `copy microcopy text texts string strings label labels wording words message messages i18n l10n locale locales lang langs
   language languages translation translations translated localization localisation localized localised intl catalog catalogs
   catalogue catalogues tooltip tooltips email emails mail mails mailer mailers newsletter newsletters sms notification
   notifications banner banners headline headlines title titles caption captions placeholder placeholders hint hints error
   errors empty state states onboarding content contents article articles faq faqs blog blogs post posts page pages landing
   story stories legal terms snippet snippets template templates screen screens dialog dialogs button buttons form forms
   arb resx strings translate resources lproj`,
  `doc docs documentation readme readmes guide guides manual manuals handbook handbooks tutorial tutorials note notes changelog
   changelogs release releases help runbook runbooks markdown md mdx adr adrs reference wiki knowledge`,
  `plan plans planning spec specs prd prds brief briefs roadmap roadmaps proposal proposals rfc rfcs`,
  `prompt prompts llm ai agent agents assistant assistants chatbot bot gpt model models instruction instructions persona personas`,
  `flag flags feature features toggle toggles rollout rollouts experiment experiments percentage percentages switch switches
   launchdarkly unleash`,
  `event events telemetry analytics tracking track metric metrics instrumentation dashboard dashboards taxonomy schema schemas`,
  `config configs configuration configurations setting settings option options constant constants default defaults yaml json
   catalog parameter parameters preference preferences pricing limit limits threshold thresholds`,
  `component components ui front end frontend view views widget widgets partial partials layout layouts style styles css theme
   themes story stories primitives asset assets page pages screen screens template templates html`,
  `image images img imgs icon icons illustration illustrations picture pictures photo photos photograph photographs artwork
   artworks screenshot screenshots graphic graphics logo logos portrait portraits drawing drawings sticker stickers svg png jpg jpeg webp gif asset assets`,
];

/** The kinds up to this one are of texts: what lies where they are named is text, whatever it is about. */
const lastKindOfTexts = 2;

const kindOf = new Map<string, number[]>();
for (const [kind, words] of kinds.entries())
  for (const word of words.split(/\s+/u)) kindOf.set(word, [...(kindOf.get(word) ?? []), kind]);

/** The words of a text or a path in lower case: `userFacing-copy` has user, facing, copy. */
function wordsOf(text: string): readonly string[] {
  return normalizeWords(text.replace(/[`']--?([\p{L}-]+)[`']/gu, ' $1 ').replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' '))
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
}
