import { type Locator, type Page, expect } from '@playwright/test';

export type EdgeKind = 'start' | 'next' | 'choice' | 'default' | 'catch' | 'end';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The picture of the workflow. */
export class Canvas {
  readonly page: Page;
  readonly root: Locator;
  readonly nodes: Locator;
  readonly quickAdd: Locator;
  /** At the pointer while something is dragged: what will become of it. */
  readonly note: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('application', { name: 'Workflow canvas' });
    this.nodes = this.root.locator('[data-state-id]');
    this.note = page.getByTestId('canvas.moving');
    this.quickAdd = page.getByRole('dialog', { name: 'Add a state' });
  }

  node(name: string): Locator {
    return this.root.getByTestId(`canvas.node.${name}`);
  }

  edge(from: string, to: string, kind: EdgeKind = 'next'): Locator {
    return this.root.getByTestId(`canvas.edge.${from}.${to}.${kind}`);
  }

  /** By the icon and its left end: the middle may hold the field that renames. */
  async select(name: string): Promise<void> {
    await this.node(name).click({ position: { x: 12, y: 12 } });
    await expect(this.node(name)).toHaveAttribute('data-selected', 'true');
  }

  async menu(name: string, item: string): Promise<void> {
    await this.node(name).click({ button: 'right', position: { x: 12, y: 12 } });
    await this.page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  }

  /** Renames in place, as a double click begins it. */
  async rename(from: string, to: string): Promise<void> {
    await this.node(from).dblclick({ position: { x: 12, y: 12 } });
    const field = this.page.getByRole('textbox', { name: `Name of ${from}` });
    await field.fill(to);
    await field.press('Enter');
  }

  /** Laid out anew, if need be: what is asked for places then finds them where they stay. */
  async arranged(): Promise<void> {
    await expect(this.root).toHaveAttribute('aria-busy', 'false');
  }

  async centre(name: string): Promise<Point> {
    await this.arranged();
    const box = await boxOf(this.node(name));
    return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 56) / 2 };
  }

  /** Drags an item of the palette and lets it go at a point of the screen. */
  async dropAt(item: string, point: Point): Promise<void> {
    await this.holdOver(item, point);
    await this.page.mouse.up();
  }

  /** The same without letting go. */
  async holdOver(item: string, point: Point): Promise<void> {
    await this.page.getByTestId(`palette.item.${item}`).hover();
    await this.page.mouse.down();
    await this.page.mouse.move(point.x, point.y, { steps: 4 });
    await this.page.mouse.move(point.x + 1, point.y + 1);
  }

  /** A card by its icon to a point of the screen. */
  async drag(name: string, point: Point): Promise<void> {
    await this.arranged();
    const box = await boxOf(this.node(name));
    await this.page.mouse.move(box.x + 20, box.y + 20);
    await this.page.mouse.down();
    await this.page.mouse.move(point.x, point.y, { steps: 8 });
    await this.page.mouse.up();
  }

  async clickLine(edge: Locator): Promise<void> {
    await this.arranged();
    // Not in the middle: there the button appears that adds a state.
    const { x, y } = await pointOn(edge, 0.25);
    await this.page.mouse.click(x, y);
  }

  grip(end: 'source' | 'target'): Locator {
    return this.root.locator(`[data-end="${end}"]`);
  }

  /** Takes the grip at an end of a line to a point of the screen. */
  async dragEnd(edge: Locator, end: 'source' | 'target', point: Point): Promise<void> {
    await this.showGrips(edge, end);
    await this.grip(end).hover();
    await this.page.mouse.down();
    await this.page.mouse.move(point.x, point.y, { steps: 8 });
    await this.page.mouse.up();
  }

  async clickEnd(edge: Locator, end: 'source' | 'target'): Promise<void> {
    await this.showGrips(edge, end);
    await this.grip(end).click();
  }

  /** By the pointer on the line; the grips of another line are let go first. */
  async showGrips(edge: Locator, end: 'source' | 'target'): Promise<void> {
    await this.arranged();
    await this.page.mouse.move(1, 1);
    await expect(this.grip(end)).toHaveCount(0);
    const middle = await middleOf(edge);
    await this.page.mouse.move(middle.x, middle.y);
  }

  async dropOnEdge(item: string, edge: Locator): Promise<void> {
    await this.arranged();
    await this.dropAt(item, await middleOf(edge));
  }

  /** Near the right edge of the canvas, clear of every card and line of a narrow workflow. */
  async emptyPoint(): Promise<Point> {
    await this.arranged();
    const point = await this.root.evaluate((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      for (let x = left + width - 90; x > left; x -= 30) {
        for (let step = 0; step < height / 2 - 40; step += 20) {
          for (const y of [top + height / 2 + step, top + height / 2 - step]) {
            // Free all around: what is dropped near a card or a line is dropped on it.
            const around = [[0, 0], [-40, 0], [40, 0], [0, -30], [0, 30]] as const;
            if (around.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.classList.contains('react-flow__pane'))) return { x, y };
          }
        }
      }
      return null;
    });
    if (!point) throw new Error('There is no empty place on the canvas.');
    return point;
  }

  /** Draws a line from the port under a card to another card. */
  async connect(from: string, to: string): Promise<void> {
    await this.arranged();
    await this.node(from).hover({ position: { x: 12, y: 12 } });
    const card = await boxOf(this.node(from));
    const target = await boxOf(this.node(to));
    await this.page.mouse.move(card.x + card.width / 2, card.y + card.height - 1);
    await this.page.mouse.down();
    await this.page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 });
    await this.page.mouse.up();
  }
}

/** Where an element is once it stands still: in the same place in two frames. */
function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return locator.evaluate(async (element) => {
    let before: DOMRect;
    let now = element.getBoundingClientRect();
    do {
      before = now;
      await new Promise((frame) => void requestAnimationFrame(frame));
      now = element.getBoundingClientRect();
    } while (now.x !== before.x || now.y !== before.y);
    return now.toJSON() as DOMRect;
  });
}

/** The middle of a line on the screen. */
export const middleOf = (edge: Locator): Promise<Point> => pointOn(edge, 0.5);

/** A point of a line on the screen, as a part of its length; of a dashed one, of its first piece. */
async function pointOn(edge: Locator, part: number): Promise<Point> {
  await boxOf(edge);
  return edge.locator('path').first().evaluate((path, along) => {
    if (!(path instanceof SVGPathElement)) throw new Error('The line has no path.');
    const { x, y } = path.getPointAtLength(path.getTotalLength() * along);
    const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
    return { x: at.x, y: at.y };
  }, part);
}
