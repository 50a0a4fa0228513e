import { isLanguageOf } from './language-codes.js';
import { namesParts } from './words/part-words.js';
import { isAdjectives, isOrder, isPlainWord, isTie } from './words/plain-words.js';
import { isNarrowing } from './words/narrowing-phrases.js';
import { saysHow } from './words/says-how.js';
import { normalizeWords } from './tokenize.js';
import { splitCamelCase } from './words/camel-case.js';

/** What a plain description says of a glob: nothing that the glob does not say itself, or what it narrows it to. */
export type Description = 'fits' | 'narrows';

/**
 * Whether words only describe what a glob holds: "user-facing strings", "Feature flags". They fit where the glob is of texts or
 * data, or names the kind; elsewhere they narrow it (`src/**` (user-facing copy) is "copy only"). Over a group (`isOver`) a kind of text
 * fits templates too. `undefined` for any other words.
 */
export function describe(text: string, glob: string, isOver = true): Description | undefined {
  if (/[\p{S}]/u.test(text.replace(/[✅✔☑✓🟢👍&+`']/gu, '')) || isNoRule(text, glob) || isLimit(text, glob))
    return undefined;
  const words = wordsOf(normalizeWords(text).replace(passive, ' '));
  const names = wordsOf(glob);
  const named = new Set(names);
  const isNamedIn = (word: string): boolean =>
    named.has(word) || names.some((name) => isSpelling(word, name) || isLanguageOf(word, name));
  if (words.every(isNamedIn)) return 'fits';
  if (!words.every((word) => isNamedIn(word) || kindOf.has(word) || isPlainWord(word))) return undefined;
  if (isOrder(normalizeWords(text)) || saysHow(normalizeWords(text)) || isState(words, isNamedIn)) return undefined;
  // Over items “Shared” is what they are called.
  if (!isOver && isAdjectives(words)) return undefined;
  if (namesFormats(words, names) || (!isOver && holdsMore(glob, names) && namesParts(words, isNamedIn)))
    return 'narrows';
  const isOfCode = isProgram(glob) && !names.some((name) => ofText.test(name) || ofTexts.test(name));
  // A page of markup is what it is called; a file of code has more than anybody would name of it.
  const isMore = (word: string): boolean => (markup.test(glob) ? ofText.test(word) : !isNamedIn(word) && !isTie(word));
  if (!isOver && isOfCode && words.some(isMore)) return 'narrows';
  const kinds = words.flatMap((word) => kindOf.get(word) ?? []);
  const isNamed =
    words.some((word) => isNamedIn(word) && !isTie(word)) ||
    names.some((name) => kindOf.get(name)?.some((kind) => kind <= lastKindOfTexts || kinds.includes(kind)));
  return isNamed || dataFile.test(glob) || words.every(isTie) ? 'fits' : 'narrows';
}

/** "In progress", "on site", "still in the pipeline": a state that nothing is said to be in, and none of a kind of file ("in Markdown"). */
function isState(words: readonly string[], isNamedIn: (word: string) => boolean): boolean {
  const text = words.join(' ');
  const [, noun = ''] = state.exec(text) ?? [];
  return underWay.test(text) || (noun !== '' && !isKindWord(noun) && !isTie(noun) && !isNamedIn(noun));
}

const state = /^(?:(?:still|now|all|also|always) )*(?:in|on|at|under) (\p{L}{1,40})$/u;
const underWay = /^(?:(?:still|now|all|also|always) )*in the (?:pipeline|works|making|queue|backlog)$/u;

/** Pages of markup: what is said of their texts is less than they hold, in a folder of templates too. */
const markup =
  /(?:\.\{?(?:x?html?|astro|twig|erb|haml|slim|ejs|jinja2?|j2|njk|pug|cshtml|razor|phtml|heex|eex|leex|templ)|\.(?:blade|html|tpl)\.php)(?:[,}]|$)/iu;
const code =
  /\.\{?(?:[cm]?[jt]sx?|vue|svelte|php|py|rb|go|java|kts?|swift|dart|cs|exs?|rs|scala|c|cc|cpp|h|m|mm)(?:[,}]|$)/iu;
const ofText =
  /^(?:copy|microcopy|texts?|strings?|labels?|wordings?|words|messages?|translations?|captions?|headlines?|tooltips?)$/u;
/** What a folder of nothing but texts is called, whatever they are written in. */
const ofTexts = /^(?:i18n|l10n|intl|locales?|langs?|languages?|localizations?|localisations?|lproj|catalogs?)$/u;

function isProgram(glob: string): boolean {
  return markup.test(glob) || code.test(glob);
}

/** Whether a file is one of code, markup or data that is called by no texts: it holds more than its titles. */
function holdsMore(glob: string, names: readonly string[]): boolean {
  if (diagram.test(glob)) return true;
  return (
    (isProgram(glob) || data.test(glob)) &&
    !names.some((name) => ofText.test(name) || ofTexts.test(name) || ofWriting.test(name))
  );
}

const data = /\.\{?(?:json5?|jsonc|ya?ml|toml|csv|tsv|xml|hbs|mustache|liquid|mjml)(?:[,}]|$)/iu;
const diagram = /\.\{?(?:mmd|mermaid|puml|plantuml|dot|gv|drawio|svg|excalidraw)(?:[,}]|$)/iu;
const ofWriting =
  /^(?:contents?|faqs?|articles?|posts?|blogs?|news|help|docs?|guides?|stories|glossar(?:y|ies)|dictionar(?:y|ies))$/u;

/** "Read by customers", "shipped with the app": to whom a text comes is said of it, where a bare "by" or "with" restricts who changes it. */
const passive = new RegExp(
  [
    // What lies there too, and where it can be seen, takes nothing away.
    '(?<=^|[,;(] ?)(?:including|incl\\.?|includes|as well as|plus)(?: (?:all|the|its|their|our))* (?:images?|pictures?|screenshots?|assets?|icons?|drafts?|subfolders?|tables?|diagrams?|examples?|captions?|titles?|tooltips?|error messages?)(?![\\p{L}])',
    '(?<![\\p{L}])(?:published|hosted|served|live|online) (?:at|on|under) (?=(?:www\\.)?[\\p{L}\\p{N}-]{1,60}(?:\\.[\\p{L}\\p{N}-]{1,60}){0,3}\\.(?:org|com|net|io|dev)(?![\\p{L}\\p{N}./]))',
    '(?<![\\p{L}])(?:built|rendered|published|made) (?:with|by) (?:docusaurus|mkdocs|hugo|jekyll|vitepress|sphinx|gatsby|astro|eleventy|nextra|docsify|mdbook|gitbook|antora|starlight)(?![\\p{L}])',
    '(?:such as|for example|e\\.g\\.,?|like) ["\'“][^"\'”]{1,40}["\'”]?',
    '(?<![\\p{L}\\p{N}.-])(?:www\\.)?[\\p{L}\\p{N}-]{1,60}(?:\\.[\\p{L}\\p{N}-]{1,60}){0,3}\\.(?:org|com|net|io|dev)(?![\\p{L}\\p{N}./])',
    '(?<=(?:tips?|words?|quotes?|deals?|jokes?|facts?|questions?|songs?|photos?|pictures?|recipes?) )of the (?:day|week|month)(?![\\p{L}])',
    '(?<![\\p{L}])of the product team(?![\\p{L}])',
    '(?<![\\p{L}])(?:about us|contact us|first steps|waiting rooms?|(?:campaign|asset|task|tag|download|password|window|session) manager)(?![\\p{L}])',
    "(?<=\\p{L} )for (?:(?:the|our|all) ){0,2}(?:product|sales|support|marketing|internal|partner|customers') teams(?![\\p{L}])",
    "(?<![\\p{L}])(?:editors?'?s?'?|staff|readers?'?|our|your) (?:picks?|favou?rites?)(?![\\p{L}])",
    '(?<![\\p{L}])(?:read|seen|shown|sent|used|displayed|rendered|printed|served|heard|loaded|spoken) by ',
    '(?<![\\p{L}])(?:shown|displayed|played) (?:before|after|during|while) (?=\\p{L})',
    '(?<![\\p{L}])(?:loaded|read|bundled|evaluated|parsed|imported|fetched|compiled|rendered) (?:at|on|during) (?:the )?(?:start(?:up)?|run-?time|build(?: ?time)?|boot|page load)(?![\\p{L}])',
    '(?<![\\p{L}])(?:one|a) (?:file|folder) (?:per|for each) (?:language|locale|page|feature|component|module|app|country|market)(?![\\p{L}])',
    '(?<![\\p{L}])(?:about|around|roughly|some) \\d[\\d.,]{0,9} (?=\\p{L})',
    '(?<![\\p{L}])(?:shipped|bundled|delivered|installed) (?:with|in|to) ',
    '(?<![\\p{L}])(?:generated|compiled|built|exported|synced) (?:into|to|for) ',
    `(?<![\\p{L}])(?:that |which |what )?(?:an? |the |our |every |each |all )?(?:new |most |first-time )?(?:ticket buyers?|ticket holders?|${'users? customers? visitors? guests? players? buyers? readers? patients? members? tenants? drivers? riders? students? pupils? parents? shoppers? viewers? listeners? learners? passengers? citizens? residents? donors? subscribers? farmers?'.replaceAll(' ', '|')}) (?:sees?|gets?|hears?|starts? with|begins? with|reads?)(?![\\p{L}])`,
    '(?<![\\p{L}])(?:that|which) (?:only |just )?(?:the |our )(?:simulator|app|apps|site|website|demo|shop|bot|console|build|server|client|widget|docs|portal|kiosk|player|game|storybook) (?:loads?|uses?|reads?|shows?|displays?|renders?|imports?|serves?|plays?)(?![\\p{L}])',
    '(?<![\\p{L}])what (?:the |our )?\\p{L}*(?:bot|assistant|robot) (?:says|replies|answers|asks|sends|writes)(?![\\p{L}])',
  ].join('|'),
  'gu',
);

/** Whether words are formats alone, and a glob has not each of them: whoever says "jpg or png" of a folder means no others. "Guides in PDF" only says what lies there. */
function namesFormats(words: readonly string[], names: readonly string[]): boolean {
  const said = words.flatMap((word) => formats.get(word) ?? []);
  const isAlone = words.every(
    (word) => formats.has(word) || isTie(word) || /^(?:texts?|images?|pictures?|files?)$/u.test(word),
  );
  return isAlone && said.some((format) => !names.some((name) => formats.get(name) === format));
}

const formats = new Map(
  `jpg jpeg|png|gif|svg|webp|avif|pdf|mp3|mp4|wav|csv|tsv|json json5 jsonc|yml yaml|toml|xml|md mdx markdown|html htm|css scss`
    .split('|')
    .flatMap((names) => names.split(' ').map((name, _, [first]) => [name, first as string] as const)),
);

/** Whether each word is one of a glob's own names. */
export function isNamed(text: string, glob: string): boolean {
  const names = wordsOf(glob);
  return wordsOf(text).every((word) => names.some((name) => word === name || isSpelling(word, name)));
}

/** "Concepts" for `concept/`, "domains" for `domaines/`: the same word with a letter more. */
function isSpelling(word: string, name: string): boolean {
  const [short, long] = word.length < name.length ? [word, name] : [name, word];
  if (short.length < 4 || long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return at > 2 && short.slice(at) === long.slice(at + 1);
}

/** Whether words are a kind of file or name a place, as the label of items or the heading over them. */
export function isLabel(text: string, globs: readonly string[]): boolean {
  return globs.length > 0 && globs.every((glob) => describe(text, glob) !== undefined);
}

/** Whether words restrict though each of them is plain; `history/**` may stand under "History". */
function isLimit(text: string, glob: string): boolean {
  const words = normalizeWords(text).trim();
  return isNarrowing(words) && !glob.toLowerCase().includes(words.slice(0, 4));
}

/** Whether words say of what stands under them that it is no rule; `ideas/**` may stand under "Ideas". */
function isNoRule(text: string, glob: string): boolean {
  const [, word] = noRule.exec(normalizeWords(text).trim()) ?? [];
  return word !== undefined && !glob.toLowerCase().includes(word.slice(0, 4));
}

/** Whether words say of what stands by them that it is no rule, whatever that is called. */
export function saysNoRule(words: string): boolean {
  return noRule.test(words);
}

/** What says of all that stands under it that it is no rule, or none yet: "A proposal", "Zone concept", "RFC". */
const noRule =
  /^(?:(?:an?|the|our|my|this|for|policy|zone|pm|first|in the|discussion) )*(proposals?|concept|idea|sketch|rfcs?|wish(?:list)?|roadmap|mockup|question|vision|satire|demo(?: repository)?|jokes?|parody|myths?|fiction|votes?|pitch|brake|strike|hold|stop|block|template|example|on ice|parking lot)(?: (?:for|of|in) (?:discussion|the zone|this repository))?[.!?]*$/u;

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
  /\.\{?(?:json5?|jsonc|ya?ml|mdx?|markdown|po|pot|strings|stringsdict|xcstrings|xliff|xlf|ftl|properties|arb|txt|csv|res[xw]|toml|adoc|rst|mjml|hbs|liquid)(?:[,}]|$)/iu;

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
  return normalizeWords(splitCamelCase(text.replace(/[`']--?([\p{L}-]+)[`']/gu, ' $1 ')))
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
}
