import fc from "fast-check";
import { expect, test } from "vitest";
import { Slots } from "./slots";

test("never more at a time than there are slots, each gets its turn in order, and a failure frees its slot", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ ticks: fc.integer({ min: 1, max: 4 }), fails: fc.boolean() }), { maxLength: 20 }),
      async (max, works) => {
        const slots = new Slots(max);
        const begun: number[] = [];
        let running = 0;
        let most = 0;
        const ends = await Promise.allSettled(
          works.map(({ ticks, fails }, i) =>
            slots.run(async () => {
              begun.push(i);
              running += 1;
              most = Math.max(most, running);
              for (let tick = 0; tick < ticks; tick += 1) await null;
              running -= 1;
              if (fails) throw new Error("failed");
            }),
          ),
        );
        expect(most).toBe(Math.min(max, works.length));
        expect(begun).toEqual(works.map((_, i) => i));
        expect(ends.map(({ status }) => status === "rejected")).toEqual(works.map(({ fails }) => fails));
        expect(slots.isFull).toBe(false);
      },
    ),
  );
});
