/** One item of the checklist as the gate sees it (design §9, "Outcome"). */
export interface GateItem {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  /** `done`: nothing is left of it. `pm`: the PM mends or confirms it. `waits`: for others. `not-applicable`: it does not concern the change. */
  readonly state: 'done' | 'pm' | 'waits' | 'not-applicable';
  /** By whose word it is done, where it is by somebody's: an approval, a waiver, the PM's own word. */
  readonly by?: string;
  /** Of one that waits: the people, each entry one who is needed; several who may are joined by "or". */
  readonly waitsFor?: readonly string[];
  /** Of one that is open: what closes it, as a sentence. */
  readonly how?: string;
}
