/** Where `start.ts` leaves for `bin.ts`, a bundle of its own, what it started. */
export const startedKey = Symbol.for('pm-zone.started');
