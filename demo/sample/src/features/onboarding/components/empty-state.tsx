import { Button, Card } from '../../../design-system';
import type { Values } from '../../../i18n/translate';

export interface EmptyStateProps {
  readonly say: (key: string, values?: Values) => string;
  readonly name: string;
  readonly onCreate: () => void;
}

/** What a team without boards sees. */
export function EmptyState({ say, name, onCreate }: EmptyStateProps) {
  return (
    <Card title={say('emptyState.title')}>
      <p>{say('emptyState.body', { name })}</p>
      <Button kind="primary" onPress={onCreate}>
        {say('emptyState.create')}
      </Button>
    </Card>
  );
}
