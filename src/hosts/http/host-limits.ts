import { setTimeout } from 'node:timers/promises';
import type { HttpBounds } from '../http-door.js';

/** What one run may cost, whatever a host answers. */
export interface HostLimits extends HttpBounds {
  /** Of one list: a pull request with more than this many hundreds of anything has been made so. */
  readonly pages: number;
  /** For one pull request. */
  readonly requests: number;
  /** Milliseconds spent waiting before asking again, in all. */
  readonly patience: number;
  /** Changes that are sent as soon as they are due; hosts ask whoever sends many for a second between them. */
  readonly quickChanges: number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly now: () => number;
}

export const defaultLimits: HostLimits = {
  milliseconds: 20_000,
  bytes: 10_000_000,
  pages: 50,
  requests: 1000,
  patience: 120_000,
  quickChanges: 15,
  wait: (milliseconds) => setTimeout(milliseconds),
  now: () => Date.now(),
};
