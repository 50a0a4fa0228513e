import type { Position } from '../text/index-lines.js';

/** A percentage of users as a flag file gives it; `percent` is not a finite number where the file's is none, or is read as two. */
export interface Rollout {
  readonly percent: number;
  readonly at: Position;
}

/** One flag of a flag file, with anchors, aliases and merge keys resolved. */
export interface Flag {
  readonly key: string;
  readonly path: string;
  readonly at: Position;
  /** The resolved entry as plain data (maps as objects with sorted keys), for comparing and showing. */
  readonly value: unknown;
  /** The entry as other programs read it (YAML 1.1, merge keys not followed), where that is something else: compared as well. */
  readonly otherReadings?: unknown;
  /** Is it on for anyone, as the file stands? `unknown` where the shape does not say. */
  readonly state: 'on' | 'off' | 'unknown';
  /** It says both that it is on and that it is off, or what one program takes for on and another for off. */
  readonly contradictory?: true;
  /** Percent of users it is on for, each rule's and variant's, with its place; a value out of 0 to 100 is kept as it is. */
  readonly rollouts: readonly Rollout[];
  /** What each group of percentages that has to make 100 adds up to. */
  readonly splits?: readonly { readonly total: number; readonly at: Position }[];
  /** What a program that reads the file would not take as it is meant: keys it does not know, variants that are not there. */
  readonly faults?: readonly FlagFault[];
  /** What code gets where it asks for the flag, in words; left out where its values are not of one kind, or the file does not say. */
  readonly gives?: string;
  /** The file only declares or describes the flag: whether it is on is said elsewhere. */
  readonly stateless?: true;
  /** It may be a group of flags and no flag itself: nothing in it says which. What it holds. */
  readonly holds?: readonly FlagMember[];
  /** `owner`, `owners`, `group` or `metadata.owner` in the file: information, not authority (design §6). */
  readonly owner: string | undefined;
  /** Names of segments, defaults or anchors that other flags use too: nobody's, so a change in one is outside everyone's flags. */
  readonly shared: readonly string[];
}

/** What stands in an entry that may be a group of flags. */
export interface FlagMember {
  readonly name: string;
  readonly at: Position;
  readonly state: Flag['state'];
}

/** Something in one flag that is not what it looks like, as a sentence. */
export interface FlagFault {
  /** Says the same of the same fault, whatever else changes in the flag. */
  readonly message: string;
  /** A further sentence: what there is in its place. */
  readonly hint?: string;
  readonly at: Position;
}

/** Something that makes a flag file untrustworthy: a syntax error, a duplicate key, several documents, a YAML bomb. */
export interface FlagFileProblem {
  readonly message: string;
  readonly at: Position;
  /** The file does not parse at all, or nobody can say which flags it has. */
  readonly unparsed: boolean;
  /** It is in a language that nothing here reads: only a person can say. */
  readonly foreign?: true;
  /** All of the file is compared though it is not sure what it means: a key that is there twice, a tag, what cannot be merged. */
  readonly legible?: true;
}

export type FlagFileShape =
  | 'map'
  | 'flags-map'
  | 'flags-list'
  | 'names'
  | 'one-flag'
  | 'environments'
  | 'descriptions'
  | 'flagd'
  | 'openfeature-manifest'
  | 'flipt'
  | 'go-feature-flag'
  | 'go-feature-flag-0'
  | 'unleash'
  | 'unleash-export'
  | 'harness'
  | 'configcat'
  | 'launchdarkly'
  | 'flagsmith'
  | 'growthbook'
  | 'gitlab'
  | 'flipper'
  | 'waffle'
  | 'microsoft'
  | 'appconfig'
  | 'firebase'
  | 'togglz'
  | 'ff4j'
  | 'split'
  | 'no-flags'
  | 'unknown';

export interface FlagFile {
  readonly path: string;
  readonly shape: FlagFileShape;
  /** What it was taken for, in words. */
  readonly kind?: string;
  readonly flags: readonly Flag[];
  /** What is in the file besides its flags (segments, defaults, version), resolved; a change here is nobody's. */
  readonly otherEntries: readonly OtherEntry[];
  /** The other entries are settings of the app, on which no flag depends. */
  readonly amongSettings?: true;
  readonly problems: readonly FlagFileProblem[];
}

/** What a flag's entry says, in the terms of its file's shape; what is left out, it says nothing of. */
export interface EntryReading
  extends
    Pick<Flag, 'state' | 'contradictory' | 'splits' | 'faults' | 'stateless' | 'holds' | 'gives'>,
    Partial<Pick<Flag, 'rollouts'>> {
  /** Names of what it takes from the rest of the file: segments, evaluators. */
  readonly references?: readonly string[];
}

/** An entry of a flag file that is no flag. */
export interface OtherEntry {
  readonly key: string;
  readonly at: Position;
  readonly value: unknown;
  readonly otherReadings?: unknown;
}

/** A flag file before and after; `undefined` where it does not exist on that side. */
export interface FlagFileChange {
  readonly path: string;
  readonly before: FlagFile | undefined;
  readonly after: FlagFile | undefined;
}

/** One flag of one flag file, before and after. A flag that moves to another file is gone from the one and new in the other. */
export interface FlagDifference {
  readonly key: string;
  readonly before: Flag | undefined;
  readonly after: Flag | undefined;
  /** Where it is no flag and only wraps some: what differs in it. Empty where that is only the order. */
  readonly entries?: readonly ChangedEntry[];
}

/** What differs in a wrapper of flags: the deepest entry with a name. */
export interface ChangedEntry {
  /** The names on the way to it, its wrapper's first. */
  readonly way: readonly string[];
  /** Which of them is the flag's; `undefined` where none can be one. */
  readonly name: string | undefined;
  /** Where it stands; of what is gone, what it stood in. */
  readonly at: Position;
  /** `described`: only what is said about it differs. */
  readonly happened: 'new' | 'gone' | 'changed' | 'described';
  /** It says that it is on, and nothing in its wrapper had its name. */
  readonly isNewAndOn?: true;
  /** Where all of it comes or goes, the ways to what it holds; else its own alone. */
  readonly within: readonly (readonly string[])[];
}

export interface FlagChange {
  /** Every flag at head, by key; a key that two files define stands in both lists of `files`, here the first. */
  readonly flags: ReadonlyMap<string, Flag>;
  /** The flag files at head that define each key, in order. */
  readonly definedIn: ReadonlyMap<string, readonly string[]>;
  /** Of these, the files that only declare or describe it. */
  readonly declaredIn: ReadonlyMap<string, readonly string[]>;
  /** Flag files that the change touches. */
  readonly files: readonly FlagFileChange[];
  /** The flags whose resolved value differs, are new or are gone. */
  readonly differences: readonly FlagDifference[];
  /** Changes to what several flags share or to what is no flag. */
  readonly sharedChanges: readonly SharedChange[];
}

/** A change to what is no flag, as a sentence with its place. */
export interface SharedChange {
  readonly path: string;
  readonly at: Position;
  readonly message: string;
  /** It is a setting that no flag depends on. */
  readonly isSetting?: true;
  /** Of an entry of the file: its key, and what differs within it (`changedMembers`). */
  readonly key?: string;
  readonly members?: readonly (readonly string[])[];
}
