import type { Change, ChangedFile, RepositorySnapshot } from '../change/change.js';
import type { Asking, ConditionKind, Judgement, Policy, Reason } from '../policy/policy.js';
import type { FlagChange } from '../flags/flag-change.js';
import type { DiskCache } from '../git/disk-cache.js';
import type { LinkedPlan } from '../planning/linked-plan.js';
import type { TextMemory } from '../text/text-memory.js';
import type { FileWords } from './gates/likely-words/file-words.js';
import type { PlacesOfOldWords } from './find-places-of-old-words.js';
import type { ParsedCatalogs } from './uses/parse-once.js';
import type { TextUses } from './uses/text-uses.js';

/** When a review is made (design §6, "Moments"), in the order of time. */
export type Moment = 'edit' | 'commit' | 'push' | 'pull-request';

export type Severity = 'blocker' | 'needs-fix' | 'note';

export type Section =
  | 'Scope'
  | 'Planning'
  | 'Feature flags'
  | 'Copy'
  | 'AI prompts'
  | 'Telemetry'
  | 'Front end'
  | 'Configuration'
  | 'Tests and docs'
  | 'Security and privacy'
  | 'AI disclosure';

/** What in its file a report is about, so that nobody has to read it out of the message. */
export interface ReportSubject {
  /** A flag's key, or the key of a text as messages write it. */
  readonly name: string;
  /** A flag, a percentage of a flag, a text, one that is written twice, or one or a group of them that is gone. */
  readonly kind: 'flag' | 'share' | 'text' | 'twice' | 'lost';
  /** The file of the language that a text is compared with. */
  readonly comparedWith?: string;
}

/** What a check says; the engine adds the check's id. Lines and columns count from 1 and point into the head text. */
export interface Report {
  readonly message: string;
  /** The check's own severity where it is left out. */
  readonly severity?: Severity;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly because?: readonly Reason[];
  /** Of the checks of flags and texts. */
  readonly key?: ReportSubject;
  /** What is filled into a text now and was not before, or no more, where nothing else differs. */
  readonly filled?: { readonly more: readonly string[]; readonly less: readonly string[] };
  /** The file does not parse: stops a commit whatever the check. */
  readonly unparsed?: true;
  /** The command that does what the message asks for, for who reads it in a terminal; elsewhere a button does. */
  readonly command?: string;
  /** Nobody but a person can say whether this is right: it is shown as a note, and where nothing worse is found the item is the engineering DRI's to attest. */
  readonly undecided?: true;
}

/** What a check came to. Where nothing worse is found, who attests the item is said by `undecided` and `isByHand`. */
export type Outcome =
  | 'not-applicable'
  | {
      readonly reports: readonly Report[];
      /** Nothing to report here, but what the repository says has to be proven on the host. */
      readonly claimed?: boolean;
      /** Of what was not read, as code, nobody but a person can say whether it is right: the engineering DRI. */
      readonly undecided?: boolean;
      /** Nothing that the check reads decides it: whoever attests the item where no check does. */
      readonly isByHand?: boolean;
    };

/** All that a check may look at. A check reads nothing itself but through `snapshot`, and judges nothing twice. */
export interface ReviewContext {
  readonly moment: Moment;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly change: Change;
  readonly snapshot: RepositorySnapshot;
  /** The standing of each changed path, removed ones included. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Those of them that were the PM's to edit by the policy that the change began with, and are not now. */
  readonly closedSince?: ReadonlySet<string>;
  /** The flags of every flag file before and after, computed once for all checks. */
  readonly flags: () => Promise<FlagChange>;
  /** Caches between reviews what follows from contents alone; the key names all that it follows from. */
  readonly getOrCompute?: DiskCache['getOrCompute'];
  /** The same within one window, for what nobody else may write. */
  readonly remember?: TextMemory;
  /** Who asks for the texts that the change touches, searched for once. */
  readonly texts: () => Promise<TextUses>;
  /** Tests that read words which the change replaces, searched for once. */
  readonly placesOfOldWords: () => Promise<readonly PlacesOfOldWords[]>;
  /** The planning doc that the change is linked to, looked for once. */
  readonly plan: () => Promise<LinkedPlan>;
  /** Whether a file of the change is words alone, told once for all checks. */
  readonly words: (file: ChangedFile) => Promise<FileWords>;
  /** The same of `change.staged`. No check looks at it: what is staged is reviewed as the change is. */
  readonly staged?: ReviewContext;
  /** The catalogs of the change, each side parsed once for all that looks at it, and for all keystrokes. */
  readonly parsed?: ParsedCatalogs;
  /** Somebody is typing: what a search through the code would decide is left out. */
  readonly typing?: true;
}

/** A check decides one item of the checklist (design §6). Its id is its file's name. */
export interface Check {
  readonly id: string;
  readonly section: Section;
  /** What its reports weigh unless they say otherwise. */
  readonly severity: Severity;
  /** From this moment on its result counts; before, it is not run and shown as due. */
  readonly due: 'commit' | 'push' | 'pull-request';
  /** Of one that is due later: what is still put right before a commit. It is to be fixed, and stops none. */
  readonly early?: (context: ReviewContext) => Promise<readonly Report[]>;
  /** Its blockers stop a commit as well, as those of security always do; others stop from the push on. */
  readonly stopsCommit?: true;
  /** No checklist takes it away: `always`, or under regulated controls. One of security is always kept. */
  readonly kept?: 'always' | 'regulated';
  /** The condition of an allow rule that it decides: no checklist takes it away where a changed path has that condition. */
  readonly enforces?: ConditionKind;
  /** `false`: where the files lie is enough for it, so that it runs on a change of any size. */
  readonly readsTexts?: false;
  run(context: ReviewContext): Promise<Outcome> | Outcome;
}
