import type { Condition, SectionProblem, ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { withoutPictures } from '../grammar/decorations.js';
import { isLabel, isNamed } from '../grammar/descriptions.js';
import { mergeConditions, parseConditions } from '../grammar/parse-conditions.js';
import { toPhrase } from '../grammar/phrase.js';
import { looksLikePath, splitGlobs } from '../grammar/split-globs.js';
import { readSentenceLead } from '../grammar/leads/read-lead.js';
import { readStandingLabel, type StandingLabel } from '../grammar/leads/standing-labels.js';
import { normalizeWords, toExcerpt, toPlainText, toSourceText, type TextToken } from '../grammar/tokenize.js';
import { findCarveOut, readException } from '../grammar/carve-outs.js';
import { readNamedExclusions } from './named-exclusions.js';
import { closeNarrower } from './close-narrower.js';
import { closePaths, createForbids, createPairs, namesPath, refuses, type ListItemReading } from './close-paths.js';

/** What stands over an item that opens: the conditions of its lead, the labels that its globs have to fit, the folders that they have to lie in. */
export interface AllowContext {
  readonly conditions: readonly Condition[];
  readonly labels: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Reads an item under a lead that allows (policy-grammar, "item"): a label or none, a run of globs in backticks, an exception or none, and
 * words that are conditions. Anything else opens nothing, and what it names is closed, with a problem that says how to write it.
 */
export function readAllowItem(
  tokens: readonly TextToken[],
  context: AllowContext,
  named: readonly string[] = [],
): ListItemReading {
  const phrase = toPhrase(tokens);
  const item = withNamedExclusions(splitItem(tokens), named);
  const fault = phrase.isOdd
    ? 'something in it is struck through, hidden or no plain text. Delete the line if it holds no more, else write it in plain words'
    : (findOutside(item, context.folders) ?? findFault(item));
  if (fault !== undefined) return closePaths(phrase, fault, false);
  const rules: ZoneRule[] = [];
  const problems: SectionProblem[] = [];
  const isOfPms = standingOf(item)?.effect === 'allow' && standingOf(item)?.isOfPms === true;
  const own = isOfPms ? [] : parseConditions(toSourceText(item.tail), phrase.line, textsOf(item.globs), false);
  for (const glob of item.globs) {
    const { problem } = compileZoneGlob(glob.text, 'allow');
    const labels = [...context.labels, `${item.label}${item.isPlace ? ' in' : ''}`].flatMap((each) =>
      parseConditions(each.replace(placed, ''), phrase.line, [glob.text], !placed.test(each)),
    );
    const conditions = [context.conditions, labels, own].reduce(mergeConditions);
    if (problem === undefined)
      rules.push({ effect: 'allow', glob: glob.text, line: glob.line, text: phrase.source, conditions });
    else rules.push(...createPairs([glob], phrase.source));
    const message = `\`${toExcerpt(glob.text)}\` opens nothing: ${problem ?? ''}.`;
    if (problem !== undefined) problems.push({ severity: 'warning', line: glob.line, message });
  }
  const excepted = createForbids(item.excepted, phrase.source);
  rules.push(...createPairs(exceptedBelow(item), phrase.source));
  rules.push(...closeBehind(item, phrase.source, rules));
  return {
    rules: [...rules, ...excepted.rules],
    problems: [...problems, ...excepted.problems],
    excepted: excepted.rules,
  };
}

/** An item's parts: the label before its globs, the globs, those that an exception takes out, and the words behind them. */
interface ItemParts {
  readonly label: string;
  /** The label says what of the paths is meant: "texts in `config.yaml`". */
  readonly isPlace: boolean;
  readonly globs: readonly TextToken[];
  readonly excepted: readonly TextToken[];
  readonly tail: readonly TextToken[];
}

/** An item that opens nothing because of what it leaves out by words, with an exception in its place where the section names that path. */
function withNamedExclusions(item: ItemParts, named: readonly string[]): ItemParts {
  if (findFault(item) === undefined || item.excepted.length > 0) return item;
  return { ...item, ...readNamedExclusions(item.tail, item.globs, named) };
}

/** What the words behind the paths name: "`src/ui/**`; they cannot touch `src/auth/**`", "`docs/**` less `docs/legal/**`". */
function closeBehind({ tail }: ItemParts, source: string, rules: readonly ZoneRule[]): readonly ZoneRule[] {
  const named = tail.filter((token, at) => namesPath(token) && !counting.test(tail[at - 1]?.text ?? ''));
  if (refuses(toSourceText(tail))) {
    const opened = new Set(rules.map(({ glob }) => glob));
    return createForbids(
      named.filter((path) => looksLikePath(path) && !opened.has(path.text)),
      source,
    ).rules;
  }
  return closeNarrower(createPairs(named, source), rules);
}

/** "`docs/**` including `docs/adr/**`" only counts what is open. */
const counting = /(?<!not )(?<!\p{L})(?:including|incl\.?|such as|for example|e\.g\.|like|especially|above all)\s*$/iu;

/** What an item may except below its globs: "`src/**` except `legal/**`" may speak of `src/legal`. */
function exceptedBelow({ globs, excepted }: ItemParts): readonly TextToken[] {
  const folder = ({ text }: TextToken): string | undefined => /^[^/*]+(?=\/.)/u.exec(text)?.[0];
  const own = new Set([...globs.map(folder), undefined]);
  return excepted.filter((glob) => !own.has(folder(glob))).map((glob) => ({ ...glob, text: `**/${glob.text}` }));
}

function splitItem(tokens: readonly TextToken[]): ItemParts {
  const first = tokens.findIndex(({ kind }) => kind === 'code');
  const before = toSourceText(tokens.slice(0, first));
  const label = withoutPictures(withoutPictures(before).replace(signs, '')).replace(whole, '').trim();
  const { globs, rest } = splitGlobs(tokens.slice(first));
  const exception = readException(rest, globs);
  return {
    label,
    isPlace: label !== '' && placed.test(before),
    globs,
    excepted: exception?.globs ?? [],
    tail: exception?.tail ?? rest,
  };
}

const placed = /\s(?:in|under|inside|within|of|below)\s*$/iu;

/** Signs around a label that say yes or nothing, and what ties it to its globs. */
const signs = /^(?:[\s✅✔☑✓🟢👍📝🧭✏🔓]|\ufe0f)+|(?:\s+(?:in|under|inside|within|of)|[\s:–—-])+$/giu;

/** "All of `docs/`" */
const whole = /^(?:all|anything|everything|any file|all files|all of it)$/iu;

function findFault({ label, globs, tail }: ItemParts): string | undefined {
  const blank = globs.find(({ text }) => placeholder.test(text));
  if (blank !== undefined) return `\`${toExcerpt(blank.text)}\` is a placeholder. Write the path that is meant`;
  if (label !== '' && takesBack.test(label))
    return `“${toExcerpt(label)}” stands before its path, and no sign but ✅ says there what PMs can touch. Write it without the sign, in a list under “PMs cannot touch:” or “Together with an engineer:”, or write in a line right above the list what each sign means (“✅ PMs can touch, 🤝 with an engineer, ⛔ PMs cannot touch”)`;
  const lead = readSentenceLead({ ...toPhrase([]), words: normalizeWords(label), source: label });
  if (lead !== undefined && label !== '')
    return `“${toExcerpt(label)}” stands before its path, and some item of this list says neither who changes its paths nor only whom to ask. Write what PMs can touch, what they cannot and what needs an engineer as three lists, each path as an item`;
  if (label !== '' && !isLabel(label, textsOf(globs)))
    return `“${toExcerpt(label)}” stands before its path and is no kind of file that is known. Begin the item with the path, and write what must hold behind it`;
  const said = standingOf({ globs, tail });
  if (said !== undefined && said.effect !== 'allow')
    return `“${toExcerpt(toPlainText(tail).trim())}” behind it says that it is not the PMs' alone. Write it in a list under “PMs cannot touch:” or “Together with an engineer:”`;
  const found = findCarveOut(toSourceText(tail));
  if (found !== undefined)
    return `“${toExcerpt(found)}” may take something out again. If it is a path, write it in a list under “PMs cannot touch:”; if it is a condition of the change, say what must be so (“only …”, “… stays as it is”)`;
  return undefined;
}

/** What a label alone behind the paths says: "`src/**` — engineers"; a folder may be called so. */
function standingOf({ globs, tail }: Pick<ItemParts, 'globs' | 'tail'>): StandingLabel | undefined {
  const words = normalizeWords(toSourceText(tail)).replace(/^[\s:(→>-]+|[\s).!]+$/gu, '');
  return words === '' || globs.every(({ text }) => isNamed(words, text)) ? undefined : readStandingLabel(words);
}

function findOutside({ globs }: ItemParts, folders: readonly string[]): string | undefined {
  const folder = folders.find((each) => !globs.every(({ text }) => isUnder(text, each)));
  return folder === undefined ? undefined : `the heading over it speaks of \`${toExcerpt(folder)}\` only`;
}

function isUnder(glob: string, folder: string): boolean {
  const base = folder.replace(/(?:\/\*\*?)?\/?$/u, '').replace(/^\.?\//u, '');
  return glob.replace(/^\.?\//u, '').startsWith(`${base}/`);
}

/** "!`docs/**`": a sign alone before a path takes it back, where it says anything. */
const takesBack = /^[^\p{L}\p{N}"“”'‘’]+$/u;

/** A name that somebody left to be filled in. */
const placeholder = /(?:^|\/)(?:tbd|todo|fixme|xxx+)(?:\/|$)/iu;

function textsOf(globs: readonly TextToken[]): readonly string[] {
  return globs.map(({ text }) => text);
}
