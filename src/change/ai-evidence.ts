/** Whether AI wrote it, or helped. */
export type AiKind = 'generated' | 'assisted';

/** Names and addresses of assistants that sign commits. */
const assistants =
  /\b(?:claude|copilot|cursor|cursoragent|codex|chatgpt|openai|gemini|devin|aider|windsurf|cascade|amp|opencode|cline|jules|junie|kiro)\b|@anthropic\.com\b|@cursor\.com\b|@openai\.com\b/i;

/** Whether a signature is a coding assistant's. Such a co-author does not count for pairing. */
export function namesAssistant(value: string): boolean {
  return assistants.test(value);
}

/** The kind of a commit's trailer: `Generated-by` and `Assisted-by` by themselves, a co-author only if it names an assistant. */
export function classifyTrailer(key: string, value: string): AiKind | undefined {
  if (/^(?:no|none|false|n\/a|)$/i.test(value.trim())) return undefined;
  switch (key.toLowerCase().replace(/^ai-/, '')) {
    case 'generated':
    case 'generated-by':
    case 'generated-with':
      return 'generated';
    case 'assisted':
    case 'assisted-by':
    case 'assisted-with':
      return 'assisted';
    case 'co-authored-by':
    case 'co-developed-by':
      return namesAssistant(value) ? 'assisted' : undefined;
    default:
      return undefined;
  }
}

/** A file that a note names; `path` is `undefined` if the note is about the whole commit. */
export interface AiEvidenceFile {
  readonly kind: AiKind;
  readonly path: string | undefined;
}

/**
 * Reads a note of `refs/notes/ai`. In git-ai's form (https://github.com/git-ai-project/git-ai, authorship log 3.0.0) paths stand
 * unindented, their sessions with the lines that AI wrote indented below, and metadata follow a line `---`. Any other text says that AI
 * helped, or that it generated the commit where it uses that word.
 */
export function parseAiNote(note: string): readonly AiEvidenceFile[] {
  if (note.trim() === '') return [];
  const lines = note.split('\n');
  const end = lines.indexOf('---');
  const attested = lines.slice(0, Math.max(0, end));
  if (end >= 0 && note.includes('authorship/')) {
    return attested.flatMap((line, index) =>
      line !== '' && !line.startsWith(' ') && attested[index + 1]?.startsWith(' ')
        ? [{ kind: 'generated' as const, path: line.replace(/^"(.*)"$/, '$1') }]
        : [],
    );
  }
  return [{ kind: /\bgenerated\b/i.test(note) ? 'generated' : 'assisted', path: undefined }];
}

/** The newest lines of a trace file, which are read. */
const maxRecords = 20_000;

/** Reads Agent Trace records, one JSON object a line: files with conversations, whose contributor is `ai`, `mixed`, `human` or `unknown`. */
export function parseAgentTraces(text: string): readonly { readonly kind: AiKind; readonly path: string }[] {
  return text
    .split('\n')
    .slice(-maxRecords)
    .flatMap((line) => list(field(parsed(line), 'files')))
    .flatMap((file): readonly { readonly kind: AiKind; readonly path: string }[] => {
      const path = field(file, 'path');
      if (typeof path !== 'string') return [];
      const conversations = list(field(file, 'conversations'));
      const contributors = [...conversations, ...conversations.flatMap((each) => list(field(each, 'ranges')))];
      const types = new Set(contributors.map((each) => field(field(each, 'contributor'), 'type')));
      const name = path.replace(/^\.\//, '');
      if (types.has('mixed') || (types.has('ai') && types.has('human'))) return [{ kind: 'assisted', path: name }];
      return types.has('ai') ? [{ kind: 'generated', path: name }] : [];
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
