import type { ReactNode } from 'react';

export interface ButtonProps {
  readonly kind?: 'primary' | 'quiet';
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function Button({ kind = 'quiet', onPress, children }: ButtonProps) {
  return (
    <button type="button" className={`button button-${kind}`} onClick={onPress}>
      {children}
    </button>
  );
}
