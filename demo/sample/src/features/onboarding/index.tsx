import { type Catalog, translator } from '../../i18n/translate';
import { useFlag } from '../../flags/use-flag';
import { EmptyState } from './components/empty-state';
import { WelcomeCard } from './components/welcome-card';
import { track } from './analytics/track';
import de from './i18n/de.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

export interface OnboardingProps {
  readonly language: 'en' | 'de' | 'fr';
  readonly name: string;
}

const catalogs: Readonly<Record<OnboardingProps['language'], Catalog>> = { en, de, fr };

export function Onboarding({ language, name }: OnboardingProps) {
  const say = translator(language, catalogs[language]);
  const tour = useFlag('welcome-tour');
  const friendly = useFlag('friendlier-empty-state');
  return (
    <>
      {tour && <WelcomeCard say={say} name={name} />}
      <EmptyState say={say} name={name} friendly={friendly} onCreate={() => track('first_board_started', { from: 'empty_state' })} />
    </>
  );
}
