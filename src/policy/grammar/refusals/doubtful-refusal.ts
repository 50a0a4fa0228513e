import { findForbidding, forbids } from './forbidding-words.js';
import { normalizeWords, toExcerpt } from '../tokenize.js';
import { wholeWords } from '../words/whole-words.js';

/**
 * The word by which a text keeps PMs out that may yet be meant to open something: another one in it speaks of what is open, or it only names an owner.
 * `undefined` where it plainly refuses, or refuses nothing.
 */
export function findDoubtfulRefusal(text: string): string | undefined {
  const words = normalizeWords(text);
  const mayOpen = opening.test(words.replace(refusal, ' ')) || !forbids(words.replace(owner, ' '));
  return mayOpen ? findForbidding(text)?.trim() : undefined;
}

/**
 * What is said of a text (`named`) whose paths are locked by such a word, in itself or in the words over it (`lead`); `undefined` where they are plainly
 * locked.
 */
export function describeDoubtfulRefusal(named: string, lead?: string): string | undefined {
  // Words over a list that end as a sentence may be about something else.
  const isSentence = lead !== undefined && /[.!?]\s*$/u.test(lead);
  const word = isSentence ? findForbidding(lead)?.trim() : findDoubtfulRefusal(lead ?? named);
  if (word === undefined) return undefined;
  const place = lead === undefined ? 'it' : `“${toExcerpt(lead)}”`;
  const next =
    lead === undefined
      ? 'leave it out here, and write it as an item under “PMs can touch:”'
      : 'write “PMs can touch:” there instead';
  return `What “${toExcerpt(named)}” names is locked, since “${word}” in ${place} keeps PMs out, whatever else it says. If PMs can touch it, ${next}.`;
}

/** What is said of an item that a list locks though it speaks of what PMs do; `undefined` of any other. */
export function describeLockedItem(named: string): string | undefined {
  if (!ofPmsAlone.test(normalizeWords(named))) return undefined;
  return `What “${toExcerpt(named)}” names is locked, since the words over this list keep PMs out. If PMs can touch it, write it as an item under “PMs can touch:”.`;
}

const ofPmsAlone =
  /(?<![\p{L}])(?:pms?|product managers?) (?:alone|freely|(?:can|may) (?:touch|edit|change)|with (?:an? )?engineers?)(?![\p{L}])/u;

const changed =
  '(?:touch\\p{L}*|edit\\p{L}*|chang\\p{L}+|modif\\p{L}+|updat\\p{L}+|amend\\p{L}*|adjust\\p{L}*|adapt\\p{L}*|alter\\p{L}*|writ\\p{L}+|delet\\p{L}+|remov\\p{L}+|commit\\p{L}*|merg\\p{L}+|go|open(?:ed)?|free|allowed|permitted|theirs|yours)';

/** What a team is called that PMs may be, or work in. */
const ofWords =
  '(?:product|content|editorial|marketing|design|communications?|engagement|brand|copy|growth|learning|publishing|press)';

/** A permission that is denied, or is somebody else's: no word of it opens anything. That of a team is none where PMs may be meant. */
const refusal = wholeWords(
  [
    `(?:can|may|must|shall) no longer|(?:(?:can|may|must|shall|should|do|does|are|is|will|was|were)(?: ?not|n't| never)|cannot|cant|can't|won't|shan't|never|not)(?: (?:ever|please|yet|currently|to|be|directly|for|by|the|pms))* ${changed}`,
    `(?:nobody|no one|noone|no (?:pms?|product managers?)|(?:only )?(?:the )?(?:[a-z]+ )?(?:engineers?|engineering|developers?|(?<!${ofWords} )teams?)(?: alone)?|only (?:the )?(?:[a-z]+ ){0,2}teams?(?: alone)?) (?:can|may|is allowed to|are allowed to)`,
    'not even [^,.;]*',
  ].join('|'),
  'gu',
);

/** Words by which something may be meant to be open. */
const opening =
  /(?<![\p{L}\p{N}])(?:can|may|could|hesitate|afraid|shy|worry|no reason|nothing (?:stops|prevents|keeps)|open(?:ed)?|free(?:ly)?|welcome|editable|allowed|permitted|any ?more|no longer|yours|alone|go ahead|except\p{L}*|apart from|other than)(?![\p{L}\p{N}])/u;

const owner = /(?<![\p{L}])owned by [^,.;:]*/gu;
