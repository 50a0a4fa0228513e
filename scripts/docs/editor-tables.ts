import { editorCommandWords } from './editor-command-words.js';
import { code, markdownTable } from './markdown-table.js';

/** What the tables are made of: package.json and package.nls.json. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** Texts by their keys, as package.nls.json has them. */
export type Texts = Readonly<Record<string, string>>;

/** The commands of the editor by their titles. */
export function editorCommandTable({ contributes }: Manifest, texts: Texts): string {
  const unknown = Object.keys(editorCommandWords).find((id) =>
    contributes.commands.every(({ command }) => command !== id),
  );
  if (unknown !== undefined) throw new Error(`package.json has no command ${unknown}: take it out of scripts/docs.`);
  return markdownTable(
    ['in VS Code', 'what it does'],
    contributes.commands.map(({ command, title }) => {
      const words = editorCommandWords[command];
      if (words === undefined) throw new Error(`Say in scripts/docs/editor-command-words.ts what ${command} does.`);
      return [textOf(title, texts), words];
    }),
  );
}

/** The settings of the editor. */
export function editorSettingTable({ contributes }: Manifest, texts: Texts): string {
  return markdownTable(
    ['setting', 'what it says', 'values', 'default'],
    Object.entries(contributes.configuration.properties).map(([name, setting]) => [
      code(name),
      textOf(setting.markdownDescription ?? setting.description ?? '', texts),
      valuesOf(setting, texts),
      code(JSON.stringify(setting.default)),
    ]),
  );
}

function valuesOf({ enum: values, enumDescriptions = [], default: initial }: Setting, texts: Texts): string {
  return values === undefined
    ? typeof initial
    : values.map((value, at) => `${code(value)}: ${textOf(enumDescriptions[at] ?? '', texts)}`).join(' ');
}

function textOf(placeholder: string, texts: Texts): string {
  const text = texts[placeholder.replaceAll('%', '')];
  if (text === undefined) throw new Error(`package.nls.json has no text ${placeholder}.`);
  return text;
}
