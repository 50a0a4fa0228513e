/** What the PM zone lets a pilot PM do with a path (design §2). */
export type Standing = 'editable' | 'pair' | 'locked';

/** A rule that took part in a standing. `line` counts from 1; 0 for a built-in reason that stands in no file. */
export interface Reason {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What an allow rule demands of the change itself (design §3, "Conditions"). */
export type ConditionKind =
  | 'owned-flags'
  | 'additions-only'
  | 'non-breaking'
  | 'feature-folder'
  | 'design-system'
  | 'no-protected-data'
  | 'free-text';

export interface Condition {
  readonly kind: ConditionKind;
  /** The words it was recognised by; for `free-text` the whole phrase. */
  readonly text: string;
  readonly line: number;
}

/** One glob of the PM zone, as written; `text` is the whole item it stands in. */
export interface ZoneRule {
  /** Where it does not stand in the zone's own file, but in one that is imported. */
  readonly file?: string;
  /** `pair`: named by something that the policy does not explain, so that it is open only together with an engineer. */
  readonly effect: 'allow' | 'pair' | 'forbid';
  /**
   * A `pair` that a list says plainly, or a `forbid` of the rest of a folder: an allow deeper in its folder holds against it, and against such a forbid a
   * `pair` there too.
   */
  readonly yields?: boolean;
  readonly glob: string;
  /** Globs from the root that it holds for as well, where the glob begins with a name that is not there. */
  readonly also?: readonly string[];
  readonly line: number;
  readonly text: string;
  /** Empty but on an allow. */
  readonly conditions: readonly Condition[];
  /** Said around the PM zone, to everybody: "Never edit `dist/`." */
  readonly around?: true;
}

/** One row of the roster: a pilot PM and who answers for them. Emails are lower case. */
export interface RosterRow {
  readonly pm: string;
  /** The PM's own handles (`@maya`), where the PM cell names some. */
  readonly handles: readonly string[];
  readonly emails: readonly string[];
  /** Folders from the root, `/`-separated, without leading or trailing slash. */
  readonly featureFolders: readonly string[];
  readonly flags: readonly string[];
  /** Handles and teams, as written (`@org/team`). */
  readonly reviewers: readonly string[];
  readonly engineeringDris: readonly string[];
  readonly productDris: readonly string[];
  /** Their Status is no longer active: nothing is open to them. */
  readonly revoked?: true;
  /** Which DRI withdrew, and nobody took their place: their folders are open only together with an engineer. */
  readonly withdrawn?: string;
  /** Where it does not stand in the zone's own file, but in one that is imported. */
  readonly file?: string;
  readonly line: number;
}

export interface ZoneSettings {
  readonly controls: 'standard' | 'regulated';
  readonly sizeLimit: { readonly files: number; readonly lines: number };
  readonly designSystem: readonly string[];
  readonly flagFiles: readonly string[];
  readonly protectedData: readonly string[];
  readonly planningDocs: readonly string[];
  readonly auditLog: readonly string[];
  /** Globs that are locked until the first week of the pilot is over; for good where the policy names no pilot. */
  readonly productionCritical?: readonly string[];
  readonly baseBranch?: string;
  /** Handles and teams, as written, of people who are known not to be PMs; `undefined` where the policy does not say. */
  readonly engineers?: readonly string[];
  /** Handles and teams, as written, who sign for compliance what opens more while the pilot runs; `undefined` where the policy does not say. */
  readonly compliance?: readonly string[];
  /** First and last day, as `2027-01-11`: outside of them the zone opens nothing. */
  readonly pilot?: { readonly from: string; readonly to: string };
  /** The surfaces of each wave, in the order of their lines; `undefined` where the policy has none. */
  readonly waves?: readonly Wave[];
  /** Handles, teams, addresses and channels, as written, of whom an incident is told to; `undefined` where the policy does not say. */
  readonly incidentContacts?: readonly string[];
  /** The first line of the commit that carries what a PM confirmed. */
  readonly confirmationSubject?: string;
  /** What the repository calls labels of PM Zone; `undefined` where it says nothing of them. */
  readonly labels?: readonly LabelName[];
}

/** Surfaces that are opened together, the first before the second. Days are like `2027-01-11`. */
export interface Wave {
  readonly number: number;
  readonly globs: readonly string[];
  /** The day from which it is open. */
  readonly from?: string;
  readonly needsReview?: true;
  /** The day of its compliance review. */
  readonly reviewed?: string;
}

/** A label that PM Zone knows how to set on a pull request. */
export type OwnLabel =
  | 'pm-authored'
  | `zone:${'copy' | 'flags' | 'prompts' | 'events' | 'components' | 'docs' | 'config'}`
  | `size:${'XS' | 'S' | 'M' | 'L' | 'XL'}`
  | `ai-${'generated' | 'assisted'}`;

/** What a repository calls one of them. */
export interface LabelName {
  readonly own: OwnLabel;
  readonly name: string;
}

/** Where a setting stands. `line` counts from 1. */
export interface SettingPlace {
  readonly setting: string;
  readonly file: string;
  readonly line: number;
}

/** A fault in a policy file, as data. `line` counts from 1. */
export interface PolicyProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly file: string;
  readonly line: number;
  /** `false` for an error of who approves or is known to the host: no review is ready before it is mended, and meanwhile no path closes by it. */
  readonly shuts?: false;
  /** What would mend it, where that is plain. */
  readonly mend?: Mend;
}

/**
 * In the line of a problem other words for some, which are found whatever their case; an item more below it; the line away; known words over its list; or a
 * line of CODEOWNERS by which others than its PMs own what a glob or a path names.
 */
export type Mend =
  | { readonly from: string; readonly to: string }
  | { readonly below: string }
  | { readonly away: true }
  | { readonly lead: true }
  | { readonly owned: 'glob' | 'path'; readonly name: string };

/** A problem of a PM-zone section, whose file is added where it is put together. */
export type SectionProblem = Omit<PolicyProblem, 'file'>;

/** The PM-zone section of one CLAUDE.md (design §3). Plain data, so that it can be cached by the blob's id. */
export interface Zone {
  /** Where its heading stands: a policy file, or one that it imports. */
  readonly file: string;
  /** Line of the section's heading; 0 where the file has only headings that look like one, which are errors. */
  readonly line: number;
  readonly rules: readonly ZoneRule[];
  /** What restricts and no rule expresses: the engineering DRI confirms it on every change. */
  readonly prose: readonly Reason[];
  /** Items of lists that would open something, had one of the list a path. */
  readonly pathless?: readonly Reason[];
  /** Where the section says that what no list names is changed with an engineer. */
  readonly saysOfRest?: Reason;
  /** `undefined` where the section has no roster table; then everyone is judged as a PM. */
  readonly roster: readonly RosterRow[] | undefined;
  readonly settings: ZoneSettings;
  /** Where each setting stands that was read, by its label in lower case, in the order of its lines. */
  readonly settingsAt?: readonly SettingPlace[];
  readonly problems: readonly PolicyProblem[];
  /** Where instructions import others: they and every path that they import, also where nothing is there, and what links lead to. */
  readonly sources?: readonly string[];
}

/** One effective line of CODEOWNERS. Without owners it makes its paths unowned. */
export interface CodeownersRule {
  readonly pattern: string;
  readonly owners: readonly string[];
  readonly line: number;
  readonly text: string;
  /** Index into `Codeowners.sections`; always 0 in GitHub's dialect. */
  readonly section: number;
  /** GitLab's `!pattern`: from here on in this section the path has no owner. */
  readonly exclude: boolean;
}

export interface CodeownersSection {
  readonly name: string;
  readonly optional: boolean;
  readonly approvals: number;
  readonly line: number;
}

export interface Codeowners {
  readonly file: string;
  readonly dialect: 'github' | 'gitlab';
  readonly sections: readonly CodeownersSection[];
  readonly rules: readonly CodeownersRule[];
  readonly problems: readonly PolicyProblem[];
  /** The whole file it was read from; the rules may then be narrowed to those that some paths need (`narrowCodeowners`). */
  readonly source?: PolicyFile;
}

/** A file of the policy as text. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
}

/** The policy as one commit has it; `commit` is `undefined` for the working copy. */
export interface PolicyTip {
  readonly ref: string;
  readonly commit: string | undefined;
  readonly zone: Zone | undefined;
  readonly codeowners: Codeowners | undefined;
  readonly skill: PolicyFile | undefined;
}

/**
 * Everything the repository's own files say. The first tip is the base's; each further one (the default branch where the
 * base is another) can only close: a path has the strictest of its standings.
 */
export interface Policy {
  readonly tips: readonly [PolicyTip, ...PolicyTip[]];
  /** The base has no policy and the working copy serves as a preview: never `ready`. */
  readonly preview: boolean;
}

/** The standing of one path with its reasons, the deciding one first. `row` is the row of design §4 that decided. */
export interface Judgement {
  readonly standing: Standing;
  readonly row: 1 | 2 | 3 | '3a' | 4 | 5 | 6 | 7 | 8;
  readonly conditions: readonly Condition[];
  readonly owners: readonly string[];
  readonly because: readonly Reason[];
}

/** Who is asking, as claimed here (design §3). Several rows (a change by several PMs) are judged as the strictest. */
export interface Asking {
  readonly kind: 'pilot-pm' | 'not-on-roster' | 'no-roster';
  /** The names the person was looked up by: e-mail addresses and handles. */
  readonly names: readonly string[];
  readonly rows: readonly RosterRow[];
}
