import type { Values } from '../../../i18n/translate';

export interface NoResultsProps {
  readonly say: (key: string, values?: Values) => string;
  readonly words: string;
  readonly helpful?: boolean;
}

export function NoResults({ say, words, helpful = false }: NoResultsProps) {
  return (
    <>
      <p>{say('search.none', { words })}</p>
      {helpful && <p>{say('search.none.hint')}</p>}
    </>
  );
}
