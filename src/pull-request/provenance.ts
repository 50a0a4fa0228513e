import type { Commit } from '../change/change.js';

/** What the repository itself says of how the change was made. No trace is `unknown`, never "by hand" (design §6). */
export interface Provenance {
  readonly kind: 'generated' | 'assisted' | 'unknown';
  /** Where it says so, in plain words. */
  readonly evidence: readonly string[];
}

export interface Traces {
  readonly commits: readonly Pick<Commit, 'oid' | 'trailers'>[];
  /** Notes under `refs/notes/ai`, by the commit's id. */
  readonly notes?: ReadonlyMap<string, string>;
  /** The text of `.agent-trace/traces.jsonl`. */
  readonly traces?: string | undefined;
  /** The changed paths: traces of other files say nothing of this change. */
  readonly paths?: readonly string[];
}

const mostTraces = 5_000;

/** Reads commit trailers, `refs/notes/ai` and `.agent-trace/traces.jsonl`. "Generated" in any of them outweighs "assisted". Throws on no input. */
export function readProvenance({ commits, notes, traces, paths = [] }: Traces): Provenance {
  const found = new Map<string, 'generated' | 'assisted'>();
  for (const { oid, trailers } of commits) {
    for (const { key, value } of trailers) {
      const kind = kindOfTrailer(key.toLowerCase(), value);
      if (kind !== undefined) found.set(`commit ${oid.slice(0, 7)}: ${key}`, kind);
    }
    const note = notes?.get(oid)?.slice(0, 2_000);
    if (note !== undefined && note.trim() !== '') {
      found.set(`note on commit ${oid.slice(0, 7)}`, /generated/i.test(note) ? 'generated' : 'assisted');
    }
  }
  for (const line of (traces ?? '').split('\n', mostTraces)) {
    const path = paths.find((each) => line.includes(JSON.stringify(each)));
    if (path === undefined || !/"(?:ai|mixed)"/.test(line)) continue;
    found.set(`.agent-trace: ${path}`, /"type"\s?:\s?"ai"/.test(line) ? 'generated' : 'assisted');
  }
  const kinds = [...found.values()];
  const kind = kinds.includes('generated') ? 'generated' : kinds.includes('assisted') ? 'assisted' : 'unknown';
  return { kind, evidence: [...found.keys()] };
}

function kindOfTrailer(key: string, value: string): 'generated' | 'assisted' | undefined {
  const denied = /^(?:no|none|false)$/i.test(value.trim());
  if (/^(?:ai-)?generated(?:-by|-with)?$/.test(key)) return denied ? undefined : 'generated';
  if (/^(?:ai-)?assisted(?:-by|-with)?$/.test(key)) return denied ? undefined : 'assisted';
  return key === 'co-authored-by' && assistants.test(value) ? 'assisted' : undefined;
}

const assistants =
  /\b(?:claude|copilot|cursor|cursoragent|codex|devin|gemini|aider|windsurf|chatgpt)\b|@anthropic\.com>/i;
