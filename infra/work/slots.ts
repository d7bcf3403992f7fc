/** So many pieces of work at a time; the others wait for their turn, first come first served. */
export class Slots {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly max: number) {}

  /** True when a new caller would have to wait. */
  get isFull(): boolean {
    return this.running >= this.max;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isFull) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next(); // The place goes on to who has waited longest; nobody can come between.
    }
  }
}
