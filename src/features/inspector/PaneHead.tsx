import { Icon, type IconName } from '../../ui/icons.tsx';
import css from './InspectorPane.module.css';

/** The title of what is selected where it is no state. */
export function PaneHead({ icon, title, sub }: { readonly icon: IconName; readonly title: string; readonly sub: string }) {
  return (
    <header className={css.head}>
      <span className={css.tile}><Icon name={icon} /></span>
      <div className={css.words}>
        <h2 className={css.title}>{title}</h2>
        <p className={css.sub}>{sub}</p>
      </div>
    </header>
  );
}
