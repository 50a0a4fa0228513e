import { describePlaces, type PlacesOfOldWords } from '../find-places-of-old-words.js';
import type { Report, ReviewContext } from '../check.js';
import { whoToAsk } from '../who-to-ask.js';

/** Texts that are named by themselves; a change of more has them in its pull request. */
const most = 10;

/** Which tests fail once the words are other ones, and what still shows the old ones: nothing that the PM has to mend, but what their engineer has to know before the merge. */
export async function reportPlacesOfOldWords(context: ReviewContext): Promise<readonly Report[]> {
  const found = await context.placesOfOldWords();
  return found.slice(0, most).map((each) => ({
    message: describe(each, whoToAsk(context)),
    severity: 'note',
    path: each.path,
    ...each.at,
  }));
}

function describe(each: PlacesOfOldWords, who: string): string {
  if (each.by === 'docs')
    return `Docs say the old words “${each.words}” still: ${describePlaces(each)}. Where they tell of this text, change them with it.`;
  return each.by === 'tests'
    ? `Tests read the old words “${each.words}”: ${describePlaces(each)}. They fail once this is merged; ${who} changes them with it, so say so when you ask for the review.`
    : `Code that a machine makes of these texts has the old words “${each.words}” still: ${describePlaces(each)}. ${who} has it made anew; where the product shows what it says, your words are not shown until then.`;
}
