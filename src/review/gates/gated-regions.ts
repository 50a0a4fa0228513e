/** A part of a text, in offsets from 0. */
export type Region = readonly [from: number, to: number];

/** What a condition says of the flag. */
export type AskText = (condition: string) => 'on' | 'off' | undefined;

/** Where a text is reached only while the flag is on, and where it is so only while it is off. */
export interface GatedRegions {
  readonly on: readonly Region[];
  readonly off: readonly Region[];
}

/** A condition with all that it decides on, and what is left of that while the flag is off. */
export interface Choice {
  readonly whole: Region;
  readonly whileOff: readonly Region[];
  /** What is left while it is on; `undefined` where something else decides it too, or nobody can tell. */
  readonly whileOn: readonly Region[] | undefined;
}

type Way = readonly Region[] | undefined;

/** Collects the branches of conditions. */
export interface RegionCollector extends GatedRegions {
  readonly choices: readonly Choice[];
  add(sense: 'on' | 'off' | undefined, yes: Region, no?: Region): void;
  /** The same with the words of the condition itself: `yes` is reached where it holds, `no` where it does not; `undefined` is not known. */
  choose(sense: 'on' | 'off' | undefined, whole: Region, yes: Way, no: Way): void;
}

export function createRegionCollector(): RegionCollector {
  const on: Region[] = [];
  const off: Region[] = [];
  const choices: Choice[] = [];
  return {
    on,
    off,
    choices,
    choose(sense, whole, yes, no) {
      const [whileOn, whileOff] = sense === 'on' ? [yes, no] : [no, yes];
      if (sense !== undefined && whileOff !== undefined) choices.push({ whole, whileOff, whileOn });
    },
    add(sense, yes, no) {
      if (sense === undefined) return;
      (sense === 'on' ? on : off).push(yes);
      if (no !== undefined) (sense === 'on' ? off : on).push(no);
    },
  };
}
