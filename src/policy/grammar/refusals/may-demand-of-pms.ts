import { isToldOnly } from './is-told-only.js';

/**
 * Whether a sentence that stands outside of the section, under the headings `over`, plainly demands something of what PMs contribute: "PMs must run the
 * spell checker before each pull request", "PM changes need two approvals". The demand stands right behind the PMs and speaks of a contribution, since a product may
 * be made for PMs too: "PMs must see their boards" is asked of nobody here.
 */
export function mayDemandOfPms(source: string, over: readonly string[]): boolean {
  const isDemand = (demands.some((each) => each.test(source)) && contribution.test(source)) || pairing.test(source);
  return isDemand && !isToldOnly(source, over);
}

const pms = '(?<![\\p{L}])(?:PMs?|product managers?)(?![\\p{L}-])';
const works = '(?:changes?|edits?|pull requests?|PRs?|commits?|contributions?|branch(?:es)?|merge requests?)';
const free = '(?! (?:be able|be free|feel free|not need|know nothing))';
const must = `(?:must|shall|should|have to|has to|needs? to|(?:are|is) (?:required|expected|asked|obliged) to|always|please|ask|wait)${free}(?![\\p{L}])`;
/** What every change goes through, whosever it is. */
const asAll =
  '(?!(?:the )?(?:(?:same|usual|normal|ordinary|code)(?![\\p{L}])|ci(?![\\p{L}])|(?:code )?reviews?(?![\\p{L}])))';

const demands = [
  `${pms},? (?:also |then |therefore )?${must}`,
  `${pms}(?:['’]s?)? ${works} (?:(?:must|shall|should|have|has|needs?|requires?|waits?|always)(?![\\p{L}])|(?:are|is) (?:approved|reviewed|signed|read|checked) by )`,
  `(?<![\\p{L}])${works} (?:of|by|from) (?:the |a |our )?${pms} (?:(?:must|shall|should|have|has|needs?|requires?|waits?|always)(?![\\p{L}])|(?:are|is) (?:approved|reviewed|signed|read|checked) by )`,
  // "PM changes go through Erin."
  `${pms}(?:['’]s?)? ${works} (?:always |also |first )?(?:goe?s?|pass(?:es)?|runs?) (?:through|by|past|via) ${asAll}`,
  `(?<![\\p{L}])${works} (?:of|by|from) (?:the |a |our )?${pms} (?:always |also |first )?(?:goe?s?|pass(?:es)?|runs?) (?:through|by|past|via) ${asAll}`,
  `${pms} (?:also |always |first ){0,2}(?:run|write|open|ask|tell|check|test|update|add|get|record|fill|read|link|tag|ping)s? [^.;:]{1,80} before (?:they|each|every|any|their|pushing|opening|committing|merging)(?![\\p{L}])`,
].map((form) => new RegExp(form, 'iu'));

/** "Product managers pair on everything this quarter.", "PMs work with an engineer." */
const pairing = new RegExp(
  `${pms} (?:also |always |only |must |should )?(?:pair(?! of(?![\\p{L}]))|works? in pairs|works? (?:only )?(?:together )?with (?:an|the|one of our) (?:[\\p{L}]+ )?(?:engineer|developer))(?:s|ed)?(?![\\p{L}])`,
  'iu',
);

const contribution =
  /(?<![\p{L}])(?:pull requests?|merge requests?|prs?|branch\w*|commits?|committ\w*|merg\w*|tickets?|approv\w*|review\w*|screenshots?|change[sd]?|changing|edit\w*|lint\w*|tests?|ask|signs?|signed|previews?|push\w*)(?![\p{L}])/iu;
