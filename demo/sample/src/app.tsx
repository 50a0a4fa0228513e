import { Onboarding } from './features/onboarding';
import { Search } from './features/search';

export interface AppProps {
  readonly language: 'en' | 'de' | 'fr';
  readonly name: string;
  readonly boards: readonly string[];
}

export function App({ language, name, boards }: AppProps) {
  return (
    <main>
      <Search language={language} boards={boards} />
      {boards.length === 0 && <Onboarding language={language} name={name} />}
    </main>
  );
}
