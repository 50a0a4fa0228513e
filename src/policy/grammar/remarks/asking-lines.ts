import { withoutPictures } from '../decorations.js';
import { areContacts } from './contact-lines.js';
import { isNaming } from './naming.js';

/**
 * Whether a sentence, as it is written, only says whom to ask: "Questions: Anneke for anything medical, Jelle (frontend) or #front". Whoever stands
 * in it is a name, a handle, an address, a channel or a team, with what they know. A word by which they would do anything makes it none ("Questions:
 * Hanne vets texts").
 */
export function isAskingLine(source: string): boolean {
  const text = withoutPictures(source.trim().replace(/[\s.!]+$/u, ''));
  const [, whom] = asking.exec(text) ?? unclear.exec(text) ?? [];
  return whom === undefined ? bare.test(text) : whom.replace(glad, '').split(between).every(isKnowing);
}

/** Whether a sentence under "Contacts" only says how somebody is reached: "Duty officer via ServiceNow, queue WEB", "Erin (tech lead)". */
export function isWayToReach(source: string): boolean {
  return isAskingLine(`Questions: ${source}`) || inTool.test(source.trim().replace(/\.$/u, ''));
}

const label =
  '(?:any |in case of |for |by )?(?:an? )?(?:questions?|doubts?|contacts?|contact persons?|reference persons?|whom? to ask|who knows)';
const bare = new RegExp(`^${label} ?[?:]?$`, 'iu');
const asking = new RegExp(
  `^${label}(?: ?[?:]| ?→| ?-|,| (?:is|are)|(?= (?:please )?(?:ask|contact|ping|write to|talk to) )) (.{2,140})$`,
  'iu',
);
const unclear = /^(?:should anything be|if anything is) unclear[,:]? (.{2,140})$/iu;

/** "… are happy to be asked", "Bruna knows" */
const glad = /(?: (?:is|are) (?:happy|glad) to (?:be asked|help|answer)| knows?)$/iu;
const between = /[,;] (?:and |or |then )?| (?:and|or|&|\/|·) /u;

function isKnowing(part: string): boolean {
  if (inOffice.test(part)) return true;
  const [, who = '', matter, bracket] = knowing.exec(part) ?? [];
  const isShort = bracket !== undefined && short.test(bracket);
  return (
    areContacts(who) &&
    [matter, isShort ? undefined : bracket].every((each) => each === undefined || isMatter(each.toLowerCase()))
  );
}

function isMatter(words: string): boolean {
  return isNaming(words) || [chat, role, season].some((each) => each.test(words));
}

const knowing =
  /^(?:(?:please )?(?:ask|contact|ping|write to|talk to|wave at|try) )?(?:the channel (?=#))?(.{2,60}?)(?: (?:for|about|on) (?:any(?:thing|body)? )?([\p{L} -]{2,40})| \(([\p{L} -]{2,30})\))?(?: (?:in|on|at) #[\w-]+)?$/iu;
/** "(HMI)", a thing by its first letters. */
const short = /^(?!ASAP|TBD|TODO|WIP|NDA|NOT?$|ONLY|MUST|ASK|FIRST|NEVER|TBA)\p{Lu}{2,5}$/u;
const chat = /^(?:slack|teams|discord|zulip|mattermost|chat)$/u;
const role =
  /^(?:architecture|architektur|(?:(?:tech|team|product|engineering|chapter|frontend|backend|design) )?lead(?: (?:frontend|backend))?)$/u;
const season = /^(?:spring|summer|autumn|winter)$/u;

/** "they are in the office Tuesday until Thursday" */
const inOffice =
  /^(?:they|she|he) (?:are|is|sits?) in (?:the )?office(?: (?:on |from )?(?:mon|tues|wednes|thurs|fri)days?(?: (?:to|until|and) (?:mon|tues|wednes|thurs|fri)days?)?)?$/iu;

/** Somebody by their part, and the tool and the place in it by which they are found. */
const inTool =
  /^(?:[\p{L}-]+ ){0,3}(?:lead|officer|desk|engineer|team|on-call|hotline|support)(?: [\p{L}-]+)?(?::? via|: see) (?:the )?(?:confluence|servicenow|jira|notion|slack|teams|pagerduty|opsgenie|intranet|wiki|handbook)(?:,? (?:page|queue|channel|board|space|rota) [#\w-]+)?$/iu;
