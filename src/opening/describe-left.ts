import type { NotDone } from '../hosts/pull-request-host.js';
import type { BodyPart } from '../pull-request/draft-pull-request.js';
import { toInlineCode, toPlainMarkdown } from '../text/plain-markdown.js';

/** What could not be set or asked for, as a section of the description, so that it is not lost; `undefined` where all was done. */
export function describeLeft(
  outgrown: readonly string[],
  labels: readonly NotDone[],
  reviewers: readonly NotDone[],
  pictures: readonly NotDone[],
): BodyPart | undefined {
  const lines = [
    ...outgrown.map(
      (label) => `- Label ${toInlineCode(label)}: to be taken off, since the change has another size now`,
    ),
    ...labels.map((label) => `- Label ${line(label)}`),
    ...reviewers.map((person) => `- Review by ${line(person)}`),
    ...pictures.map((picture) => `- Picture ${line(picture)}`),
  ];
  return lines.length === 0
    ? undefined
    : { id: 'left', heading: 'Still to be set or asked for by hand', text: lines.join('\n') };
}

function line({ what, why }: NotDone): string {
  return `${toInlineCode(what)}: ${toPlainMarkdown(why)}`;
}
