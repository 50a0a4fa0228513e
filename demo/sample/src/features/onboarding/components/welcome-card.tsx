import { Card } from '../../../design-system';
import type { Values } from '../../../i18n/translate';

export interface WelcomeCardProps {
  readonly say: (key: string, values?: Values) => string;
  readonly name: string;
  readonly steps?: number;
}

export function WelcomeCard({ say, name, steps = 3 }: WelcomeCardProps) {
  return (
    <Card title={say('welcome.title', { name })}>
      <p>{say('welcome.steps', { count: steps })}</p>
    </Card>
  );
}
