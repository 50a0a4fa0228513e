import type { TextDocument } from 'vscode';
import { toEditorText } from '../../../text/editor-text.js';
import { collectPlanFacts, type PlanFacts } from '../../../presentation/plan/plan-facts.js';
import { createPlanTextReader, readTeamTemplate } from '../../../presentation/plan/plan-text-reader.js';
import type { PlanWithGaps, PlanTextReader } from '../../../presentation/plan/plan-text-reader.js';
import { planningDocMatcher } from '../../../planning/planning-doc-matcher.js';
import { audienceOf } from '../../sessions/audience.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { collectRoster } from '../../sessions/collect-roster.js';
import { readSettings } from '../../ui/editor-settings.js';
import type { TextMemory } from '../../../text/text-memory.js';
import type { SessionCache } from '../../sessions/session-cache.js';

/** An open planning doc, the PM's own or a colleague's, with its unsaved edits. */
export interface OpenPlan {
  readonly text: string;
  /** `undefined` where the text is too long to be parsed as a plan. */
  readonly plan: PlanWithGaps | undefined;
  readonly facts: PlanFacts;
  readonly template: string | undefined;
  readonly read: PlanTextReader;
}

/** Reads an open document as the planning doc that it is; `undefined` for any other, and for anyone but a PM. */
export async function readOpenPlan(
  sessions: SessionCache,
  document: TextDocument,
  remember: TextMemory,
): Promise<OpenPlan | undefined> {
  const session = await sessionOfPlan(sessions, document);
  if (session === undefined) return undefined;
  const template = await readTeamTemplate(session.root);
  const read = createPlanTextReader(template, remember);
  const text = toEditorText(document.getText());
  const plan = await read(text);
  return { text, plan, template, read, facts: factsFor(session, plan) };
}

/** The facts that may be put into an open planning doc, without parsing it. */
export async function readPlanFacts(sessions: SessionCache, document: TextDocument): Promise<PlanFacts | undefined> {
  const session = await sessionOfPlan(sessions, document);
  return session && factsFor(session, undefined);
}

async function sessionOfPlan(sessions: SessionCache, { uri }: TextDocument): Promise<RepositorySession | undefined> {
  const location = await sessions.locate(uri);
  const state = await location?.session.ready();
  if (location === undefined || state?.kind !== 'open' || audienceOf(state, readSettings()) !== 'pm') return undefined;
  return planningDocMatcher(state.snapshot.policy)(location.path) ? location.session : undefined;
}

function factsFor(session: RepositorySession, plan: PlanWithGaps | undefined): PlanFacts {
  const asking = session.state?.kind === 'open' ? session.state.snapshot.asking : { rows: [] };
  return collectPlanFacts(asking, collectRoster(session), plan?.doc, new Date().toISOString().slice(0, 10));
}
