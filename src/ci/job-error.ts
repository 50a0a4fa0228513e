/** The job cannot be done as it was started: one sentence on why, and what to do. */
export class JobError extends Error {}
