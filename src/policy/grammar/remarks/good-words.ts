import { pms } from './neutral-slots.js';
import { isPersonName } from './person-names.js';

/**
 * Whether a sentence, as it is written, only greets, thanks, or says that somebody is glad: "Hi Amara, hi Finn!", "We are glad you are here." Each form
 * is whole and has no slot but names.
 */
export function isGoodWord(source: string): boolean {
  const text = source.trim().replace(/[\s.!…]+$/u, '');
  return isGreeting(text) || good.test(text.toLowerCase().replace(/[’]/gu, "'"));
}

function isGreeting(text: string): boolean {
  const [, names] = /^(?:hi|hello|hey|dear|welcome|moin|hola|salut|ciao|servus)(?: there)?,? (.+)$/iu.exec(text) ?? [];
  return (
    names !== undefined &&
    names.split(/,? (?:and|&) |, (?:(?:hi|hello|hey|dear|welcome) )?/iu).every((each) => isPersonName(each))
  );
}

const thing =
  '(?:a |an |the |one )?(?:typo|comma|misspelling|spelling mistake|wrong word|typing error|mistake in a text)s?';
const by = '(?:themselves|yourselves|yourself|on their own|on your own|by themselves|by yourself|alone)';
const glad = '(?:glad|happy|pleased|delighted|thrilled|proud)';

const good = new RegExp(
  `^(?:${[
    '(?:many )?(?:thanks|thank you)(?: very much| so much| a lot)?(?: for (?:reading|coming)(?: this far| so far| to the end| all (?:of )?this| until here)?| for your (?:help|care|patience|work|interest)| for helping(?: us)?(?: out)?(?: with the (?:product|site|app|shop|game))?)?',
    `we(?:'re| are) (?:so |very |really )?${glad} (?:that )?(?:you(?:'re| are) here|to have you(?: here| with us| on board)?|you (?:joined(?: us)?|help(?: us)?|came|found (?:us|this)))`,
    `we (?:love|like) it when (?:${pms}|you|people|product people) (?:fix|mend|correct|change) (?:things|small things|typos|commas) ${by}`,
    "(?:no question is (?:too )?(?:silly|stupid|small|dumb)|there are no (?:silly|stupid|dumb) questions|don't be shy|nobody bites)",
    `so,? you (?:found|spotted|saw|noticed) ${thing}|(?:found|spotted) ${thing}\\?`,
    `(?:and )?here(?:'s| is) how far you can go(?: ${by})?`,
    "really|seriously|honestly|promised?|we promise|cheers|enjoy|that's it|that is it|that's all|that was it|see\\?|it's that simple|simple as that|easy|voil[àa]|tada|so far,? so good|here we go|let's go|off you go",
    'every (?:typo|comma|misspelling) (?:you fix|fixed by you) (?:saves (?:us )?(?:an hour|time|a ticket|a sprint)|is (?:an hour|time|a ticket|a sprint) saved)(?: for us)?',
    'this is your (?:part|place|area|side|half|home) (?:of|in) (?:the|this) (?:repo|repository|code|codebase|app|project|product)',
    '(?:happy|merry) (?:editing|writing|shipping|gardening|cooking|baking|knitting|reading|coding|typing|fixing)',
  ].join('|')})$`,
  'u',
);
