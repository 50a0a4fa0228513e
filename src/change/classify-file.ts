import { isLocale } from '../text/is-locale.js';
import { isCalledForTexts } from './is-called-for-texts.js';
import { isPicture } from './is-picture.js';
import { isTextBundle } from './is-text-bundle.js';

/** The kinds of thing a PM changes (design §4 to §7: sections of the review, labels, "My zone"). */
export type FileKind =
  'copy' | 'flags' | 'prompts' | 'events' | 'components' | 'docs' | 'config' | 'planning' | 'other';

// Looked up by name: for a few files, compiling regular expressions would take longer than all else.
const folders = byName({
  copy: 'i18n l10n intl loc locale locales lang langs language languages translation translations messages copy strings',
  prompts: 'prompt prompts',
  events: 'analytics telemetry events tracking',
  components: 'component components pages views ui widgets',
});
const endings = byName({
  copy: 'arb po pot resx resw strings stringsdict xcstrings xlf xliff',
  docs: 'md mdx markdown rst adoc txt',
  components: 'tsx jsx vue svelte astro css scss sass less styl stylus pcss postcss sss htm html',
  config: 'json yaml yml toml ini properties xml env',
});

/** Pages for those who work on a folder, whatever else lies there. */
const forWorkers: ReadonlySet<string> = new Set(['readme', 'contributing', 'changelog', 'authors', 'license', 'todo']);

/**
 * Says by its path alone what kind of thing a file is: by name first, then by the nearest folder whose name says it, then by extension. It is
 * used to say which items concern a change and how to label it, never to open anything.
 */
export function classifyFile(path: string): FileKind {
  const lower = path.toLowerCase();
  const slash = lower.lastIndexOf('/');
  const name = lower.slice(slash + 1);
  if (name === 'planning.md') return 'planning';
  if (isFlagFile(lower, name)) return 'flags';
  if ((isPicture(name) || besidePages.test(name)) && docsFolder.test(lower)) return 'docs';
  const ending = name.slice(name.lastIndexOf('.') + 1 || name.length);
  const byEnding = endings.get(ending);
  if ((ending === 'xml' && androidTexts.test(lower)) || (ending === 'properties' && isTextBundle(name))) return 'copy';
  const prose = byEnding === 'docs' && ending !== 'txt';
  if (prose && ending !== 'mdx' && forWorkers.has(name.slice(0, name.indexOf('.')))) return 'docs';
  if (!prose && name.startsWith('event') && /^events?\.[a-z]+$/.test(name)) return 'events';
  let nearest: FileKind | undefined;
  for (let end = slash; end > 0;) {
    const above = lower.lastIndexOf('/', end - 1);
    const folder = lower.slice(above + 1, end);
    const kind =
      folders.get(folder) ??
      (isCalledForTexts(folder) && hasLanguage(lower.slice(end, -ending.length)) ? 'copy' : undefined);
    if (kind !== undefined && !(prose && isOfCode(kind, ending))) {
      // Data is drawn nowhere: of `config/locales/views/home.yml` the folder above says more.
      if (kind !== 'components' || byEnding !== 'config') return kind;
      nearest ??= kind;
    }
    end = above;
  }
  return nearest ?? byEnding ?? 'other';
}

/** The order that Docusaurus, Nextra, MkDocs, Mintlify, DocFX and Jupyter Book have the pages of a folder in, drawings as their programs keep them, and what REUSE says of a file's licence. */
const besidePages =
  /^(?:_category_|_meta|docs|mint|_?toc|nav|sidebars?)\.(?:json|ya?ml)$|^\.pages$|\.(?:license|excalidraw|drawio|dio|puml|plantuml|mmd|mermaid|d2)$/;
/** Where pages lie with what they show. */
const docsFolder = /(?:^|\/)(?:docs?|documentation|handbook|manual|wiki)\//;

function hasLanguage(path: string): boolean {
  return path.split(/[/.]/).some((part) => isLocale(part));
}

/** Colours, sizes and styles lie in the same folders. */
const androidTexts = /(?:^|\/)values(?:-[^/]+)?\/[^/]*(?:string|plural|text|message)[^/]*\.xml$/;

/** A page of prose about events or components is none of them; MDX may be a page of the app. */
function isOfCode(kind: FileKind, ending: string): boolean {
  return kind === 'events' || (kind === 'components' && ending !== 'mdx');
}

/** `flags.goff.yaml`, `flags.production.yaml`: a language (`flags.de.json`) is neither. */
const ofProgramOrEnvironment =
  /^(?:feature[-_.]?)?flags?[-_.](?:goff|flagd|prod|prd|production|live|demo|sandbox|local|dev|development|tests?|testing|qa|uat|preview|stage|stg|staging|preprod|preproduction|defaults?|shared|common|base)\.(?:ya?ml|json)$/;

function isFlagFile(path: string, name: string): boolean {
  if (name === 'features.yaml') return true;
  if (!path.includes('flag')) return false;
  // A folder with a file for each flag, as GitLab has it.
  return (
    /(?:^(?:feature[-_.]?)?|\.)flags?\.(?:ya?ml|json)$/.test(name) ||
    ofProgramOrEnvironment.test(name) ||
    // As flagd's own examples are called; a `flagd.yaml` says how it is run.
    /(?:\.flagd\.(?:ya?ml|json)|^flagd\.json)$/.test(name) ||
    /(?:^|\/)feature[-_]?flags\/(?:[^/]+\/)?[^/]+\.ya?ml$/.test(path)
  );
}

function byName(kinds: Partial<Record<FileKind, string>>): ReadonlyMap<string, FileKind> {
  const entries = Object.entries(kinds) as readonly (readonly [FileKind, string])[];
  return new Map(entries.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)));
}
