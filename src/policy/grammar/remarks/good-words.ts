import { withoutPictures } from '../decorations.js';
import { pms } from './neutral-slots.js';
import { isPersonName } from './person-names.js';

/**
 * Whether a sentence, as it is written, only greets, thanks, wishes well, or says that somebody is glad: "Hi Amara, hi Finn!", "We are glad you are
 * here." Each form is whole and has no slot but names.
 */
export function isGoodWord(source: string): boolean {
  const text = withoutPictures(source).replace(/[\s.!…:]+$/u, '');
  return isGreeting(text) || good.test(text.toLowerCase().replace(/[’]/gu, "'"));
}

function isGreeting(text: string): boolean {
  const [, names] = /^(?:hi|hello|hey|dear|welcome|moin|hola|salut|ciao|servus)(?: there)?,? (.+)$/iu.exec(text) ?? [];
  return (
    names !== undefined &&
    names.split(/,? (?:and|&) |, (?:(?:hi|hello|hey|dear|welcome) )?/iu).every((each) => isPersonName(each))
  );
}

const folks =
  '(?:(?:dear|product|pm|our) ){0,2}(?:you|everyone|everybody|all|folks|friends|team|people|crew|colleagues|pms|producers)';
const by = '(?:themselves|yourselves|yourself|on their own|on your own|by themselves|by yourself|alone)';
const glad = '(?:glad|happy|pleased|delighted|thrilled|proud)';
const wish =
  "good (?:luck|work|job|catch)|gl hf|have fun|(?:happy|merry) \\p{L}+ing|enjoy|cheers|well done|nice (?:catch|one|work)|great (?:work|job|catch)|keep going|keep it up|welcome|go wild(?: here)?|really|right,? then|that(?:'s| is) (?:all|it)";
const cause =
  'your (?:help|care|patience|work|interest)|(?:reading|singing|playing|coming|joining|helping|caring|contributing|being here|taking care)(?: (?:us|this|along|in|by|with us|out|this far|so far|to the end|until here|(?:us )?(?:out )?(?:with|keep) (?:this|it|the (?:product|site|app|shop|game|repo|code))(?: (?:tidy|clean|safe|stable))?))?';

const good = new RegExp(
  `^(?:${[
    `(?:hi|hello|hey|dear|welcome)(?: there)?,? ${folks}`,
    `(?:(?:${wish})(?:,? ${folks})?(?:,? and |, |$)){1,3}`,
    `(?:many )?(?:thanks|thank you)(?: very much| so much| a lot)?(?: for (?:${cause}))?(?:,? ${folks})?`,
    `we(?:'re| are) (?:so |very |really )?${glad} (?:that )?(?:you(?:'re| are) here|to have you(?: here| with us| on board)?|you (?:joined(?: us)?|help(?: us)?|came|found (?:us|this)))`,
    `we (?:love|like) it when (?:${pms}|you|people|product people) (?:fix|mend|correct|change) (?:things|small things|typos|commas) ${by}`,
    "no question is (?:too )?(?:silly|stupid|dumb)|(?:nobody bites|we (?:don't|won't|shan't) bite)|be (?:kind|nice|gentle)(?: to each other)?",
    'we (?:help|trust|support|like|thank) (?:each other|one another)',
    'so,? you (?:found|spotted|saw|noticed) (?:an? )?(?:typo|misspelling|spelling mistake|wrong word)',
    `(?:and )?here(?:'s| is) how far you can go(?: ${by})?`,
    'every (?:typo|comma|misspelling) (?:you fix|fixed by you) (?:saves (?:us )?(?:an hour|time|a ticket|a sprint)|is (?:an hour|time|a ticket|a sprint) saved)(?: for us)?',
    'this is your (?:part|place|area|side|half|home) (?:of|in) (?:the|this) (?:repo|repository|code|codebase|app|project|product)',
  ].join('|')})$`,
  'u',
);
