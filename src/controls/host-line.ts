/** What stands behind something: the host holds it, nothing but good will does, nobody set it, or it was not read. */
export type ControlState = 'enforced' | 'guidance' | 'not-set' | 'unread';

/** One thing that was asked of the host, and what it came to. */
export interface HostLine {
  /** The same in every run: `required-status`, `approver @erin`. */
  readonly id: string;
  /** What would have to hold. */
  readonly what: string;
  readonly state: Exclude<ControlState, 'guidance'>;
  /** What was read; of what was not, why and which right is missing. */
  readonly said: string;
  /** The page of the host where it is set. */
  readonly page: string;
}

/** One control of the policy and what stands behind it. */
export interface ControlLine {
  readonly id: string;
  readonly what: string;
  readonly state: ControlState;
  readonly said: string;
  /** The lines that it rests on. */
  readonly restsOn: readonly string[];
  readonly page: string | undefined;
}

/** How a state reads. */
export const stateWords: Readonly<Record<ControlState, string>> = {
  enforced: 'enforced by the host',
  guidance: 'guidance only',
  'not-set': 'not set',
  unread: 'could not be read',
};
