import { forbids } from '../refusals/forbidding-words.js';
import { betweenNames, isPersonName } from './person-names.js';

/**
 * Whether a text, as it is written, is nothing but a label and who or what stands behind it: "PMs: @maya, @paul", "Engineering DRI: Erin Vos
 * (@erin)", "Questions: web@acme.example or #web". Its label asks nobody for anything (a reviewer or an approver would be), and its value holds
 * handles, addresses, channels and names alone, so that no other word can come into it.
 */
export function isContactLine(source: string): boolean {
  return source.split(between).every(isOfOne);
}

/** "DRI for engineering is Noor, DRI for product is Felix." */
const between = /[,;] (?:and )?(?=(?:the )?DRI for )/u;

function isOfOne(source: string): boolean {
  const [, pms] = arePms.exec(source.trim()) ?? [];
  if (pms !== undefined) return areHandles(pms);
  const [, label = '', value = ''] = line.exec(source.trim()) ?? ofDri.exec(source.trim()) ?? [];
  if (upkeep.test(source.trim())) return true;
  const parts = value.split(betweenNames);
  if (!labels.test(label.toLowerCase())) return false;
  // A page or a channel is nobody, and may say on which terms somebody is a PM.
  return parts.every((part) => isContact(part) && !(ofPms.test(label) && aPlace.test(part)));
}

/** Whether a text is nothing but handles, addresses, channels, names and teams: "@acme/web, Erin", "Content Design", "the platform team". */
export function areContacts(source: string): boolean {
  return source
    .split(/, (?:and |or )?| (?:and|or|&|\/|·) |\/ ?(?=@)/u)
    .every((part) => isContact(part) || isTeam(part));
}

/** Whether a text is nothing but handles, with the names of those who have them or without: "@maya, Paul Ode (@paul)". */
export function areHandles(source: string): boolean {
  const parts = source.trim().replace(/\.$/u, '').split(betweenNames);
  return parts.every((part) => isContact(part) && /(?:^|[(])@/u.test(part));
}

function isTeam(part: string): boolean {
  return (team.test(part) || field.test(part)) && !demandingName.test(part) && !forbids(part);
}

const team =
  /^(?:the )?(?:\p{Lu}[\p{L}\p{N}-]*|(?:[\p{L}-]+ ){1,2}(?=(?:team|squad|guild|crew|group)$))(?: (?:\p{Lu}[\p{L}\p{N}-]*|of|team|squad|guild|crew|group)){0,3}$/u;
const field =
  /^(?:[-–—]|none|(?:product|engineering|design|content|marketing|web|mobile|platform|growth|support|docs|data|search|checkout|payments|security|legal|compliance|ux|ops|infra|frontend|backend|pms?|anyone|everyone|all))?$/iu;

/** "Legal Approves", "Ask First" */
const demandingName =
  /(?<![\p{L}])(?:only|must|ask|first|before|with|without|expired|pending|paused|frozen|suspended|signs?|approves?|approval|reviews?|reads?|checks?|until|closed|never|after)(?![\p{L}])/iu;

/** Whether a text is only where somebody is found: "Unit D3, Ms Claire Fontaine, extension 4471." */
export function isAddressLine(source: string): boolean {
  const parts = source.trim().replace(/\.$/u, '').split(/, /u);
  return (
    parts.some((part) => extension.test(part)) &&
    parts.every((part) => extension.test(part) || unit.test(part) || isContact(part))
  );
}

const line = /^([\p{L} -]{2,40})(?::| [–—→=]) ([^\n]{2,200}?)\.?$/u;

/** Whoever keeps it up has no say in a change of a PM. */
const upkeep = /^maintained by:? (?:the )?(?:[\p{L}-]+ )?(?:team|squad|guild|crew|group|department)\.?$/iu;
const ofDri =
  /^((?:the |our )?(?:\p{L}+ )?DRIs?(?: for \p{L}+)?(?= is| are)|maintained by)(?: is| are)? ([^\n]{2,80}?)\.?$/iu;

/** "The team's PMs are @noor and @bastien-g.", "“One of us” is @hana or @per." */
const arePms =
  /^(?:(?:the|our) )?(?:team's )?(?:pilot )?(?:PMs?|product managers?|["“]?one of us["”]?) (?:is|are|means):? (@[^\n]{1,200}|[^\n]{1,60} \(@[^\n]{1,200})$/iu;

const area =
  '(?:(?:product|engineering|eng|tech(?:nical)?|design|backend|frontend|mobile|ios|android|web|data|platform|security|general|code|pair(?:ing)?) )?';
const labels = new RegExp(
  `^(?:(?:our|the|pilot) )?(?:${[
    `${area}(?:pms?|dris?|leads?|contacts?|contact persons?|questions?|on[ -]call|support|help|chat|channels?|slack|e?-?mails?|buddy|buddies|partners?|developers?|devs?)(?:(?<!pms?) for (?:engineering|product|design|tech|backend|frontend|mobile|web|data|pms|this section|this zone|this))?`,
    'engineers? (?:to pair with|who pair|to pair|for pairing|on duty|on call|to ask)|people in (?:engineering|product)',
    'pms? (?:in|of) the pilot|(?:compliance|legal|privacy) contact|product managers?|product owners?|(?:pm )?roster|(?:the )?list of pms|engineering|engineer|tech|who|who is (?:an? )?(?:pms?|product managers?)(?: here)?|who are (?:the|our) (?:pms|product managers)|whom? to ask|who to ask|ask|ping|product|phone|maintainers?|maintained by|documented by|escalations?|(?:(?:oracle|person|contact|help) of )?last resort',
  ].join('|')})$`,
  'u',
);

const extension = /^(?:ext(?:ension|\.)?|phone|tel\.?|room|telefon|raum|zimmer) [A-Z]?\d[\d -]{0,14}$/iu;
const unit = /^(?:unit|department|dept\.?|abteilung|referat|office|division|section|team) [A-Z]{0,2}\d{0,3}$/iu;

function isContact(part: string): boolean {
  const [, named, handle] = withHandle.exec(part) ?? [];
  if (named !== undefined) return isContact(named) && isContact(handle as string);
  const plain = part.replace(behindName, '').replace(bracket, '').trim();
  return !demandingHandle.test(part) && (reached.test(plain) || isPersonName(plain));
}

/** "(@erin)", "(product)", "(she/her)" */
const bracket =
  / \((?:@[\w./-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:the |our )?(?:pms?|product|engineering|backend|api|frontend|design|tech|lead|deputy|backup|ios|android|web|mobile|platform)|(?:she|he|they|it|her|him|them|sie|er|ihr|ihm|elle|il|ella|él)(?:\/(?:she|he|they|hers?|him|his|them|theirs?|its?|sie|er|ihre?|ihm|elle|il|iel|lui|ella|él))+|CET|UTC)\)$/u;

/** "Grace Kim (@grace) grace@acme.example" */
const behindName = /(?<=^\p{Lu}[^<>]{1,60}) <?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}>?$/u;

/** "Grace Kim @gracekim" */
const withHandle = /^(\p{Lu}[^@()]{1,40}) (@[\w./-]+)$/u;

const ofPms = /(?<![\p{L}])(?:PMs?|product managers?|people in product|who)(?: here| (?:in|of) the pilot)?$/iu;
const aPlace = /^(?:in |at |on )|^#|^https?:/u;
/** "@must-approve", "https://acme.example/approval-form" */
const demandingHandle =
  /[@#/_.-](?:must|only|first|ask|sign|approv(?:e|es|al|als)|permission|approval-form)(?![\p{L}])/iu;

/** A handle, an address or a channel. */
const reached = /^(?:in |at |on )?(?:@[\w.-]+(?:\/[\w.-]+)*|#[\w-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+)$/u;
