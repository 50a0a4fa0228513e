import { isToldOnly } from './is-told-only.js';

/**
 * Whether a sentence that stands outside of the section, under the headings `over`, plainly demands something of what PMs contribute: "PMs must run the
 * spell checker before each pull request", "PM changes need two approvals". The demand stands right behind the PMs and speaks of a contribution, since a product may
 * be made for PMs too: "PMs must see their boards" is asked of nobody here.
 */
export function mayDemandOfPms(source: string, over: readonly string[]): boolean {
  return demands.some((each) => each.test(source)) && contribution.test(source) && !isToldOnly(source, over);
}

const pms = '(?<![\\p{L}])(?:PMs?|product managers?)(?![\\p{L}-])';
const works = '(?:changes?|edits?|pull requests?|PRs?|commits?|contributions?|branch(?:es)?|merge requests?)';
const free = '(?! (?:be able|be free|feel free|not need|know nothing))';
const must = `(?:must|shall|should|have to|has to|needs? to|(?:are|is) (?:required|expected|asked|obliged) to|always|please|ask|wait)${free}(?![\\p{L}])`;

const demands = [
  `${pms},? (?:also |then |therefore )?${must}`,
  `${pms}(?:['’]s?)? ${works} (?:(?:must|shall|should|have|has|needs?|requires?|waits?|always)(?![\\p{L}])|(?:are|is) (?:approved|reviewed|signed|read|checked) by )`,
  `(?<![\\p{L}])${works} (?:of|by|from) (?:the |a |our )?${pms} (?:(?:must|shall|should|have|has|needs?|requires?|waits?|always)(?![\\p{L}])|(?:are|is) (?:approved|reviewed|signed|read|checked) by )`,
].map((form) => new RegExp(form, 'iu'));

const contribution =
  /(?<![\p{L}])(?:pull requests?|merge requests?|prs?|branch\w*|commits?|committ\w*|merg\w*|tickets?|approv\w*|review\w*|screenshots?|change[sd]?|changing|edit\w*|lint\w*|tests?|ask|signs?|signed|previews?)(?![\p{L}])/iu;
