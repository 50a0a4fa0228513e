/** A pull request as it stands on the demo's host. */
export interface HostState {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isMerged: boolean;
  readonly head: string;
  readonly branch: string;
  readonly labels: readonly string[];
  /** Whose review is asked for. */
  readonly asked: readonly string[];
  readonly approvedBy: readonly string[];
  /** The newest status of its head: what its checks say. */
  readonly status: { readonly state: string; readonly description: string } | undefined;
  /** Requests that GitHub's own description of its interface does not allow. */
  readonly faults: readonly string[];
}

/** What may be done on the host, besides what its interface is asked for. */
export type HostDeed = 'look' | 'approve' | 'merge' | 'stop';

/** What a started host says of itself. */
export interface HostPlace {
  /** The address of its interface, and of its repositories. */
  readonly api: string;
  readonly server: string;
}

export const repository = 'harbor/boards';
/** Maya's sign-in there, and that of the jobs that run there. */
export const tokens = { maya: 'ghp_mayaInTheDEMOTOKEN00', job: 'ghs_jobInTheDEMOTOKEN000' };
