import { useStore } from 'reactflow';
import css from './Canvas.module.css';

const GAP = 20;

/**
 * The dotted ground. React Flow's own draws its pattern anew in every frame of a pan, which cost more than half of all painting;
 * this one is a layer that is only shifted, by less than one gap, and painted again when the zoom changes.
 */
export function Dots() {
  const zoom = useStore((s) => s.transform[2]);
  const gap = GAP * zoom;
  const x = useStore((s) => rest(s.transform[0], GAP * s.transform[2]));
  const y = useStore((s) => rest(s.transform[1], GAP * s.transform[2]));
  const image = `radial-gradient(circle at center, var(--canvas-dot) ${zoom}px, transparent ${zoom}px)`;
  return <div className={css.dots} aria-hidden="true" style={{ inset: -2 * gap, backgroundImage: image, backgroundSize: `${gap}px ${gap}px`, transform: `translate(${x + gap / 2}px, ${y + gap / 2}px)` }} />;
}

const rest = (value: number, gap: number): number => ((value % gap) + gap) % gap;
