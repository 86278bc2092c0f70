import type { ChangedPlace } from '../../refactor/placesOf.ts';
import css from './RenameDialog.module.css';

/** Every place that is rewritten: the state, the field, and its text before and after. */
export function PlaceList({ places }: { readonly places: readonly ChangedPlace[] }) {
  return (
    <section className={css.places} aria-label="What changes" data-testid="rename.places">
      <h3 className={css.heading}>{places.length === 1 ? 'One place changes' : `${places.length} places change`}</h3>
      <ul className={css.list}>
        {places.map(({ state, where, before, after }, at) => (
          <li key={at} className={css.place}>
            <span className={css.where}>
              <bdi>{state ?? 'The workflow'}</bdi>
              <small>{where === '' ? 'its name' : where}</small>
            </span>
            <span className={css.texts}>
              <del className={css.before}><span className="visually-hidden">Before: </span><bdi>{before}</bdi></del>
              <ins className={css.after}><span className="visually-hidden">After: </span><bdi>{after}</bdi></ins>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
