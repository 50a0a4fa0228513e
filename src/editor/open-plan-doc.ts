import type { TextDocument } from 'vscode';
import { editorText } from '../guide/editor-text.js';
import { planFacts, type PlanFacts } from '../guide/plan-facts.js';
import { planTextReader, readTeamTemplate, type ReadPlan, type ReadPlanText } from '../guide/plan-text-reader.js';
import { planningDocMatcher } from '../planning/path-globs.js';
import { audienceOf } from './audience.js';
import type { RepositoryZone } from './repository-zone.js';
import { rosterOf } from './roster-of.js';
import { readSettings } from './settings.js';
import type { Zones } from './zones.js';

/** An open planning doc of hers or of a colleague's, as it is written now. */
export interface OpenPlanDoc {
  readonly text: string;
  /** `undefined` where the text is too much of one to be read as a plan. */
  readonly plan: ReadPlan | undefined;
  readonly facts: PlanFacts;
  readonly template: string | undefined;
  readonly read: ReadPlanText;
}

/** Reads an open document as the planning doc that it is; `undefined` for any other, and for who is no PM. */
export async function openPlanDoc(
  zones: Pick<Zones, 'placeOf'>,
  document: TextDocument,
): Promise<OpenPlanDoc | undefined> {
  const zone = await zoneOfPlan(zones, document);
  if (zone === undefined) return undefined;
  const template = await readTeamTemplate(zone.root);
  const read = planTextReader(template);
  const text = editorText(document.getText());
  const plan = await read(text);
  return { text, plan, template, read, facts: factsFor(zone, plan) };
}

/** What may be put into an open planning doc, without reading it. */
export async function factsOfPlanDoc(
  zones: Pick<Zones, 'placeOf'>,
  document: TextDocument,
): Promise<PlanFacts | undefined> {
  const zone = await zoneOfPlan(zones, document);
  return zone && factsFor(zone, undefined);
}

async function zoneOfPlan(zones: Pick<Zones, 'placeOf'>, { uri }: TextDocument): Promise<RepositoryZone | undefined> {
  const place = await zones.placeOf(uri);
  const state = await place?.zone.ready();
  if (place === undefined || state?.kind !== 'open' || audienceOf(state, readSettings()) !== 'pm') return undefined;
  return planningDocMatcher(state.view.policy)(place.path) ? place.zone : undefined;
}

function factsFor(zone: RepositoryZone, plan: ReadPlan | undefined): PlanFacts {
  const asking = zone.state?.kind === 'open' ? zone.state.view.asking : { rows: [] };
  return planFacts(asking, rosterOf(zone), plan?.doc, new Date().toISOString().slice(0, 10));
}
