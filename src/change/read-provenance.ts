import type { Change, RepositorySnapshot } from './change.js';
import { parseAiNote, classifyTrailer, parseAgentTraces, type AiKind } from './ai-evidence.js';
import { openDisk } from '../git/disk.js';
import { maxTextBytes } from '../git/objects.js';
import type { Repository } from '../git/repository.js';

/** Evidence in the repository of how something was made. No evidence is `unknown`, never "by hand" (design §6). */
export interface Origin {
  readonly kind: AiKind | 'unknown';
  /** The sources of the evidence, in plain words. */
  readonly evidence: readonly string[];
}

export interface Provenance extends Origin {
  /** For each changed path with evidence of its own or of a commit that touches it. */
  readonly files: ReadonlyMap<string, Origin>;
}

/** Limit on commits whose notes are looked up; each takes a few look-ups in one process. */
const maxNotes = 1000;
const tracesPath = '.agent-trace/traces.jsonl';

/**
 * Looks for evidence of AI in commit trailers, in `refs/notes/ai` and in `.agent-trace/traces.jsonl` (https://agent-trace.dev), also
 * if git ignores that file. "Generated" outweighs "assisted". Rejects only with a `GitError`.
 */
export async function readProvenance(
  repository: Repository,
  change: Change,
  snapshot: RepositorySnapshot,
): Promise<Provenance> {
  const all: { kind: AiKind; evidence: string; paths: readonly string[] }[] = [];
  const notes = await readNotes(
    repository,
    change.commits.slice(-maxNotes).map((commit) => commit.oid),
  );
  for (const { oid, trailers, files } of change.commits) {
    const paths = files.map((file) => file.path);
    for (const { key, value } of trailers) {
      const kind = classifyTrailer(key, value);
      if (kind) all.push({ kind, evidence: `commit ${oid.slice(0, 7)} says "${key}: ${value.slice(0, 80)}"`, paths });
    }
    const note = notes.get(oid);
    for (const { kind, path } of note === undefined ? [] : parseAiNote(note)) {
      all.push({ kind, evidence: `a note on commit ${oid.slice(0, 7)}`, paths: path === undefined ? paths : [path] });
    }
  }
  for (const { kind, path } of parseAgentTraces(await readTraceFile(repository, change, snapshot))) {
    all.push({ kind, evidence: tracesPath, paths: [path] });
  }
  const changed = new Set(change.files.map((file) => file.path));
  const relevant = all.filter(({ paths }) => paths.length === 0 || paths.some((path) => changed.has(path)));
  const files = new Map<string, { kind: AiKind; evidence: string }[]>();
  for (const each of relevant) {
    for (const path of new Set(each.paths.filter((known) => changed.has(known)))) {
      const known = files.get(path);
      if (known) known.push(each);
      else files.set(path, [each]);
    }
  }
  return { ...originOf(relevant), files: new Map([...files].map(([path, found]) => [path, originOf(found)])) };
}

function originOf(found: readonly { readonly kind: AiKind; readonly evidence: string }[]): Origin {
  const kind = found.some((each) => each.kind === 'generated')
    ? 'generated'
    : found.length > 0
      ? 'assisted'
      : 'unknown';
  return { kind, evidence: [...new Set(found.map((each) => each.evidence))] };
}

/** With many notes git nests them in folders named by the first digits of the commit's id. */
async function readNotes({ objects }: Repository, oids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const noteNames = (oid: string): readonly string[] =>
    [oid, `${oid.slice(0, 2)}/${oid.slice(2)}`, `${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid.slice(4)}`].map(
      (path) => `refs/notes/ai:${path}`,
    );
  const found = await objects.read(oids.flatMap(noteNames), { maxBytes: 2 ** 20 });
  const notes = new Map<string, string>();
  for (const oid of oids) {
    for (const name of noteNames(oid)) {
      const note = found.get(name);
      if (typeof note === 'object' && note.content) notes.set(oid, note.content.toString('utf8'));
    }
  }
  return notes;
}

async function readTraceFile({ root }: Repository, change: Change, snapshot: RepositorySnapshot): Promise<string> {
  const held = (await snapshot.read('head', [tracesPath])).get(tracesPath)?.text ?? '';
  if (change.kind === 'range') return held;
  const entry = await openDisk(root).read(tracesPath, maxTextBytes);
  return 'content' in entry ? `${held}\n${entry.content.toString('utf8')}` : held;
}
