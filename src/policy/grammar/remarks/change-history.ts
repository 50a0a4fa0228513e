import { isNaming } from './naming.js';

/** Whether a heading stands over the history of a section. */
export function isHistoryHeading(words: string): boolean {
  return /^(?:\d[\d.]* )?(?:(?:(?:change|document|version|revision) )?(?:history|change ?log|revisions)|(?:changes|versions)(?= (?:of|to|in) (?:this|the)(?![\p{L}])))(?: (?:of|to|in) (?:this|the) (?:section|document|file|page|zone|list)(?: above| below)?)?[\s:]*$/u.test(
    words,
  );
}

/**
 * Whether an item of such a history, in lower case, only says that something came to the lists or was written anew: "1.3 tooltips added". What it
 * says was closed or moved is no such entry, since a list may have forgotten it, nor is what may be a demand: "screenshots added".
 */
export function isHistoryEntry(words: string): boolean {
  const entry = words
    .replace(/^(?:v|version )?\d[\d./-]*(?:[:,.]| [–-])? /u, '')
    .replace(/^(?:initial|first):? /u, 'initial ')
    .replace(/[\s.]+$/u, '');
  if (/^initial(?: (?:version|issue|release|list|lists|edition))?$/u.test(entry)) return true;
  const [, things, event] = added.exec(entry) ?? newly.exec(entry) ?? [];
  return things !== undefined && !demanded.test(things) && isNaming(things) && (event === undefined || isNaming(event));
}

const added =
  /^([\p{L} ,-]{1,60}?) (?:(?:was|were) )?(?:added|opened|introduced|renamed|reworded|sorted|corrected|explained)(?: (?:to|for) (?:the |our )?pms)?(?:,? (?:after|in|at) (?:the|our|a) ((?:\p{L}+ )?(?:workshop|retro|planning|pilot|kick-?off)))?$/u;
const newly = /^(?:added|opened|introduced|renamed|reworded|sorted|new:) ([\p{L} ,-]{1,60})$/u;

/** What may have been introduced as a demand. */
const demanded =
  /(?<![\p{L}])(?:limits?|labels?|templates?|briefs?|specs?|plans?|entr(?:y|ies)|checklists?|glossar(?:y|ies)|guides?|change ?logs?|alt texts?|tickets?|drafts?|proposals?|descriptions?|signs?|signatures?|tests?|staging|screenshots?|previews?|reviews?|releases?|meetings?|calls?|contracts?|invitations?|registrations?|bookings?|quotes?|warnings?|notices?|notifications?|terms|surveys?|courses?|forms?|records?|reports?)(?![\p{L}])/u;
