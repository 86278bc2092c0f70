/** A horizontal stretch in the gap below a row (-1: above the first). Stretches of one key may lie on each other: they join. */
export interface Track {
  readonly gap: number;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** A chip stands on it. */
  readonly tall: boolean;
}
