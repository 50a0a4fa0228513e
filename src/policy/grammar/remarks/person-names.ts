import { isKindWord } from '../descriptions.js';
import { isPlainWord } from '../plain-words.js';

/**
 * Whether a text, as it is written, is a person's name: one to three words in capitals, a title before them or not, none of which is the name of a
 * thing, a time, a department or a word by which something is demanded.
 */
export function isPersonName(text: string): boolean {
  return name.test(text) && text.replace(title, '').split(/[ -]/u).every(isName);
}

/** Whether a text is names, handles and "the team", joined by commas and "and". */
export function areNames(text: string): boolean {
  return text.split(joint).every((each) => /^@[\w./-]+$/u.test(each) || everybody.test(each) || isPersonName(each));
}

const joint = /, (?:and |or )?| (?:and|or|&|\/|·) /u;

const title = /^(?:Ms|Mr|Mrs|Mx|Dr|Prof|Frau|Herr|Mme|M)\.? /u;
const name =
  /^(?:(?:Ms|Mr|Mrs|Mx|Dr|Prof|Frau|Herr|Mme|M)\.? )?\p{Lu}[\p{Ll}'’]{1,20}(?:[ -]\p{Lu}[\p{Ll}'’]{1,20}){0,2}$/u;

/** Whoever is meant as a whole. */
const everybody =
  /^(?:all of us|all|everyone|everybody|both (?:teams|sides|groups)|all (?:two|three|four|five|six) (?:teams|groups|squads|sides)|the (?:whole )?(?:team|trio|squad|PMs|product team|engineering team|engineers|product managers|leads)|(?:our|the) (?:two |three )?(?:PMs|product managers)|product|engineering)$/u;

function isName(word: string): boolean {
  const small = word.toLowerCase();
  return !isKindWord(small) && !isPlainWord(small) && !noName.test(small);
}

const noName =
  /^(?:only|just|solely|not|never|no|none|nobody|nothing|noone|everyone|everybody|anyone|anybody|someone|all|any|both|each|every|first|last|before|after|until|till|unless|without|when|if|once|must|always|legal|compliance|counsel|security|marketing|finance|board|draft|drafts|approves|signs?|decides?|merges?|reads?|owns?|rules?|agrees?|checks?|answers?|waits?|frozen|freeze|locked|closed|open|pending|tbd|todo|paused|gone|away|then|also|too|per|with|from|since|as|yes|approval|approved|review|reviews|reviewer|reviewed|approver|vacant|freigabe|nur|nie|erst|alle|keine?r?|seulement|jamais|aucun\w*|solo|nunca|nadie|mai|nessuno|alleen|niemand|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|christmas|today|tomorrow|weekends?)$/u;
