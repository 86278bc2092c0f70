import css from './Conditions.module.css';

/** What the TestState API calls a field. */
export const ApiName = ({ name }: { readonly name: string }) => <code className={css.api}>{name}</code>;
