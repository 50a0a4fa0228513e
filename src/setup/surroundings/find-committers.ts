import type { History } from './read-history.js';

/** Somebody who commits somewhere: who might answer for it, which people decide. Without an address. */
export interface Committer {
  readonly name: string;
  /** With its `@`, where the history shows it by an address of the host's that reaches nobody. */
  readonly handle: string | undefined;
  readonly commits: number;
}

/** More names are a list nobody chooses from. */
const mostShown = 3;
/** Fewer commits are a visit. */
const fewest = 2;

/**
 * Who made most of the latest commits in some folders, or anywhere where none is named; those who are left out by their handles or addresses are
 * not among them, nor are machines.
 */
export function findCommitters(
  history: History,
  folders: readonly string[],
  without: readonly string[] = [],
): readonly Committer[] {
  const left = new Set(without.map((each) => each.toLowerCase()));
  const people = new Map<string, { name: string; handle: string | undefined; commits: number; isLeftOut: boolean }>();
  const personOf = tellApart(history);
  for (const { name, address, paths } of history) {
    if (isMachine(name, address)) continue;
    const shown = personOf(name, address);
    const own = people.get(shown) ?? { name: nameOf(name), handle: undefined, commits: 0, isLeftOut: false };
    if (own.name === '') own.name = nameOf(name);
    const handle = handleOf(address);
    own.handle ??= handle;
    own.isLeftOut ||= left.has(address.toLowerCase()) || left.has(handle?.toLowerCase() ?? '');
    if (folders.length === 0 || paths.some((path) => folders.some((folder) => path.startsWith(`${folder}/`))))
      own.commits += 1;
    people.set(shown, own);
  }
  return [...people.values()]
    .filter(
      ({ name, handle, commits, isLeftOut }) =>
        commits >= fewest && !isLeftOut && (name !== '' || handle !== undefined),
    )
    .map(({ name, handle, commits }) => ({ name, handle, commits }))
    .toSorted((one, other) => other.commits - one.commits)
    .slice(0, mostShown);
}

/** `Erin Smith (@erin), 14 commits`. */
export function describeCommitter({ name, handle, commits }: Committer): string {
  const who = handle === undefined ? name : name === '' ? handle : `${name} (${handle})`;
  return `${who}, ${commits} commits`;
}

/** One person commits by several addresses, and writes their name in several ways: the same address, or the same name to the eye, is the same person. */
function tellApart(history: History): (name: string, address: string) => string {
  const same = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = same.get(root); next !== undefined; next = same.get(root)) root = next;
    return root;
  };
  const keysOf = (name: string, address: string): readonly string[] => {
    const folded = foldName(nameOf(name));
    return [`<${address.toLowerCase()}>`, ...(folded === '' ? [] : [folded])];
  };
  for (const { name, address } of history) {
    if (isMachine(name, address)) continue;
    const [one, ...others] = keysOf(name, address).map(rootOf) as [string, ...string[]];
    for (const other of others) if (other !== one) same.set(other, one);
  }
  return (name, address) => rootOf(keysOf(name, address)[0] as string);
}

function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A name that is an address is not shown. */
function nameOf(name: string): string {
  const plain = name
    .replace(/[\p{C}<>|`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.includes('@') ? '' : plain.slice(0, 40);
}

/** What GitHub and GitLab give to who keeps their address private. */
function handleOf(address: string): string | undefined {
  const [, handle] =
    /^(?:\d+[+-])?([a-z\d](?:[a-z\d._-]{0,38}))@users\.noreply\.(?:github|gitlab)\.com$/iu.exec(address) ?? [];
  return handle === undefined ? undefined : `@${handle}`;
}

function isMachine(name: string, address: string): boolean {
  return (
    machine.test(name) ||
    (/^(?:no-?reply|bot|ci|build|builds|automation|github-actions|actions)@|\[bot\]@/iu.test(address) &&
      handleOf(address) === undefined)
  );
}

const machine =
  /\[bot\]|(?:^|[\s_-])(?:bot|ci|automation|github[ -]actions?)$|bot$|^(?:renovate|dependabot|greenkeeper|snyk|weblate|hosted weblate|crowdin|transifex|translatewiki\.net|lokalise|localazy|github|gitlab|web-flow|semantic-release|root|jenkins|travis|claude|copilot|cursor|codex|devin)\b/iu;
