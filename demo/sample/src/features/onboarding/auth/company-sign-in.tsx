import { Button } from '../../../design-system';

export interface CompanySignInProps {
  readonly company: string;
}

/** The way in for teams whose company has a sign-in of its own. */
export function CompanySignIn({ company }: CompanySignInProps) {
  return <Button onPress={() => location.assign(`/sign-in/${encodeURIComponent(company)}`)}>{company}</Button>;
}
