import { parse, type TomlError } from 'smol-toml';

/** A TOML document as data, or where and why it is none. */
export type Toml =
  | { readonly table: Readonly<Record<string, unknown>> }
  | { readonly problem: { readonly message: string; readonly line: number; readonly column: number } };

/** Reads TOML. Throws on no input. */
export function parseToml(text: string): Toml {
  try {
    return { table: parse(text, { maxDepth: 50 }) };
  } catch (error) {
    const { line, column } = error as TomlError;
    const why = (error as Error).message.replace(/^Invalid TOML document:\s*/, '').replace(/\n.*$/s, '');
    return { problem: { message: `it is not valid TOML from here on (${why})`, line, column } };
  }
}
