/** A part of a text, in offsets from 0. */
export type Region = readonly [from: number, to: number];

/** What a condition says of the flag. */
export type AskText = (condition: string) => 'on' | 'off' | undefined;

/** Where a text is reached only while the flag is on, and where it is so only while it is off. */
export interface GatedRegions {
  readonly on: readonly Region[];
  readonly off: readonly Region[];
}

/** Collects the branches of conditions. */
export interface RegionCollector extends GatedRegions {
  add(sense: 'on' | 'off' | undefined, yes: Region, no?: Region): void;
}

export function createRegionCollector(): RegionCollector {
  const on: Region[] = [];
  const off: Region[] = [];
  return {
    on,
    off,
    add(sense, yes, no) {
      if (sense === undefined) return;
      (sense === 'on' ? on : off).push(yes);
      if (no !== undefined) (sense === 'on' ? off : on).push(no);
    },
  };
}
