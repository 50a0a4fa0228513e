import { Button, Card } from '../../../design-system';
import type { Values } from '../../../i18n/translate';

export interface EmptyStateProps {
  readonly say: (key: string, values?: Values) => string;
  readonly name: string;
  readonly friendly?: boolean;
  readonly onCreate: () => void;
}

/** What a team without boards sees. */
export function EmptyState({ say, name, friendly = false, onCreate }: EmptyStateProps) {
  return (
    <Card title={say('emptyState.title')}>
      <p>{say(friendly ? 'emptyState.friendly' : 'emptyState.body', { name })}</p>
      <Button kind="primary" onPress={onCreate}>
        {say('emptyState.create')}
      </Button>
    </Card>
  );
}
