import { closeNarrower } from '../../list-items/close-narrower.js';
import { createPairs } from '../../list-items/close-paths.js';
import { toExcerpt } from '../../grammar/tokenize.js';
import { addProblem, addRules, type SectionWalk } from '../section-walk.js';

/**
 * Closes what sentences name that are no known form, where it is less than what a list opens: "Legal: `docs/legal/**`" beside `docs/**`. What they name
 * besides is closed in any case, or opened by a list of its own, and asked about.
 */
export function closeDoubtful(walk: SectionWalk): void {
  for (const { sentence, isAsked } of walk.doubtful) {
    const named = ofPms.test(sentence.source) ? [] : createPairs(sentence.tokens, sentence.source);
    const rules = ofOthers.test(sentence.source) ? named : closeNarrower(named, walk.rules);
    addRules(walk, { rules, problems: [] });
    if (!isAsked) continue;
    const closed = rules.map(({ glob }) => `\`${toExcerpt(glob)}\``).join(', ');
    const outcome =
      closed === '' ? '' : `${closed} ${rules.length > 1 ? 'are' : 'is'} open only together with an engineer and `;
    const message = `“${toExcerpt(sentence.source)}” names a path and is no known way to open or to close it, so ${outcome}the engineering DRI is asked about it on every change. Write it as a list under “PMs can touch:”, “PMs cannot touch:” or “Together with an engineer:”, or, where it demands nothing, without the path and marked as “Remark (@handle):”.`;
    addProblem(walk, 'warning', sentence.line, message);
  }
}

/** "Texts in `copy/legal.json` belong to PMs." */
const ofPms = /(?<!\p{L})belongs? to (?:the |our )?(?:PMs?|product managers?|Product)[.!]?$/u;

/** "`disclaimers.json` belongs to Legal", "We take care of `docs/` ourselves.": whatever else that means, and whatever opens it, no PM changes it alone. */
const ofOthers =
  /(?<!\p{L})belongs? to (?:the )?(?:@|\p{Lu})|^We (?:also |always )?(?:do|take care of|look after|handle|own|keep|maintain|edit|change|write) |(?<!\p{L})(?:we|engineers) [^.;:]{1,60} (?:ourselves|themselves)[.!]?$|(?<!\p{L})(?:is|are|stays?|remains?) (?:ours|engineering's)[.!]?$|(?<!\p{L})(?:leaves?|left) [^.;:]{1,80} to (?:us|@|\p{Lu})/u;
