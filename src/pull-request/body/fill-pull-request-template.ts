import type { RepositorySnapshot } from '../../change/change.js';
import type { PolicyFile } from '../../policy/policy.js';

/** The sections of a pull request's body that a repository's own template may ask for under its own headings. */
export type BodySection = 'summary' | 'why' | 'changes' | 'tests' | 'rollback' | 'plan';

export interface FilledTemplate {
  readonly markdown: string;
  /** Which sections found their place in it. */
  readonly filled: ReadonlySet<BodySection>;
}

/** Characters; a longer template is not used. */
const longestTemplate = 20_000;

const headings: readonly (readonly [RegExp, BodySection])[] = [
  [/^(?:(?:short |brief )?(?:summary|description|overview)|what\b(?!.*\bchanged?\b)|tl;?dr)/i, 'summary'],
  [/^(?:why|motivation|context|background|reason|rationale)\b/i, 'why'],
  [/^(?:changes?|what (?:has )?changed?|what's changed)\b/i, 'changes'],
  [/^(?:test(?:s|ing| plan)?|how (?:has this been|was this|to|did you) test(?:ed)?|qa|verification)\b/i, 'tests'],
  [/^(?:how\b.{0,30}?\b)?(?:roll(?:ed|ing)?[-\s]?(?:out|back)|revert|deploy(?:ment)?|release|risks?)\b/i, 'rollback'],
  [/^(?:plan(?:ning)?(?: doc)?|spec|design doc|prd)\b/i, 'plan'],
];

/**
 * The repository's own template with our texts under the headings that ask for them; all else in it stays as it is, check boxes
 * and comments included. Each section goes in once. Headings in code and comments are none. `undefined` where the template is
 * too long to be one.
 */
export function fillPullRequestTemplate(
  template: string,
  texts: ReadonlyMap<BodySection, string>,
): FilledTemplate | undefined {
  if (template.length > longestTemplate) return undefined;
  const filled = new Set<BodySection>();
  const lines: string[] = [];
  let fence: string | undefined;
  let comment = false;
  for (const line of template.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    lines.push(line);
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.charAt(0);
    if (comment) comment = !line.includes('-->');
    else if (marker !== undefined && (fence === undefined || fence === marker))
      fence = fence === undefined ? marker : undefined;
    else if (fence === undefined) {
      const heading = /^ {0,3}#{1,6} (.{1,200})/.exec(line)?.[1] ?? /^\*\*([^*]{1,200})\*\*:?\s{0,9}$/.exec(line)?.[1];
      for (const asked of heading === undefined ? [] : sectionsFor(heading)) {
        const text = filled.has(asked) ? undefined : texts.get(asked);
        if (text === undefined) continue;
        filled.add(asked);
        lines.push('', text);
      }
      comment = line.lastIndexOf('<!--') > line.lastIndexOf('-->');
    }
  }
  // What is open at its end would swallow our sections.
  const close = comment ? '-->\n' : fence === undefined ? '' : `${fence.repeat(10)}\n`;
  return { markdown: `${lines.join('\n').trimEnd()}\n${close}`, filled };
}

/** “What and why” asks for two. */
function sectionsFor(heading: string): readonly BodySection[] {
  const words = heading.replace(/^(?::\w{1,30}:|[^\p{L}:]){1,20}/u, '').replace(/[*_`]/g, '');
  const section = headings.find(([pattern]) => pattern.test(words))?.[1];
  if (section === undefined) return [];
  return section !== 'why' && /(?:\band|[&+/,])\s*why\b/i.test(words) ? [section, 'why'] : [section];
}

/** Where hosts look for a template: GitHub's documentation ("in the root, docs or .github folder", any case), GitLab's ("Default.md"). */
const places = [
  /^\.github\/pull_request_template\.(?:md|txt)$/i,
  /^pull_request_template\.(?:md|txt)$/i,
  /^docs\/pull_request_template\.(?:md|txt)$/i,
  /^\.gitlab\/merge_request_templates\/default\.md$/i,
];

/** The repository's own pull-request template as the base has it, the first place that has one. */
export async function readPullRequestTemplate(snapshot: RepositorySnapshot): Promise<PolicyFile | undefined> {
  const paths = await snapshot.paths('base');
  const path = places.flatMap((place) => paths.find((each) => place.test(each)) ?? [])[0];
  if (path === undefined) return undefined;
  const text = (await snapshot.read('base', [path])).get(path)?.text;
  return text === undefined ? undefined : { path, text };
}
