import { date } from './neutral-slots.js';
import { areNames } from './person-names.js';

/**
 * Whether a sentence, as it is written, only says who made the lists, with whom and when: "Agreed with Hanne and Olu in the planning of 3 March."
 * It tells what is over: without its day it has to say that it is about the section, since "Agreed with Erin." may be demanded of each change.
 */
export function isAttribution(source: string): boolean {
  const text = source.trim().replace(/[.!]$/u, '');
  return forms.some((form) => {
    const found = form.exec(text);
    const names = [found?.groups?.['who'], found?.groups?.['other']];
    return found !== null && names.every((each) => each === undefined || areNames(each));
  });
}

const section =
  '(?:this|the) (?:section|list|zone|page|PM zone|document)|these (?:lists|rules)|the (?:two )?lists|both lists';
const done =
  '(?:(?:first |last )?(?:agreed(?: on| upon)?|written(?: down)?|decided(?: on)?|discussed|adopted|introduced|drafted|drawn up|worked out|put together|accepted|signed off|set up|created|started|changed|updated|revised|reviewed))';
const event =
  '(?:(?:sprint |quarterly |yearly |team |product |joint )?(?:planning|retro(?:spective)?|kick-?off|workshop|meeting|sync|off-?site|all-hands|session))';
const day = `${date}(?! only)`;
const lastTime = 'last (?:week|month|year|spring|summer|autumn|winter|quarter|sprint)';
/** A meeting without its day comes again. */
const when = `(?:${day}|(?:in|at|after|during) (?:the|our|a|their) ${event} (?:of |in |on |from )?(?:${day}|${lastTime}))`;
const sometime = `(?:${when}|(?:in|at|after|during) (?:the|our|a|their) (?:first |last )?${event}|${lastTime})`;
const who = '(?:with|by|between|together with) (?<who>[^.;:]{2,80}?)';
const is = '(?:was|were|has been|have been)';

const forms = [
  `(?=.*\\d)${done}(?: ${who})?,? ${when}`,
  `(?=.*\\d)${day}(?::| [–—-]) ${done}(?: ${who})?`,
  `(?:${section}) ${is} ${done}(?: ${who})?(?:,? ${sometime})?`,
  `(?:it was|they were) ${done}(?: ${who})?(?:,? ${when})`,
  `(?:the following|this|this (?:section|list|page)|what follows) is the (?:result|outcome) of (?:the|our|a) ${event}(?: (?:of |in |on |from )?(?:${day}|${lastTime}))?(?: (?:with|of) (?<other>[^.;:()]{2,60}?))?(?:,? and was (?:accepted|agreed|adopted) by (?<who>[^.;:()]{2,60}?))?`,
  `made (?:together )?with (?<who>[^.;:(),]{2,60}?)(?:, not for them)?: (?<other>[^.;:()]{2,60}?) (?:went|have gone|read) through (?:every line|all) of it`,
].map((form) => new RegExp(`^(?:${form})$`, 'iu'));
