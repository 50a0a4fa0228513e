import { isKindWord } from '../descriptions.js';
import { isPlainWord } from '../words/plain-words.js';

/**
 * Whether a text, as it is written, is a person's name: one to three words in capitals, a title before them or not, none of which is the name of a
 * thing, a time, a group of people or a word by which something is demanded.
 */
export function isPersonName(text: string): boolean {
  return name.test(text) && text.replace(title, '').split(/[ -]/u).every(isName);
}

/** Whether a text is names, handles and "the team", joined by commas and "and". */
export function areNames(text: string): boolean {
  return text.split(betweenNames).every((each) => {
    const [, group = '', who] = ofGroup.exec(each) ?? [];
    if (who !== undefined)
      return (everybody.test(group) && isPersonName(who)) || (everybody.test(who) && isPersonName(group));
    return /^@[\w./-]+$/u.test(each) || everybody.test(each) || isPersonName(each);
  });
}

/** "product (Simone)" */
const ofGroup = /^([\p{L} ]{2,40}) \(([^()]{2,40})\)$/u;

/** What stands between two names in a list of them. */
export const betweenNames = /, (?:and |or )?| (?:and|or|&|\/|·) /u;

const title = /^(?:(?:Ms|Mr|Mrs|Mx|Dr|Prof|Frau|Herr|Mme|M)\.? )+/u;
const name =
  /^(?:(?:Ms|Mr|Mrs|Mx|Dr|Prof|Frau|Herr|Mme|M)\.? ){0,2}\p{Lu}[\p{Ll}'’]{1,20}(?:[ -]\p{Lu}[\p{Ll}'’]{1,20}){0,2}$/u;

/** Whoever is meant as a whole. */
const everybody =
  /^(?:all of us|all|everyone|everybody|both (?:teams|sides|groups)|all (?:two|three|four|five|six) (?:teams|groups|squads|sides)|(?:the|our) (?:[\p{L}-]+ ){0,3}(?:officer|board|council|committee)|the (?:whole |(?:platform|web|mobile|product|design|content|data|backend|frontend|support) )?(?:team|trio|squad|PMs|product team|engineering team|engineers|product managers|leads)|(?:our|the) (?:two |three )?(?:PMs|product managers)|product|engineering)$/u;

function isName(word: string): boolean {
  const small = word.toLowerCase();
  return ![isKindWord, isPlainWord, isGroup, isActing, isForeign].some((is) => is(small)) && !noName.test(small);
}

/** Whoever does something for a living or by their rank is more than one person: "PMs: Seniors". */
function isGroup(word: string): boolean {
  return groups.test(word);
}

const groups =
  /^(?:seniors?|juniors|trainees?|interns?|staff|experts?|engineers?|developers?|devs?|designers?|maintainers?|administrators?|admins?|contractors?|freelancers?|vendors?|suppliers?|agency|agencies|partners|owners?|managers?|leads?|heads?|directors?|testers?|translators?|beginners?|newcomers?|students?|employees?|colleagues?|members?|volunteers?|veterans?|guests?|users?|people|alumni|consultants?|apprentices?|pilots?|externals?|fulltimers?|parttimers?|fulltime|parttime|emea|apac|dach|latam|europe|germany|america|asia|africa|berlin|london|teams?|squads?|guilds?|crews?|tribes?|pods?|circles?|committees?|council|panels?|desks?|bureaus?|groups?|chapters?|departments?|offices?|growth|sales|operations|ops)$/u;

/** "DRI: Erin Countersigns" */
function isActing(word: string): boolean {
  return acts.test(word) || (participles.test(word) && !namedSo.test(word));
}

const acts =
  /^(?:(?:counter-?|co-?)?sign(?:s|ing|ature)?|(?:proof|pre)?reads|confirms?|vetoe?s?|authori[sz]es?|okays?|permits?|grants|clears?|checks?|controls?|verif(?:y|ies)|validates?|supervises?|insists?|consents?|accepts?|rejects?|refuses?|releases?|ships?|says?|speaks?|asks?|calls?|pings?|consults?|contacts?|sees?|tests?|watch(?:es)?|guards?|looks?|joins|helps|comments?|edits?|chang(?:es?|ing)|touch(?:es)?|writes?|blocks?|stops?|halts?|holds?|keeps?|pairs?|pairing|\p{L}+(?:ifies|ises|izes|orses|spects|tends|anies)|judges)$/u;
const participles = /^\p{L}{2,}(?:ed|tion|sion)$|^\p{L}{4,}ly$/u;
const namedSo =
  /^(?:m[ou]ham+[ae]d|ahmed|hamed|mohamed|muhammed|saed|saeed|sayed|rashed|waleed|khaled|alfred|wilfred|manfred|gottfried|winfred|fred|jared|obed|reed|weed)$/u;

/** What demands in the languages of our neighbours. */
function isForeign(word: string): boolean {
  return foreign.test(word);
}

const foreign =
  /^(?:vorher|bitte|fragen|gesperrt|gestoppt|verboten|zuerst|prüf(?:t|en)|freig(?:ibt|eben)|gibt|frei|muss|später|ab|bis|ohne|mit|und|wir|ihr|interdit\w*|signe|valide|approuve|avant|après|demander|obligat\p{L}*|beurteilt|prohibid[oa]s?|ning[uú]n\w*|firma|aprueba|preguntar|antes|después|ingen|inget|endast|bara|kun|först|fråga|geen|eerst|vragen|vietat[oaie]|prima|dopo|chiedere)$/u;

const noName =
  /^(?:zero|almost|together|outside|inside|alone|always|sometimes|mostly|off|out|now|later|soon|beta|next|phase|stage|wave|quarter|one|two|three|half|under|supervision|beforehand|afterwards|mandatory|obligatory|necessary|compulsory|needed|present|caution|attention|readonly|suggestions?|proposals?|ideas?|mornings?|afternoons?|evenings?|nights?|noon|midnight|weekdays?|holidays?|easter|forbidden|denied|banned|only|just|solely|not|never|no|none|nobody|nothing|noone|everyone|everybody|anyone|anybody|someone|all|any|both|each|every|first|last|before|after|until|till|unless|without|when|if|once|must|always|legal|compliance|counsel|security|marketing|finance|board|draft|drafts|approves|signs?|decides?|merges?|reads?|owns?|rules?|agrees?|checks?|answers?|waits?|frozen|freeze|locked|closed|open|pending|tbd|todo|paused|gone|away|then|also|too|per|with|from|since|as|yes|approval|approved|review|reviews|reviewer|reviewed|approver|vacant|freigabe|nur|nie|erst|alle|keine?r?|seulement|jamais|aucun\w*|solo|nunca|nadie|mai|nessuno|alleen|niemand|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|christmas|today|tomorrow|weekends?)$/u;
