import type { Judgement } from '../../policy/policy.js';
import type { HostThing } from '../../review/review.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import type { Reviewers } from '../metadata/choose-reviewers.js';

/** That the author asks to pair, and the paths that need an engineer with who has to approve; `undefined` where neither is. */
export function renderPairing(
  judgements: ReadonlyMap<string, Judgement>,
  { engineeringDris }: Reviewers,
  isAsked: boolean,
  thing: HostThing,
): string | undefined {
  const paths = [...judgements].filter(([, { standing }]) => standing === 'pair');
  const names = engineeringDris.map(toInlineCode).join(' or ');
  const request = `This is a draft, since its review is not ready: the author asks ${names === '' ? 'an engineer' : names} to work on it together.`;
  if (paths.length === 0) return isAsked ? request : undefined;
  const list = paths
    .slice(0, 30)
    .map(
      ([path, { because }]) =>
        `- ${toInlineCode(path)}${because[0] === undefined ? '' : `: ${toPlainMarkdown(because[0].text, 200)}`}`,
    );
  const rest = paths.length - list.length;
  return [
    ...(isAsked ? [request, ''] : []),
    `These need an engineer. ${names === '' ? 'The engineering DRI' : names} approves this ${thing} at its last commit before it can be merged.`,
    '',
    ...list,
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n');
}
