import { forbidsChanging } from './forbids-changing.js';
import { isToldOnly } from './is-told-only.js';

/**
 * Whether a sentence that names PMs and stands outside of the section, under the headings `over`, may keep them from something: "PMs touch texts
 * only.", "PM access is suspended." The word by which it does stands close to the PMs: a story in which something is not as it should be keeps nobody
 * out, nor does what a history tells, a question, or what agents are told to do.
 */
export function mayKeepPmsOut(source: string, over: readonly string[]): boolean {
  if (forbidsChanging(source)) return true;
  if (isToldOnly(source, over)) return false;
  const said = source.replace(unneeded, '');
  return [behind, before, ended].some((each) => each.test(said));
}

/** "PMs do not need Python." */
const unneeded = /(?:do not|don['’]t|won['’]t|will not) need(?! to)(?![\p{L}])/giu;

const pms = '(?<![\\p{L}])(?:PMs?|product managers?)(?![\\p{L}-])';
const limit =
  "(?<![\\p{L}])(?:no|not|never|nothing|none|cannot|only|until|unless|without|except|pauses?d?|suspend\\p{L}*|on hold|frozen|locked|closed|forbidden|hands off|are out|(?:leaves?|left) [^.;:]{1,60} to)(?![\\p{L}])|n['’]t(?![\\p{L}])";
const behind = new RegExp(`${pms}[^.;,]{0,28}?(?:${limit})`, 'iu');
/** "We have stopped the PM pilot." */
const ended =
  /(?<![\p{L}])(?:stop|paus|suspend|end|cancel|clos|withdr[ae]w|terminat)\p{L}{0,4} (?:the |our |this )?PM(?:s['’]|['’]s)?[ -](?:zone|pilot|access|programme|program)(?![\p{L}])/iu;
const before = new RegExp(
  `(?<![\\p{L}])(?:no|not|never|nobody|only|except|without)(?: (?:for|by|to|with|from|as))? (?:the |a |our )?${pms}`,
  'iu',
);
