import { toInlineCode } from '../../text/plain-markdown.js';
import { joinSome } from '../../text/join-words.js';
import type { Reviewers } from '../metadata/choose-reviewers.js';

/** Names of those who are not asked that are shown. */
const mostBeyond = 20;

/** Whose approval is asked for, and who is known by a name or an address alone. */
export function renderSignOffs({ engineeringDris, productDris, others, beyond }: Reviewers): string {
  const names = (people: readonly string[]): string =>
    people.length === 0 ? 'not named, please add' : people.slice(0, 10).map(toInlineCode).join(', ');
  return [
    `- [ ] Engineering DRI: ${names(engineeringDris)}`,
    `- [ ] Product DRI: ${names(productDris)}`,
    ...(others.length === 0
      ? []
      : [`- Please tell by mail or in person: ${others.slice(0, 20).map(toInlineCode).join(', ')}`]),
    ...(beyond.length === 0
      ? []
      : [
          `- Not asked to review it, since no more than 15 can be asked at once: ${joinSome(beyond.map(toInlineCode), mostBeyond)}`,
        ]),
  ].join('\n');
}
