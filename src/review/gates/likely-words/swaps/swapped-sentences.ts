import { isHeldAgainst } from './is-held-against.js';
import { isInText } from '../is-in-text.js';
import { isShown } from '../is-shown.js';
import { isShownInXaml } from '../is-shown-by-toolkit.js';
import { holdsTaggedTexts } from './literals-of.js';
import { otherLiterals, type Swap } from './other-literals.js';
import { areOtherWords, isOtherSentence } from './plain-sentence.js';
import { usesText } from '../uses-text.js';

/** Where an interface of Qt says something; its translators are told so otherwise. The text of other parts is what somebody fills in or chooses. */
const saysInQt =
  /<property name="(?:title|windowTitle|toolTip|statusTip|whatsThis|placeholderText|text(?=">[^"]*$)(?<=<(?:widget class="(?:QLabel|QPushButton|QCheckBox|QGroupBox|QRadioButton|QToolButton|QCommandLinkButton)"|action )(?:(?!<(?:widget|action|item) )[^])*))">\s*<string(?! [^<>]*notr)[^<>]*>$/;
const ofLanguage = /(?:^|[/._-])[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}\.xaml$/;
/** Where a file of WPF that is called after a language does, by which name. */
const saysInWpf =
  /<(?:\w+:)?String x:Key="((?!\w*(?:Connection|Format|Url|Path|Id|Instruction|Sender|Subject)"|\w*(?:Prompt|Gpt|Mutex|Context|Expected|Sql|Regex|QueryDefault|ProcessWindow|Instruction|System|Persona|Agent|Kdf|Hmac|Salt|Crypto|Passphrase|Registry|Csv|Email|EventSource|(?:^|[a-z])Ai(?![a-z])|\bAi(?=[A-Z])))[\w.]+)">$/;

/**
 * What a program says otherwise, if that is all that changed in it: line by line another sentence in quotes where something shows it, or between tags, and all else sign by sign as
 * it was. Its language does not matter. Nothing comes, goes or moves. `undefined` where more changed, or where it is not known that what stands around a text only shows it.
 */
export function swappedSentences(path: string, was: string, now: string): readonly Swap[] | undefined {
  const swaps = otherLiterals(path, was, now);
  if (swaps === undefined || !swaps.every((swap) => isHarmless(path, now, swap))) return undefined;
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

function isHarmless(path: string, text: string, { was, now, isQuoted, above, before, after, below }: Swap): boolean {
  if (!isQuoted) {
    const isRead = holdsTaggedTexts(path)
      ? saysSomething(path, before.slice(-3000))
      : isInText(before, `${after}\n${below}`);
    return isRead && isOtherSentence(was, now);
  }
  if (before.endsWith('`') && before.at(-2) === 't' && !/from ["']@lingui\//.test(above)) return false;
  return isShown(path, { before, after, below }, text) && (isOtherSentence(was, now) || areOtherWords(was, now));
}

function saysSomething(path: string, before: string): boolean {
  const [, key] = (ofLanguage.test(path) && saysInWpf.exec(before)) || [];
  return key === undefined
    ? saysInQt.test(before) || isShownInXaml(path, before)
    : !usesText(/[A-Z]?[a-z]+$/.exec(key)?.[0] ?? key);
}
