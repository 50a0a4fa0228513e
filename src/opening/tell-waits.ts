/** Milliseconds: what is shorter nobody notices. */
const noticed = 5000;

export interface ToldWaits {
  /** Says a step. */
  readonly tell: (step: string) => void;
  /** Waits as a host asks. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Steps that are said by `report`, and waits of a host that are said behind the step that waits, every few seconds, with how much is left. Where
 * `report` throws, since the PM stopped meanwhile, the wait ends so too.
 */
export function tellWaits(
  host: string,
  report: (step: string) => void,
  pause: (milliseconds: number) => Promise<unknown>,
): ToldWaits {
  let step = '';
  return {
    tell(now) {
      step = now;
      report(now);
    },
    async wait(milliseconds) {
      if (milliseconds <= noticed) {
        await pause(milliseconds);
        return;
      }
      for (let left = milliseconds; left > 0; left -= noticed) {
        report(`${step} (${host} asks to wait: ${Math.ceil(left / 1000)} seconds left)`);
        await pause(Math.min(left, noticed));
      }
      report(step);
    },
  };
}
