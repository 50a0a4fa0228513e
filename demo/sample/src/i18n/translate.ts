import { IntlMessageFormat } from 'intl-messageformat';

export type Catalog = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** Gives a function that says a message of the catalog in the language with its values filled in. */
export function translator(language: string, catalog: Catalog): (key: string, values?: Values) => string {
  return (key, values) => String(new IntlMessageFormat(catalog[key] ?? key, language).format(values));
}
