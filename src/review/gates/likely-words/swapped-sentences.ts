import { isForeign, isProgram, isTest } from '../code-text.js';
import { alignedLines, type AlignedLine } from './aligned-lines.js';
import { isHeldAgainst } from './is-held-against.js';
import { isInText } from './is-in-text.js';
import {
  holdsTaggedTexts,
  holdsTextsInAttributes,
  isLinePage,
  literalsOf,
  withoutLiterals,
  type Literal,
} from './literals-of.js';
import { isHardToRead } from './is-hard-to-read.js';
import { readsPage } from './is-read-back.js';
import { isShown } from './is-shown.js';
import { isShownInXaml } from './is-shown-by-toolkit.js';
import { usesText } from './uses-text.js';
import { areOtherWords, isOtherSentence } from './plain-sentence.js';

/** More nobody reads one by one. */
const mostLines = 30;
const mostSwaps = 60;
/** A program that talks to machines, whose sentences they read. */
const toMachines =
  /\.(?:sh|sql)$|(?:^|[/_.-])(?:ai|personas?|prompts?|llms?|agents?|migrations?|seeds?|robots|security|ads|humans)(?:[/_.-]|$)|\.(?:xml|ya?ml|json|conf|txt|js|css|atom|rss|kml|svg|ics|csv|java|kt|cs)\.\w+$|\.(?:scala|vb)$/i;
/** The same by the end of its name, a test by another one, and a block of WordPress, which is stored as it is drawn. */
const calledForMachines =
  /(?:Prompt|Persona|Agent|Instruction)s?\.\w+$|(?:^|\/)(?:ai|llm)[A-Z]|[._-](?:tests?|specs?)\.\w+$|(?:^|\/)(?:save|deprecated)\.[jt]sx?$/;
/** Where an interface of Qt says something; its translators are told so otherwise. The text of other parts is what somebody fills in or chooses. */
const saysInQt =
  /<property name="(?:title|windowTitle|toolTip|statusTip|whatsThis|placeholderText|text(?=">[^"]*$)(?<=<(?:widget class="(?:QLabel|QPushButton|QCheckBox|QGroupBox|QRadioButton|QToolButton|QCommandLinkButton)"|action )(?:(?!<(?:widget|action|item) )[^])*))">\s*<string(?! [^<>]*notr)[^<>]*>$/;
const ofLanguage = /(?:^|[/._-])[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}\.xaml$/;
/** Where a file of WPF that is called after a language does, by which name. */
const saysInWpf =
  /<(?:\w+:)?String x:Key="((?!\w*(?:Connection|Format|Url|Path|Id|Instruction|Sender|Subject)"|\w*(?:Prompt|Gpt|Mutex|Context|Expected|Sql|Regex|QueryDefault|ProcessWindow|Instruction|System|Persona|Agent|Kdf|Hmac|Salt|Crypto|Passphrase|Registry|Csv|Email|EventSource|(?:^|[a-z])Ai(?![a-z])|\bAi(?=[A-Z])))[\w.]+)">$/;

/** A literal that says something else. */
export interface Swap {
  readonly was: string;
  readonly now: string;
}

/**
 * What a program says otherwise, if that is all that changed in it: line by line another sentence in quotes where something shows it, or between tags, and all else sign by sign as
 * it was. Its language does not matter. Nothing comes, goes or moves. `undefined` where more changed, or where it is not known that what stands around a text only shows it.
 */
export function swappedSentences(path: string, was: string, now: string): readonly Swap[] | undefined {
  if (
    !(isProgram(path) || isLinePage(path) || holdsTaggedTexts(path) || holdsTextsInAttributes(path)) ||
    isForeign(path) ||
    isTest(path) ||
    toMachines.test(path) ||
    calledForMachines.test(path)
  )
    return undefined;
  const lines = alignedLines(was, now, mostLines);
  if (lines === undefined || readsPage(was) || readsPage(now)) return undefined;
  const swaps: Swap[] = [];
  const isHard = isHardToRead(was) || isHardToRead(now);
  for (const line of lines) {
    const [old, own] = [literalsOf(path, line.was), literalsOf(path, line.now)];
    if (withoutLiterals(line.was, old) !== withoutLiterals(line.now, own)) return undefined;
    for (const [index, literal] of own.entries()) {
      const { text } = old[index] as Literal;
      if (text === literal.text) continue;
      if (swaps.length === mostSwaps || (isHard && literal.isQuoted)) return undefined;
      if (!isHarmless(path, now, line, text, literal)) return undefined;
      swaps.push({ was: text, now: literal.text });
    }
  }
  const isHeld =
    isHeldAgainst(
      path,
      was,
      swaps.map((swap) => swap.was),
    ) ||
    isHeldAgainst(
      path,
      now,
      swaps.map((swap) => swap.now),
    );
  return isHeld ? undefined : swaps;
}

function isHarmless(
  path: string,
  text: string,
  { above, now, below }: AlignedLine,
  was: string,
  literal: Literal,
): boolean {
  const [before, after] = [above + now.slice(0, literal.start), now.slice(literal.end)];
  if (!literal.isQuoted) {
    const isRead = holdsTaggedTexts(path)
      ? saysSomething(path, before.slice(-3000))
      : isInText(before, `${after}\n${below}`);
    return isRead && isOtherSentence(was, literal.text);
  }
  if (before.endsWith('`') && before.at(-2) === 't' && !/from ["']@lingui\//.test(above)) return false;
  return (
    isShown(path, { before, after, below }, text) &&
    (isOtherSentence(was, literal.text) || areOtherWords(was, literal.text))
  );
}

function saysSomething(path: string, before: string): boolean {
  const [, key] = (ofLanguage.test(path) && saysInWpf.exec(before)) || [];
  return key === undefined
    ? saysInQt.test(before) || isShownInXaml(path, before)
    : !usesText(/[A-Z]?[a-z]+$/.exec(key)?.[0] ?? key);
}
