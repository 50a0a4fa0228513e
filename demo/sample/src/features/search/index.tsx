import { useState } from 'react';
import { useFlag } from '../../flags/use-flag';
import { type Catalog, translator } from '../../i18n/translate';
import { NoResults } from './components/no-results';
import { SearchBox } from './components/search-box';
import de from './i18n/de.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

export interface SearchProps {
  readonly language: 'en' | 'de' | 'fr';
  readonly boards: readonly string[];
}

const catalogs: Readonly<Record<SearchProps['language'], Catalog>> = { en, de, fr };

export function Search({ language, boards }: SearchProps) {
  const say = translator(language, catalogs[language]);
  const [words, setWords] = useState('');
  const helpful = useFlag('helpful-no-results');
  const found = boards.filter((board) => board.toLowerCase().includes(words.toLowerCase()));
  return (
    <>
      <SearchBox label={say('search.label')} words={words} onChange={setWords} />
      {found.length === 0 ? <NoResults say={say} words={words} helpful={helpful} /> : <p>{say('search.found', { count: found.length })}</p>}
    </>
  );
}
