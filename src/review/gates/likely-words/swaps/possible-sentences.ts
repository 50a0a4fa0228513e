import { countOccurrences } from '../count-occurrences.js';
import { otherLiterals, type Swap } from './other-literals.js';
import { areOtherWords, isOtherSentence } from './plain-sentence.js';

/** What holds a text against another, or looks something up by it. */
const compares = /(?:[=!]==?|=~|[<>]=?|\b(?:case|when|in|is))\s*["']$|[\w)\]]\s*\[["']$/;
/** What speaks with a machine, or takes a text apart. A text that asks for its translation is one where a catalog has it. */
const uses =
  /\b(?:includes\??|indexOf|index|(?:starts|ends)_?[Ww]ith\??|match(?:es)?\??|test|search|equals(?:IgnoreCase)?|contains|has|get|find\w*|fetch|replace\w*|g?sub|split|getBy\w+|querySelector\w*|getItem|setItem|emit|on|off|track\w*|capture\w*|identify|query|execute|exec|prepare|raw|sql|gql|system|eval|require|import|\w*prompt\w*|complete|generate\w*|chat)\s*\(\s*["']$/i;
/** It is the name of what stands behind it, or something is done with it at once. */
const goesOn = /^["']\s*(?:[=!]==?|=>|:(?!:)|\bin\b|\.\w|\?\.|\[|[+%]\s*["'\w])/;

/** What frameworks and models are told: an annotation, what a tool or a part of a schema is for. */
const tells = /@\w[\w.]*\(\s*["']$|\.describe\(\s*["']$|\b\w*(?:tool|agent)\(\s*(?:["']|\{[^{}]*["'])$/i;
/** An attribute of an element that no browser shows, or of which a button shows the value. */
const attribute =
  /<(?:[a-z][\w-]*)\s[^<>]*?\b(value|name|id|for|action|pattern|accept|allow|sandbox|rel|role|type|style|class|className|data-(?!confirm)[\w-]+)=\{?["']$/;
const button = /\btype=["'](?:submit|button|reset)["']/;

/** What asks for the translation of words has them for people, be they no sentence. */
const asksTranslation = /(?<![\w.$])(?:_{1,2}|n?gettext(?:_lazy|_noop)?|QT_TR_NOOP|tr|NSLocalizedString)\s?\(\s?["']$/;

/** So much of what stands before a sentence is looked at, in characters. */
const near = 300;

/**
 * Whole sentences in quotes that a program says otherwise, if that is all that changed in it, and nothing by what stands right beside them goes by them. Whether people read them,
 * and nothing else does, is not known. `undefined` where more changed, or where the program has one of them a second time.
 */
export function possibleSentences(path: string, was: string, now: string): readonly Swap[] | undefined {
  const swaps = otherLiterals(path, was, now);
  if (swaps === undefined || !swaps.every(isPossible)) return undefined;
  const isAgain = (side: 'was' | 'now', text: string): boolean =>
    swaps.some((swap) => countOccurrences(text, swap[side]) > swaps.filter((each) => each[side] === swap[side]).length);
  return isAgain('was', was) || isAgain('now', now) ? undefined : swaps;
}

function isPossible({ was, now, isQuoted, before, after }: Swap): boolean {
  if (!isQuoted || before.endsWith('`')) return false;
  const right = before.slice(-near);
  if (!isOtherSentence(was, now) && !(asksTranslation.test(right) && areOtherWords(was, now))) return false;
  const isChosen = /\?\s*["']$/.test(right);
  return (
    !compares.test(right) &&
    !uses.test(right) &&
    !tells.test(right) &&
    !isUnseen(right, after) &&
    (isChosen || !goesOn.test(after))
  );
}

function isUnseen(right: string, after: string): boolean {
  const [tag, name] = attribute.exec(right) ?? [];
  return tag !== undefined && !(name === 'value' && button.test(tag + after.slice(0, Math.max(0, after.indexOf('>')))));
}
