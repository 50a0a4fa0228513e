export interface SearchBoxProps {
  readonly label: string;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

export function SearchBox({ label, words, onChange }: SearchBoxProps) {
  return <input type="search" aria-label={label} value={words} onChange={(event) => onChange(event.target.value)} />;
}
