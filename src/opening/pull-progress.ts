import type { HostedOpinion, HostedProgress, HostedWish } from '../hosts/pull-request-host.js';
import { printable } from '../text/printable.js';
import { truncate } from '../text/plain-markdown.js';

export type ReviewerStand = HostedOpinion;

/** Something that is asked of the author, in the words of whoever asks, on one line. */
export type ReviewTask = HostedWish;

/** Where a pull request stands with those who review it, and with the gate. */
export interface PullProgress extends Pick<HostedProgress, 'state' | 'gate' | 'unread'> {
  /** Who asks for changes first, then whom it waits for. */
  readonly reviewers: readonly ReviewerStand[];
  readonly tasks: readonly ReviewTask[];
}

/** Tasks that are kept, and signs of each. */
const mostTasks = 50;
const longestTask = 300;

/** What the host says of a pull request as a PM is shown it: who asks for something first, each wish on one line that nothing can hide in. */
export function toProgress({ state, opinions, wishes, gate, unread }: HostedProgress): PullProgress {
  return {
    state,
    unread,
    reviewers: opinions
      .map((each) => ({ ...each, name: printable(each.name) }))
      .sort((one, other) => order.indexOf(one.opinion) - order.indexOf(other.opinion)),
    tasks: wishes
      .map(({ path, ...wish }) => ({
        ...wish,
        name: printable(wish.name),
        ...(path === undefined ? {} : { path: printable(path) }),
        text: firstLine(wish.text),
      }))
      .filter(({ text }) => text !== '')
      .slice(0, mostTasks),
    gate: gate && { ...gate, words: firstLine(gate.words) },
  };
}

const order: readonly ReviewerStand['opinion'][] = [
  'asks-for-changes',
  'threads',
  'waits',
  'dismissed',
  'approved-before',
  'approved',
];

function firstLine(text: string): string {
  return printable(truncate(text.trim().split(/\r\n|\r|\n/)[0] as string, longestTask));
}
