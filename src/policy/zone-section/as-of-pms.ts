import type { Phrase } from '../grammar/phrase.js';
import type { SectionWalk } from './section-walk.js';

/**
 * "You can touch:" and "What is yours:" with the PMs for those whom it speaks to, where it speaks to them, and "They can touch:" where the sentence
 * right `before` is about PMs alone; so with "Greta and Paul can touch:" where these are all the PMs.
 */
export function asOfPms(walk: SectionWalk, phrase: Phrase, before?: Phrase): Phrase {
  if (yours.test(phrase.words) && isToPms(walk)) return { ...phrase, words: 'pms can touch' };
  const [first = '', second = ''] = phrase.words.split(' ', 2);
  const isOfPms =
    (first === 'you' && isToPms(walk)) || (first === 'they' && before !== undefined && isAboutPmsAlone(before));
  if (isOfPms && /^(?:can|may|cannot|can't|must)$/u.test(second))
    return { ...phrase, words: `pms${phrase.words.slice(first.length)}` };
  const [, names = ''] = named.exec(phrase.words) ?? [];
  const all = names.split(joint);
  const isOfAll = all.length === walk.pmNames.length && walk.pmNames.every((name) => all.includes(name));
  return isOfAll ? { ...phrase, words: `pms${phrase.words.slice(names.length)}` } : phrase;
}

/** "Greta can", "Greta and Paul may" */
const named = /^(\p{L}{1,20}(?:(?:, and|,| and| &) \p{L}{1,20}){0,7}) (?:can|may)(?!\p{L})/u;
const joint = /(?:, and|,| and| &) /u;

const yours =
  /^(?:(?:here(?:'s| is) )?(?:what(?:'s| is) )?|these(?: files| paths| folders)? are (?:all )?)yours(?: to (?:touch|edit|change))?:?$/u;

/** Whether a sentence only says what the PMs are ("Our PMs are volunteers."), so that "they" behind it can be nobody else. */
function isAboutPmsAlone({ words, isOdd }: Phrase): boolean {
  return !isOdd && ofPmsAlone.test(words);
}

const ofPmsAlone =
  /^(?:(?:our|the|both|all|these|two|three|pilot) )*(?:pms|product managers) are (?:all |mostly )?(?!not |no |never )[\p{L}-]+(?: (?!and |or |with |of |by |from |for )[\p{L}-]+)?\.$/u;

/** Whether "you" are product managers: the section speaks to them, and no part of it has a heading for somebody else. */
function isToPms({ isToPms: isSaid, headings }: SectionWalk): boolean {
  return isSaid && headings.every(({ reading: { kind } }) => kind !== 'label');
}

/** Whether a paragraph speaks to product managers, so that "you" below it are they, or to agents that work for one. */
export function speaksToPms({ words }: Phrase): boolean {
  return toPms.test(words) || ofRules.test(words) || toTheirAgents.test(words);
}

const toPms = /^(?:(?:hi|hello|hey|dear|our|welcome),? )*(?:pms|product managers|product people)(?:,|!|:| [–-]) /u;
/** "Rules for the product team (Nikos, Despina):" */
const ofRules =
  /^(?:the |some )?(?:rules|notes|boundaries|guidelines) for (?:the |our )?(?:pms|product managers|product team|product people)(?: \([\p{L} ,@-]{1,60}\))?[:.]?$/u;
const toTheirAgents =
  /^(?:if|when) (?:the person (?:that |who |whom )?you (?:work|act) for|the person you help|your user|the user) is (?:a|one of (?:our|the)) (?:pms?|product managers?)(?: \([^()]{1,80}\))?[,:] /u;
