import type { RosterRow } from '../policy.js';
import { normalizeWords } from './tokenize.js';

/**
 * Whether a sentence only says that the lists hold within each PM's own feature folders, where the roster says it too: each of its rows has
 * folders, outside of which nothing is open to that PM alone. Without them it restricts, and is kept.
 */
export function isSaidByRoster(text: string, roster: readonly RosterRow[] | undefined): boolean {
  if (roster === undefined || !roster.every(({ featureFolders }) => featureFolders.length > 0)) return false;
  const words = normalizeWords(text)
    .replace(/[\s.!]+$/u, '')
    .replace(/^\(?[a-z\d]{1,2}[.)] /u, '');
  return forms.some((form) => form.test(words));
}

const pm =
  '(?:(?:a|an|each|every|the|all)(?: of the)? )?(?:pilot )?(?:pms?|product managers?|of you|of them)|you|they|one';
const number = '(?: of \\d[\\d.]*| in \\(?[a-z\\d][\\d.]*\\)?)?';
const named =
  '(?: (?:that|which) (?:they|he or she) owns?| (?:they|you) own| assigned(?: to (?:them|him or her|you|each))?| (?:(?:that|which) (?:stands?|are|is) )?(?:named |listed |shown |given )?(?:next to|beside|behind|against|with|by) (?:their|your|each|his or her)(?: own)? names?| of their(?: own)? rows?| (?:named|listed|given)? ?in (?:the|this|that) (?:table|roster|list of pms)(?: (?:above|below))?)?';
const folders = `(?:the |their |your |his or her |one's )?(?:own |assigned )?(?:feature[ -])?(?:folders?|corners?)${number}${named}${number}`;
const othersFolders =
  "(?:(?:the )?(?:other|another|somebody else's|someone else's|anybody else's|others'?|other people's|other pms'?|foreign|any other)(?: (?:feature[ -])?folders?)?|folders of others)";
const within = '(?:in|inside(?: of)?|within)';
const works = '(?:works?|acts?|edits?|changes?|touch(?:es)?|stays?|moves?|edits? files|changes? files)';
const may = '(?:(?:may|can|do|does|must|should|will) )?';
const only = '(?:(?:only|solely|alone|exclusively|unaccompanied|on their own|by themselves) )*';
const engineer =
  '(?:an? |the |their |that |your )?(?:engineering dri|engineers?|developers?)(?: of (?:that|the|those) (?:row|folders?|pms?))?';
const together = `(?:pair|(?:only )?(?:together )?with ${engineer}|${engineer} (?:takes part|works? with (?:you|them)|joins(?: in)?)|ask ${engineer} to do it with you|(?:do )?(?:please )?bring ${engineer}(?: along)?(?:, even for (?:a thing|something|files?) (?:which|that) (?:is|are) on the list)?)`;
const outside = `(?:outside(?: of)? (?:${folders}|them|these|those|that|it)|elsewhere|${within} (?:any |all |every )?${othersFolders})`;

const forms = [
  `(?:${pm}) ${may}${only}${works} ${only}${within} ${folders}(?: only| alone)?`,
  `(?:${pm}) (?:must not|may not|cannot|can not|can't|never|does not|do not|don't|doesn't) ${works} (?:anything |files )?(?:alone |unaccompanied |on their own |by themselves )?outside(?: of)? ${folders}`,
  `(?:(?:the|a|these|those|both|all|no) )?(?:lists?|rules?|rights|permissions)${number} (?:(?:only )?(?:apply|applies|hold|holds|count|counts)(?: only)? ${within}|(?:never |do not |does not |don't |doesn't )?reach(?:es)? (?:beyond|outside(?: of)?)) ${folders}`,
  `${outside},?:? ${together}`,
  `(?:since [\\p{L}\\d ]{1,20},? )?(?:${pm}) (?:has|have|looks? after|owns?) (?:one or two |one or more |his or her |their |the |an? )?(?:own )?(?:feature[ -])?(?:folders?|corners?)(?: of the (?:app|application|product|repository|code))?(?: to look after)?(?:,? (?:as )?(?:set out|listed|named|given|shown) in the (?:table|roster)(?: (?:above|below))?)?`,
  `${within} ${folders},? (?:${pm}) (?:may|can)? ?(?:works?|changes?|touch(?:es)?|edits?) (?:alone )?(?:on )?the (?:opened files|listed files|things listed|files listed|files)(?: under "pms can touch")?(?: alone| unaccompanied| on (?:their|your|one's) own)?(?:, ${within} ${othersFolders} (?:never(?: alone)?|not|only together))?`,
  `if you need something ${within} ${othersFolders}, ${together}`,
].map((form) => new RegExp(`^(?:${form})$`, 'u'));
